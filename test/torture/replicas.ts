// Five publishers on three to five replicas that deliver late and in any order, and readers at each: no reader ever goes
// back or shows a mixture, and after quiet and one heal all stand at the newest edition.
import { encodeUtf8 } from '../../content/core/base/utf8.ts';
import { snapshotSigned, timestampSigned } from '../../content/core/publish/metadata.ts';
import { dayMs } from '../../content/core/publish/roles.ts';
import { noFloors } from '../../content/core/trust/state.ts';
import { sha256 } from '../../content/node/hash.ts';
import type { MetadataSet } from '../../content/node/metadata-set.ts';
import { setOf, updateRepository } from '../../content/node/update-repository.ts';
import { editionOf, firstRoots, groups, sealed } from '../support/attack-scene.ts';
import { longestDelay, Replicator } from '../support/replicator.ts';
import { nowVersion } from '../support/signed-repository.ts';
import { type Chance, chanceOf, type Figures, mostFailures, type SuiteOptions } from '../support/torture.ts';

const seeds = { short: 200, long: 10_000 } as const;
const [publishers, start, span] = [5, nowVersion, 20 * 24 * 3600];
const folder = 'channels/facebook';

/** What a share in the middle of replication may look like to a reader: never more than these. */
const fairCodes: ReadonlySet<string> = new Set(['INCOMPLETE', 'ROLLED_BACK', 'TAMPERED']);

interface World {
  readonly chance: Chance;
  readonly replicator: Replicator;
  /** SHA-256 of each published targets file, by version: the only content there may ever be. */
  readonly published: Map<number, string>;
  readonly readers: Reader[];
  readonly broken: string[];
  readonly codes: Map<string, number>;
}

interface Reader {
  replica: number;
  held: MetadataSet | null;
  version: number;
  timestamp: number;
}

