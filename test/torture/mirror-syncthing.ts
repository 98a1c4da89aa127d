// Two editors publish on both sides of a Syncthing pair at once. Readers of both sides look before, while and after it
// copies: never refused, never a mixture, never back. One `heal` and its signatures bring all to the newest edition with
// the work of both in it, and whoever lost is named.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bodies, copyShare, firstSecond, foundMirror, healMirror, publishMirror, signAndPublish } from '../support/mirror-group.ts';
import { MirrorReader } from '../support/mirror-reader.ts';
import { type SyncthingPair, syncthingPair } from '../support/mirror-syncthing.ts';
import { chanceOf, type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';

const conflicts = { short: 2, long: 24 } as const;
/** Copying a few small files on one machine takes a second or two. */
const quietMs = 60_000;

export async function syncthingSuite(options: SuiteOptions): Promise<Figures> {
  const wanted = options.count ?? conflicts[options.form];
  const chance = chanceOf(options.seed);
  return inFolder(async (home) => {
    const pair = await syncthingPair(home);
    const failures: string[] = [];
    const codes = new Map<string, number>();
    const told = { lost: 0, named: 0, copies: 0 };
    let [accepted, crashes] = [0, 0];
    try {
      let second = firstSecond;
      let bodies: Bodies = {
        left: '## Left\n\nThe left page.',
        right: '## Right\n\nThe right page.',
        common: '## Common\n\nOne for both.',
      };
      const [one, two] = pair.folders;
      const group = await foundMirror(path.join(home, 'first'), bodies, second);
      copyShare(path.join(home, 'first'), one);
      await settle(pair);
      // The third has both sides in its settings.
      const readers = [[one], [two], [two, one]].map((folders, at) => ({
        folders,
        reader: new MirrorReader(path.join(home, `store-${at}`), group, chance),
      }));
      const look = async (what: string) => {
        second += 60;
        for (const { folders, reader } of readers) {
          const before = reader.version;
          const seen = await reader.look(folders, second);
          for (const code of [...seen.codes, `shown ${seen.kind}`]) codes.set(code, (codes.get(code) ?? 0) + 1);
          if (seen.version > before) accepted += 1;
          if (failures.length < mostFailures) failures.push(...seen.broken.map((line) => `${what}: ${line}`));
        }
      };
      await look('at first');
      for (let at = 0; at < wanted; at += 1) {
        const what = `conflict ${at + 1}`;
        const isParted = chance.in100(50);
        if (isParted) await pair.part();
        second += 3_600 + chance.int(40_000);
        // Each changes a page of its own; which of the two signs later is chance.
        const apart = chance.in100(50) ? [0, 7] : [7, 0];
        const mine = { ...bodies, left: `## Left\n\nThe left page of round ${at}.` };
        const yours = { ...bodies, right: `## Right\n\nThe right page of round ${at}.` };
        await Promise.all([
          publishMirror(group, one, mine, second + (apart[0] ?? 0), 0),
          publishMirror(group, two, yours, second + (apart[1] ?? 0), 2),
        ]);
        // Which copy of the one shared name wins is decided by the files' times, and those are the servers', not the signers'.
        if (chance.in100(50)) swapTimes(pair.folders);
        second += 60;
        await look(`${what}, before they meet`);
        const meeting = (isParted ? pair.join() : Promise.resolve()).then(() => settle(pair));
        let isMet = false;
        meeting.then(
          () => {
            isMet = true;
          },
          () => {
            isMet = true;
          },
        );
        while (!isMet) {
          await look(`${what}, while it copies`);
          await sleep(chance.int(100));
        }
        await meeting;
        for (let later = 0; later < 3; later += 1) {
          second += 1_500;
          await look(`${what}, before the heal`);
        }
        told.copies += conflictCopies(one);
        const where = pair.folders[chance.int(2)] as string;
        const healed = await healMirror(group, where, second);
        if (healed.did !== 'merge' || !healed.draft) failures.push(`${what}: heal said ${healed.did} and made draft ${healed.draft}`);
        told.lost += healed.lost.length;
        for (const { signers, version } of healed.lost) {
          if (signers.some((name) => name.startsWith('Demonstration editor'))) told.named += 1;
          else failures.push(`${what}: nobody is named for ${version}`);
        }
        bodies = { ...mine, right: yours.right };
        second += 60;
        if (healed.draft) await joinBoth(group, where, healed.draft, bodies, second);
        await settle(pair);
        await look(`${what}, after the heal`);
        const newest = Math.max(...group.editions.keys());
        for (const [who, { reader }] of readers.entries())
          if (reader.version !== newest) failures.push(`${what}: reader ${who + 1} stands at ${reader.version}, not ${newest}`);
        options.onProgress?.(at + 1, wanted);
      }
    } catch (thrown) {
      crashes += 1;
      failures.push(`threw ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
    } finally {
      await pair.stop();
    }
    const { lost, named, copies } = told;
    const notes = { lost, named, 'conflict copies': copies, ...Object.fromEntries(codes) };
    return { cases: wanted, accepted, crashes, failures, notes };
  });
}

type Group = Awaited<ReturnType<typeof foundMirror>>;

/** The draft that heal made holds what both wrote, or a reader will say that it shows what nobody published. */
async function joinBoth(group: Group, folder: string, draft: string, bodies: Bodies, second: number): Promise<void> {
  const text = readFileSync(path.join(folder, 'staging', 'facebook', draft, 'draft.targets.json'), 'utf8');
  const { version } = JSON.parse(text) as { readonly version: number };
  group.note(version, bodies);
  await signAndPublish(group, folder, draft, second, 1);
}

function swapTimes(folders: readonly [string, string]): void {
  const files = folders.map((folder) => path.join(folder, 'channels', 'facebook', 'metadata', 'timestamp.json'));
  const times = files.map((file) => statSync(file).mtime);
  for (const [at, file] of files.entries()) utimesSync(file, times[1 - at] as Date, times[1 - at] as Date);
}

const conflictCopies = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.sync-conflict-')).length;

/** Until both hold the same. A file that changed while one looked is found by the next look. */
async function settle(pair: SyncthingPair): Promise<void> {
  for (const end = performance.now() + quietMs; performance.now() < end; await sleep(100)) {
    await pair.scan();
    if ((await pair.isQuiet()) && listing(pair.folders[0]) === listing(pair.folders[1])) return;
  }
  throw new Error('the two did not become the same');
}

function listing(folder: string): string {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'))
    .map((entry) => path.join(entry.parentPath, entry.name));
  const lines = names.map((file) => `${path.relative(folder, file)} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`);
  return lines.sort().join('\n');
}
