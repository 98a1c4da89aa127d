// Cuts the power while an import writes: its calls are recorded, and of what was not flushed at the cut any part is
// dropped or zeroed, in any order. The store that is found opens with the old or the new edition of each channel
// whole, an edition older than that is refused, and the next import brings the new one (trust.md goal B2).
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { makeShareFolder, type TestShare } from '../support/demo-share.ts';
import { bring } from '../support/imports.ts';
import { afterCut, type DiskOp, filesBefore, putFiles } from '../support/power-loss.ts';
import { nowVersion } from '../support/signed-repository.ts';
import { jobServer, type StoreScene, storeScene } from '../support/store-scene.ts';
import { chanceOf, type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';

interface Recording {
  readonly name: string;
  readonly before: ReadonlyMap<string, Buffer>;
  readonly ops: readonly DiskOp[];
}

/** States of the forms: the long one is the goal's. */
const states = { short: 50, long: 5_000 } as const;

export async function storePowerSuite(options: SuiteOptions): Promise<Figures> {
  return inFolder(async (home) => {
    const scene = await storeScene(home, 6);
    const ancient = await ancientShare(home, scene);
    const recordings = await record(home, scene);
    const chance = chanceOf(options.seed);
    const failures: string[] = [];
    const count = options.count ?? states[options.form];
    let [accepted, crashes] = [0, 0];
    for (let at = 0; at < count; at += 1) {
      const recording = recordings[at % recordings.length] as Recording;
      const cut = 1 + chance.int(recording.ops.length);
      const what = `state ${at}: ${recording.name} cut at ${cut} of ${recording.ops.length}`;
      const store = path.join(home, 'case');
      try {
        putFiles(store, afterCut(recording.before, recording.ops, cut, chance));
        const fault = await judge(scene, ancient, store);
        if (fault === null) accepted += 1;
        else failures.push(`${what}: ${fault}`);
      } catch (thrown) {
        crashes += 1;
        failures.push(`${what}: threw ${String(thrown)}`);
      }
      rmSync(store, { recursive: true, force: true });
      options.onProgress?.(at + 1, count);
      if (failures.length > mostFailures) break;
    }
    const operations = recordings.reduce((sum, { ops }) => sum + ops.length, 0);
    return { cases: count, accepted, crashes, failures, notes: { operations } };
  });
}

/** Signed by the same people, a minute before the edition that the store holds. */
async function ancientShare(home: string, { share }: StoreScene): Promise<TestShare> {
  const folder = path.join(home, 'ancient');
  mkdirSync(folder);
  const bodies = { facebook: ['# Ancient\n'], x: ['# Ancient\n'] };
  const ancient = await makeShareFolder({ bodies, keys: share.keys, roots: share.roots, version: nowVersion - 60 }, folder);
  return { ...ancient, pinnedRoot: share.pinnedRoot };
}

/** An update, and three that another import took up after the first had died half-way. */
async function record(home: string, scene: StoreScene): Promise<readonly Recording[]> {
  const server = jobServer(scene.job, path.join(import.meta.dirname, 'store-power-hook.cjs'));
  const run = async (store: string, fail = 0): Promise<readonly DiskOp[]> =>
    (await server.run(scene.line({ store, fail }))).seen.map((text) => JSON.parse(text) as DiskOp);
  const recordings: Recording[] = [];
  const before = filesBefore(scene.held);
  const update = await run(scene.fresh('update'));
  recordings.push({ name: 'update', before, ops: update });
  for (const part of [0.2, 0.5, 0.8]) {
    const store = scene.fresh(`resumed-${part}`);
    const first = await run(store, Math.floor(update.length * part));
    recordings.push({ name: `resumed at ${part}`, before, ops: joined(first, await run(store)) });
  }
  server.stop();
  for (const name of ['update', 'resumed-0.2', 'resumed-0.5', 'resumed-0.8']) rmSync(path.join(home, name), { recursive: true });
  return recordings;
}

/** A flush of the second run counts operations from its own first. */
function joined(first: readonly DiskOp[], second: readonly DiskOp[]): readonly DiskOp[] {
  const shifted = second.map((op): DiskOp => (op[0] === 'flush' ? ['flush', op[1], op[2] + first.length] : op));
  return [...first, ...shifted];
}

async function judge(scene: StoreScene, ancient: TestShare, store: string): Promise<string | null> {
  const mixture = await scene.mixture(store);
  if (mixture !== null) return `mixture ${mixture}`;
  const back = await bring(ancient, store);
  if (back.channels.some(({ outcome }) => outcome === 'imported')) return 'an older edition came in';
  const again = await scene.mixture(store);
  if (again !== null) return `after an older share ${again}`;
  return (await scene.heal(store)).fault;
}
