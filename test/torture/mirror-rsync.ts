// A share that is published to, copied to a mirror by rsync that is killed at random moments, in four of its modes. After
// every kill a reader looks: never refused, never a mixture, never back; and whole after the last run that ends.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bodies, firstSecond, foundMirror, publishMirror } from '../support/mirror-group.ts';
import { MirrorReader } from '../support/mirror-reader.ts';
import { type Chance, chanceOf, type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';

const kills = { short: 5, long: 100 } as const;
const guides = 12;
/** Kilobytes a second: an edition then takes long enough to be met in its middle. */
const slow = 500;
/** As administrators write it; the last writes into the files themselves, which shows half ones under their names. */
const modes = [['--delete'], ['--partial'], ['--delay-updates', '--delete-after'], ['--inplace', '--no-whole-file'], ['--inplace']];

export async function rsyncSuite(options: SuiteOptions): Promise<Figures> {
  const wanted = options.count ?? kills[options.form];
  const chance = chanceOf(options.seed);
  return inFolder(async (home) => {
    const [source, mirror] = [path.join(home, 'share'), path.join(home, 'mirror')];
    mkdirSync(mirror);
    let second = firstSecond;
    let bodies: Bodies = Object.fromEntries(Array.from({ length: guides }, (_, at) => [`page-${at}`, bodyOf(chance, at, 0)]));
    const group = await foundMirror(source, bodies, second);
    const reader = new MirrorReader(path.join(home, 'store'), group, chance);
    // A second one that comes now and then: it sees leaps.
    const rare = new MirrorReader(path.join(home, 'rare'), group, chance);
    const codes = new Map<string, number>();
    const failures: string[] = [];
    let [accepted, crashes, killed, runs, published] = [0, 0, 0, 0, 1];
    const look = async (who: MirrorReader, what: string) => {
      const before = who.version;
      const seen = await who.look([mirror], second);
      for (const code of seen.codes) codes.set(code, (codes.get(code) ?? 0) + 1);
      codes.set(`shown ${seen.kind}`, (codes.get(`shown ${seen.kind}`) ?? 0) + 1);
      if (seen.version > before) accepted += 1;
      if (failures.length < mostFailures) failures.push(...seen.broken.map((line) => `${what}: ${line}`));
      return seen;
    };
    await copy(source, mirror, [], 0).ended;
    await look(reader, 'at first');
    let usualMs = 150;
    for (let at = 0; killed < wanted; at += 1) {
      // Minutes or hours: sightings add up over more than an hour, and lag over a day.
      second += 300 + chance.int(chance.in100(20) ? 40_000 : 4_000);
      const mode = modes[chance.int(modes.length)] as readonly string[];
      const what = `run ${at + 1}, rsync ${mode.join(' ')}`;
      try {
        const isDuring = chance.in100(40);
        const next = chance.in100(75) ? changed(chance, bodies, at + 1) : null;
        if (next && !isDuring) await publishMirror(group, source, next, second, chance.int(5));
        const run = copy(source, mirror, mode);
        const wait = sleep(chance.int(Math.ceil(usualMs * 1.2)));
        if (next && isDuring) await Promise.all([wait, publishMirror(group, source, next, second, chance.int(5))]);
        else await wait;
        if (run.kill()) {
          killed += 1;
          // What was left undone comes on top of the next run: some of them must end.
          usualMs = Math.min(usualMs * 1.15, 1_500);
        } else usualMs = Math.max(100, usualMs / 2);
        await run.ended;
        runs += 1;
        if (next) {
          bodies = next;
          published += 1;
        }
        second += 60 + chance.int(600);
        await look(reader, what);
        if (chance.in100(20)) await look(rare, what);
      } catch (thrown) {
        crashes += 1;
        failures.push(`${what}: threw ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
        break;
      }
      options.onProgress?.(killed, wanted);
    }
    await copy(source, mirror, ['--delete'], 0).ended;
    second += 60;
    const newest = Math.max(...group.editions.keys());
    for (const who of [reader, rare]) {
      const last = await look(who, 'after the last whole run');
      if (last.version !== newest || last.kind !== 'current') failures.push(`at the end ${last.version} (${last.kind}), not ${newest}`);
    }
    return { cases: killed, accepted, crashes, failures, notes: { runs, published, ...Object.fromEntries(codes) } };
  });
}

/** `kill` is false where it had ended already. @param limit kB a second; 0 for none. */
function copy(from: string, to: string, mode: readonly string[], limit = slow): { readonly ended: Promise<void>; kill(): boolean } {
  // In a group of its own: rsync on one machine is three processes.
  const args = ['--recursive', '--times', '--exclude=/staging', `--bwlimit=${limit}`, ...mode, `${from}/`, `${to}/`];
  const child = spawn('rsync', args, { stdio: 'ignore', detached: true });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
  return {
    ended,
    kill() {
      if (child.exitCode !== null || child.pid === undefined) return false;
      try {
        process.kill(-child.pid, 'SIGKILL');
        return true;
      } catch {
        return false;
      }
    },
  };
}

function changed(chance: Chance, bodies: Bodies, edition: number): Bodies {
  const count = chance.in100(50) ? 1 : 1 + chance.int(guides);
  const next = { ...bodies };
  for (let done = 0; done < count; done += 1) {
    const at = chance.int(guides);
    next[`page-${at}`] = bodyOf(chance, at, edition);
  }
  return next;
}

/** Long enough to be cut in the middle: 2 to 60 kB. */
function bodyOf(chance: Chance, at: number, edition: number): string {
  const lines = Array.from(
    { length: 20 + chance.int(600) },
    (_, line) => `Line ${line} of page ${at} in edition ${edition}: ${chance.int(1e9)} says so.`,
  );
  return `## Page ${at}\n\n${lines.join('\n\n')}`;
}
