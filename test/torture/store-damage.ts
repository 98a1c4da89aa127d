// Every file of a store, damaged one at a time in every way: noticed when it is read, healed by the next import from a
// share or, with none there, from the seed; and an older copy of the share is refused as before (trust.md goal B5).
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readFloors } from '../../content/node/floors-copy.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { findState } from '../../content/node/store-state.ts';
import { makeShareFolder, type TestShare } from '../support/demo-share.ts';
import { bring, codes, readable } from '../support/imports.ts';
import { nowVersion } from '../support/signed-repository.ts';
import { type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';

interface Damage {
  readonly file: string;
  readonly how: string;
  /** The file as it is afterwards; null when it is gone. */
  readonly make: (bytes: Buffer) => Buffer | null;
}

interface World {
  readonly home: string;
  /** With an edition before the newest one, as every store of some age. */
  readonly whole: string;
  readonly older: TestShare;
  readonly share: TestShare;
  readonly texts: string;
}

export async function storeDamageSuite(options: SuiteOptions): Promise<Figures> {
  return inFolder(async (home) => {
    const world = await makeWorld(home);
    const all = damagesOf(world.whole, options.form === 'long').slice(0, options.count ?? undefined);
    const failures: string[] = [];
    let [accepted, crashes] = [0, 0];
    for (const [at, damage] of all.entries()) {
      const what = `${damage.file} ${damage.how}`;
      const store = path.join(home, 'case');
      cpSync(world.whole, store, { recursive: true });
      try {
        const faults = await oneCase(world, store, damage);
        if (faults.length === 0) accepted += 1;
        failures.push(...faults.map((fault) => `${what}: ${fault}`));
      } catch (thrown) {
        crashes += 1;
        failures.push(`${what}: threw ${String(thrown)}`);
      }
      rmSync(store, { recursive: true, force: true });
      options.onProgress?.(at + 1, all.length);
      if (failures.length > mostFailures) break;
    }
    return { cases: all.length, accepted, crashes, failures, notes: { files: filesOf(world.whole).length } };
  });
}

async function makeWorld(home: string): Promise<World> {
  const folder = (name: string) => {
    mkdirSync(path.join(home, name));
    return path.join(home, name);
  };
  const older = await makeShareFolder({}, folder('older'));
  const bodies = { facebook: ['# New\n', '# Two\n'], x: ['# Here\n'] };
  const newer = await makeShareFolder({ bodies, keys: older.keys, roots: older.roots, version: nowVersion + 60 }, folder('newer'));
  const share = { ...newer, pinnedRoot: older.pinnedRoot };
  const whole = path.join(home, 'whole');
  await bring(older, whole);
  await bring(share, whole);
  return { home, whole, older, share, texts: JSON.stringify(await readable(whole)) };
}

/** What does not hold for this damage. */
async function oneCase({ older, share, texts }: World, store: string, { file, make }: Damage): Promise<readonly string[]> {
  const faults: string[] = [];
  const place = path.join(store, file);
  const bytes = make(readFileSync(place));
  if (bytes === null) rmSync(place);
  else writeFileSync(place, bytes);
  await look(store, texts, faults);
  // Before anything heals it, an older share must not slip in.
  const early = await bring(older, store);
  if (early.channels.some(({ outcome }) => outcome === 'imported')) faults.push('an older edition came in');
  const report = await bring(share, store);
  const bad = Object.values(codes(report)).filter((code) => code !== 'imported' && code !== 'current');
  if (bad.length > 0) faults.push(`not healed: ${bad.join()}`);
  if (JSON.stringify(await readable(store)) !== texts) faults.push('other texts');
  if (findState(store).damaged.length > 0) faults.push(`state still damaged: ${findState(store).damaged.join()}`);
  if (readFloors(store).channels.length === 0) faults.push('no copy of the floors');
  await look(store, texts, faults);
  const left = (await openLocalStore(store)).problems();
  if (left.length > 0) faults.push(`still ${left.map(({ code }) => code).join()}`);
  const back = await bring(older, store);
  if (![back.error?.code, back.directory.error?.code, ...Object.values(codes(back))].includes('ROLLED_BACK')) faults.push('not refused');
  if (JSON.stringify(await readable(store)) !== texts) faults.push('other texts after an older share');
  return faults;
}

/** Opens every guide, as people do in time: what is damaged is marked by that. Nothing but signed texts is ever seen. */
async function look(store: string, texts: string, faults: string[]): Promise<void> {
  const local = await openLocalStore(store);
  for (const { guides } of local.held())
    for (const { id } of guides) {
      const opened = await local.openGuide(id).catch(() => null);
      if (opened && !texts.includes(JSON.stringify(opened.source))) faults.push(`showed ${opened.source.slice(0, 40)}`);
    }
}

const filesOf = (store: string): readonly string[] =>
  readdirSync(store, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(store, name)).isFile())
    .toSorted();

/** Long: each file flipped, cut and zeroed at 12 places spread over it; short: at one. */
function damagesOf(store: string, isLong: boolean): readonly Damage[] {
  const places = isLong ? 12 : 1;
  return filesOf(store).flatMap((file) => {
    const { size } = statSync(path.join(store, file));
    const spread = Array.from({ length: Math.min(places, size) }, (_, at) => Math.floor(((at + 0.34) * size) / Math.min(places, size)));
    return [
      { file, how: 'zeroed', make: (bytes: Buffer) => Buffer.alloc(bytes.length) },
      { file, how: 'deleted', make: () => null },
      ...spread.map((at) => ({ file, how: `flipped at ${at}`, make: (bytes: Buffer) => flipped(bytes, at) })),
      ...spread.map((at) => ({ file, how: `cut at ${at}`, make: (bytes: Buffer) => bytes.subarray(0, at) })),
      ...(isLong ? spread.map((at) => ({ file, how: `zeroes from ${at}`, make: (bytes: Buffer) => zeroedFrom(bytes, at) })) : []),
    ];
  });
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

const zeroedFrom = (bytes: Buffer, at: number): Buffer => Buffer.concat([bytes.subarray(0, at), Buffer.alloc(bytes.length - at)]);
