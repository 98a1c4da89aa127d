// A share on nginx as a static mirror, read over HTTP by our strict client and three that other people wrote: on a line
// that works all hold the published bytes; where answers are missing, cut or slow they hold these or none, and recover.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../../content/node/hash.ts';
import { type MirrorClient, mirrorClients } from '../support/mirror-clients.ts';
import { type Bodies, foundMirror, publishMirror } from '../support/mirror-group.ts';
import { type Mirror, nginxMirror, type ServerKind } from '../support/mirror-nginx.ts';
import { lineTo } from '../support/mirror-proxy.ts';
import { type Chance, chanceOf, type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';

const editions = { short: 3, long: 40 } as const;
type Trouble = Exclude<ServerKind, 'well'> | 'cut';
const troubles: readonly Trouble[] = ['cut', 'missing', 'slow', 'denied', 'broken', 'silent'];
const repositories = ['directory', 'channels/facebook'] as const;

export async function nginxSuite(options: SuiteOptions): Promise<Figures> {
  const wanted = options.count ?? editions[options.form];
  const chance = chanceOf(options.seed);
  return inFolder(async (home) => {
    const share = path.join(home, 'share');
    // These clients take the time from the system and refuse what has expired: signed within the last hours.
    let second = Math.floor(Date.now() / 1000) - 6 * 3600;
    let bodies: Bodies = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`page-${at}`, bodyOf(chance, at, 0)]));
    const group = await foundMirror(share, bodies, second);
    const mirror = await nginxMirror(path.join(home, 'nginx'), share);
    const failures: string[] = [];
    const notes = new Map<string, number>();
    const count = (what: string) => notes.set(what, (notes.get(what) ?? 0) + 1);
    let [cases, accepted, crashes] = [0, 0, 0];
    try {
      const clients = new Map(repositories.map((repository) => [repository, clientsOf(home, share, repository)]));
      const earlier = new Map<string, ReadonlyMap<string, string>[]>();
      for (let at = 0; at < wanted; at += 1) {
        if (at > 0) {
          second += 60 + chance.int(300);
          bodies = { ...bodies, [`page-${chance.int(8)}`]: bodyOf(chance, at, at) };
          await publishMirror(group, share, bodies, second, chance.int(5));
        }
        // Trouble first: what it leaves behind in a client must not keep it from the next read.
        const trouble = troubles[at % troubles.length] as Trouble;
        for (const repository of repositories) {
          const there = publishedIn(share, repository);
          for (const client of clients.get(repository) ?? []) {
            cases += 2;
            const what = `edition ${at + 1}, ${repository}, ${client.name}`;
            const ill = await readBy(mirror, trouble, chance, (base) => client.read(`${base}/${repository}`, [...there.keys()]));
            count(`${trouble} ${'got' in ill ? 'read' : 'refused'}`);
            if ('got' in ill && !isSame(there, ill.got) && !client.forget) failures.push(`${what}: other bytes over ${trouble}`);
            if (trouble === 'slow' && 'refused' in ill) failures.push(`${what}: ${ill.refused} over a slow line`);
            const again = () => client.read(`http://127.0.0.1:${mirror.port.well}/${repository}`, [...there.keys()]);
            let well = await again();
            if (client.forget && !('got' in well && isSame(there, well.got))) {
              // Stuck: nothing, or an edition that was whole before. Never anything else.
              const isEarlier = 'refused' in well || earlier.get(repository)?.some((edition) => isSame(edition, (well as Got).got));
              if (!isEarlier) failures.push(`${what}: bytes of no edition`);
              count(`${client.name} stuck`);
              client.forget();
              well = await again();
            }
            if ('refused' in well) failures.push(`${what}: after ${trouble} refused: ${well.refused}`);
            else if (!isSame(there, well.got)) failures.push(`${what}: other bytes`);
            else accepted += 1;
          }
          earlier.set(repository, [...(earlier.get(repository) ?? []), there]);
        }
        options.onProgress?.(at + 1, wanted);
        if (failures.length > mostFailures) break;
      }
    } catch (thrown) {
      crashes += 1;
      failures.push(`threw ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
    } finally {
      await mirror.stop();
    }
    return { cases, accepted, crashes, failures, notes: Object.fromEntries(notes) };
  });
}

type Got = { readonly got: ReadonlyMap<string, string> };
type Read = ReturnType<MirrorClient['read']>;

async function readBy(mirror: Mirror, trouble: Trouble, chance: Chance, read: (base: string) => Read): Read {
  if (trouble !== 'cut') return read(`http://127.0.0.1:${mirror.port[trouble]}`);
  // Half of the answers end early, some within their heads.
  const line = await lineTo(mirror.port.well, { cutAfter: () => (chance.in100(50) ? 1 + chance.int(3_000) : null) });
  try {
    return await read(`http://127.0.0.1:${line.port}`);
  } finally {
    await line.stop();
  }
}

function clientsOf(home: string, share: string, repository: string): readonly MirrorClient[] {
  const folder = path.join(home, 'clients', path.basename(repository));
  mkdirSync(folder, { recursive: true });
  return mirrorClients(folder, readFileSync(path.join(share, repository, 'metadata', '1.root.json')));
}

/** Name -> SHA-256 of the file on the share, as its newest list names it. */
function publishedIn(share: string, repository: string): ReadonlyMap<string, string> {
  const folder = path.join(share, repository);
  const versions = readdirSync(path.join(folder, 'metadata')).flatMap((name) =>
    name.endsWith('.targets.json') ? [Number.parseInt(name, 10)] : [],
  );
  const list = JSON.parse(readFileSync(path.join(folder, 'metadata', `${Math.max(...versions)}.targets.json`), 'utf8')) as {
    readonly signed: { readonly targets: Readonly<Record<string, { readonly hashes: { readonly sha256: string } }>> };
  };
  return new Map(
    Object.entries(list.signed.targets).map(([name, { hashes }]) => [
      name,
      sha256(readFileSync(path.join(folder, 'targets', `${hashes.sha256}.${name}`))),
    ]),
  );
}

const isSame = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean =>
  one.size === other.size && [...one].every(([name, digest]) => other.get(name) === digest);

function bodyOf(chance: Chance, at: number, edition: number): string {
  const lines = Array.from(
    { length: 5 + chance.int(100) },
    (_, line) => `Line ${line} of page ${at} in edition ${edition}: ${chance.int(1e9)}.`,
  );
  return `## Page ${at}\n\n${lines.join('\n\n')}`;
}
