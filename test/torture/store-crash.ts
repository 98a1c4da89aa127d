// Kills an import at its calls on files, and a second one while it recovers. Afterwards each channel is wholly the old
// or the new edition; the next import brings the new one, leaves nothing temporary and fetches again at most one
// blob for each that was killed (trust.md goals B1 and B4). Long form: every call of a pack of 300 files, 2,000 pairs.
// Single ones die by SIGKILL; those of a pair are dead from a call on, which means that no later call has any effect.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { jobServer, runKilled, type StoreScene, sizeOf, storeScene } from '../support/store-scene.ts';
import { chanceOf, type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';

interface Case {
  readonly kills: readonly number[];
}

export async function storeCrashSuite(options: SuiteOptions): Promise<Figures> {
  const isLong = options.form === 'long';
  return inFolder(async (home) => {
    const scene = await storeScene(home, isLong ? 298 : 6);
    const changes = changesOf(scene);
    const failures: string[] = [];
    const all = casesOf(changes, scene.free.seen, isLong, options);
    const server = jobServer(scene.job, scene.hook);
    let [again, accepted, crashes] = [0, 0, 0];
    for (const [at, { kills }] of all.entries()) {
      const what = kills.length > 1 ? `dead from ${kills.join(', then ')}` : `killed at ${kills.join()} of ${changes}`;
      const store = scene.fresh('case');
      const log = path.join(home, 'log');
      rmSync(log, { force: true });
      try {
        let died = 0;
        for (const kill of kills) {
          if (kills.length > 1)
            died += (await server.run(scene.line({ store, fail: kill, code: 'EIO', ever: true, log }))).code === 'fine' ? 0 : 1;
          else if (runKilled(scene.job, scene.hook, scene.line({ store, kill, log })).killed) died += 1;
          const mixture = await scene.mixture(store);
          if (mixture !== null) failures.push(`${what}: ${mixture}`);
        }
        // The first always gets that far; a second one may have less to do.
        if (died === 0) failures.push(`${what}: was not killed`);
        const { fault, files } = await scene.heal(store);
        const twice = sizeOf(log) + files - scene.free.whole;
        again = Math.max(again, twice);
        if (fault !== null) failures.push(`${what}: ${fault}`);
        else accepted += 1;
        if (twice > died) failures.push(`${what}: ${twice} blobs fetched again`);
      } catch (thrown) {
        crashes += 1;
        failures.push(`${what}: threw ${String(thrown)}`);
      }
      rmSync(store, { recursive: true, force: true });
      options.onProgress?.(at + 1, all.length);
      if (failures.length > mostFailures) break;
    }
    server.stop();
    return { cases: all.length, accepted, crashes, failures, notes: { points: changes, again } };
  });
}

/** As the hook counts them for a kill. */
function changesOf(scene: StoreScene): number {
  return scene.free.seen.filter(
    (call) => call === 'share close' || /^store (?:open-new|write|fsync|rename|rm|mkdir|close|truncate)$/.test(call),
  ).length;
}

function casesOf(changes: number, seen: readonly string[], isLong: boolean, options: SuiteOptions): readonly Case[] {
  const chance = chanceOf(options.seed);
  const every = isLong ? 1 : Math.max(1, Math.floor(changes / 24));
  const single: Case[] = [];
  for (let kill = 1; kill <= changes; kill += every) single.push({ kills: [kill] });
  // At each flush other work is under way beside it.
  const flushes = seen.flatMap((call, at) => (call === 'store fsync' ? [{ kills: [at + 1, Math.ceil(at / 2)] }] : []));
  const calls = seen.length;
  const random = Array.from({ length: isLong ? 2_000 : 4 }, () => ({ kills: [1 + chance.int(calls), 1 + chance.int(calls)] }));
  return [...flushes, ...random, ...single].slice(0, options.count ?? undefined);
}