export async function replicaSuite(options: SuiteOptions): Promise<Figures> {
  const wanted = options.count ?? seeds[options.form];
  const failures: string[] = [];
  const codes = new Map<string, number>();
  let [accepted, crashes] = [0, 0];
  for (let index = 0; index < wanted; index += 1) {
    const seed = options.seed + index;
    try {
      const told = await runSeed(seed, codes);
      accepted += told.accepted;
      if (failures.length < mostFailures) failures.push(...told.broken.map((line) => `seed ${seed}: ${line}`));
    } catch (thrown) {
      crashes += 1;
      if (failures.length < mostFailures) failures.push(`seed ${seed}: threw ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
    }
    options.onProgress?.(index + 1, wanted);
  }
  return { cases: wanted, accepted, crashes, failures, notes: Object.fromEntries(codes) };
}

async function runSeed(seed: number, codes: Map<string, number>): Promise<{ accepted: number; broken: readonly string[] }> {
  const chance = chanceOf(seed);
  const count = 3 + chance.int(3);
  const world: World = { chance, replicator: new Replicator(count, chance), published: new Map(), readers: [], broken: [], codes };
  for (let reader = 0; reader < 4; reader += 1) world.readers.push({ replica: chance.int(count), held: null, version: 0, timestamp: 0 });
  // People publish at different seconds: two files of one version are a case of their own, which no heal can mend.
  const moments = new Set<number>();
  while (moments.size < 8) moments.add(start + chance.int(span));
  const publishing = [...moments].map((time) => ({ time, publisher: chance.int(publishers) }));
  // The same few seconds on several replicas: what replication does worst.
  const rush = start + chance.int(span);
  for (let publisher = 0; publisher < 3; publisher += 1) publishing.push({ time: rush + publisher, publisher });
  const events = [
    ...publishing.map(({ time, publisher }) => ({ time, run: async () => publish(world, publisher % count, time) })),
    ...Array.from({ length: 16 }, () => ({
      time: start + chance.int(span + longestDelay),
      run: async (time: number) => read(world, chance.pick(world.readers), time),
    })),
  ].sort((one, two) => one.time - two.time);
  let accepted = 0;
  for (const { time, run } of events) {
    world.replicator.runTo(time);
    if (await run(time)) accepted += 1;
  }
  const quiet = start + span + 2 * longestDelay;
  world.replicator.settle();
  heal(world, chance.int(count), quiet);
  world.replicator.settle();
  const newest = Math.max(...world.published.keys());
  for (const reader of world.readers) {
    await read(world, reader, quiet + 60);
    if (reader.version !== newest)
      world.broken.push(`after the heal a reader of replica ${reader.replica} stands at ${reader.version}, not ${newest}`);
  }
  return { accepted, broken: world.broken };
}

/** The newest version a publisher finds named on its replica. */
function newestNamed(world: World, replica: number, role: string): number {
  const pattern = new RegExp(`^${folder}/metadata/(\\d+)\\.${role}\\.json$`);
  return Math.max(0, ...world.replicator.names(replica).map((name) => Number(pattern.exec(name)?.[1] ?? 0)));
}

function publish(world: World, replica: number, time: number): boolean {
  const version = Math.max(time, newestNamed(world, replica, 'snapshot') + 1, newestNamed(world, replica, 'targets') + 1);
  // The clocks of two publishers are a second apart, and the one behind saw the other's file: no third may meet both.
  if (world.published.has(version)) return false;
  const files = [
    { name: 'same.md', bytes: encodeUtf8('# The same in all\n') },
    { name: 'page.md', bytes: encodeUtf8(`# Edition ${version} from replica ${replica}\n`) },
  ];
  const edition = editionOf('facebook', { version, files, expires: new Date((time + 45 * 86_400) * 1000) });
  world.published.set(version, sha256(edition.get(`${folder}/metadata/${version}.targets.json`) as Uint8Array));
  if (!world.replicator.names(replica).includes(`${folder}/metadata/1.root.json`))
    world.replicator.write(replica, `${folder}/metadata/1.root.json`, firstRoots.facebook, start);
  for (const [name, bytes] of edition) world.replicator.write(replica, name, bytes as Uint8Array, time);
  return true;
}

/** Snapshot and timestamp anew over the newest targets that the replica has. */
function heal(world: World, replica: number, time: number): void {
  const targets = newestNamed(world, replica, 'targets');
  const version = Math.max(time, newestNamed(world, replica, 'snapshot') + 1);
  const expires = new Date(time * 1000 + 45 * dayMs);
  const snapshot = sealed(snapshotSigned(version, expires, targets), groups.facebook.slice(0, 2));
  const timestamp = sealed(timestampSigned(version, expires, { version, file: snapshot }, sha256), groups.facebook.slice(2, 3));
  world.replicator.write(replica, `${folder}/metadata/${version}.snapshot.json`, snapshot, time);
  world.replicator.write(replica, `${folder}/metadata/timestamp.json`, timestamp, time);
}

/** One check by a reader, as the import makes it: the new edition counts once every file of it is there. */
async function read(world: World, reader: Reader, time: number): Promise<boolean> {
  if (world.chance.in100(15)) reader.replica = world.chance.int(world.replicator.replicas.length);
  const share = world.replicator.share(reader.replica);
  const options = { mode: 'product', now: new Date(time * 1000), sha256, floors: noFloors } as const;
  const root = reader.held?.get('root.json') ?? firstRoots.facebook;
  const update = await updateRepository({ share, folder: folder.split('/'), root, held: reader.held, options });
  const code = update.ok ? (update.value.current ? 'current' : 'new') : update.error.code;
  world.codes.set(code, (world.codes.get(code) ?? 0) + 1);
  if (!update.ok) {
    if (!fairCodes.has(update.error.code)) world.broken.push(`a reader was told ${update.error.code}`);
    return false;
  }
  const { state, current } = update.value;
  const { targets, timestamp } = state;
  if (current || !targets || !timestamp) return false;
  for (const [name, entry] of targets.targets) {
    const bytes = await share.read(`${folder}/targets`, `${entry.sha256}.${name}`, entry.length);
    if (!bytes || bytes.length !== entry.length || sha256(bytes) !== entry.sha256) return false;
  }
  if (targets.version < reader.version) world.broken.push(`a reader went back from ${reader.version} to ${targets.version}`);
  if (timestamp.version < reader.timestamp) world.broken.push(`a reader’s timestamp went back from ${reader.timestamp}`);
  if (world.published.get(targets.version) !== sha256(targets.bytes)) world.broken.push(`a reader shows a mixture at ${targets.version}`);
  Object.assign(reader, { held: setOf(state), version: targets.version, timestamp: timestamp.version });
  return true;
}
