// The first sync of a PC: many packs from Samba, seen through rclone over a line that answers late. Measures time and
// memory of the sync process; kills another at half way and lets it go on; everything can be read at the end.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ChannelId } from '../../content/core/base/ids.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { makeShareFolder } from '../support/demo-share.ts';
import { bundleJob } from '../support/mirror-bundle.ts';
import { type Line, lineTo } from '../support/mirror-proxy.ts';
import { sambaShare } from '../support/real-share.ts';
import { now } from '../support/signed-repository.ts';
import { chanceOf, type Figures, inFolder, type SuiteOptions } from '../support/torture.ts';

const sizes = {
  short: { packs: 2, files: 30, fileBytes: 4_000 },
  // 3,000 files and 150 MB.
  long: { packs: 10, files: 300, fileBytes: 50_000 },
} as const;
/** A question and its answer take 20 ms longer, as `ping` counts it: half of it each way. */
const usualMs = 10;
/** The harder reading: 20 ms each way. Measured, not judged. */
const hardMs = 20;
/** Windows' own client remembers names and sizes of a network folder for ten seconds. */
const remember = '10s';
const [mostSeconds, mostMb] = [90, 250];

interface End {
  readonly error: string | null;
  readonly files: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly memoryMb: number;
}

export async function firstSyncSuite(options: SuiteOptions): Promise<Figures> {
  const size = sizes[options.form];
  const failures: string[] = [];
  const notes: Record<string, number | string> = {};
  let accepted = 0;
  // On the disk, as a PC has it.
  const disk = mkdtempSync(path.join(tmpdir(), 'guides-first-sync-'));
  try {
    await inFolder(async (home) => {
      const job = path.join(home, 'job.cjs');
      bundleJob('first-sync-job.ts', job);
      let line: Line | null = null;
      let delayMs = usualMs;
      const samba = await sambaShare(home, 'me', {
        remember,
        line: async (port) => {
          line = await lineTo(port, { delayMs: () => delayMs });
          return line.port;
        },
      });
      try {
        const { pinnedRoot } = await makeShareFolder({ bodies: bodiesOf(size, options.seed) }, samba.source);
        writeFileSync(path.join(home, 'root.json'), pinnedRoot);
        const run = (store: string, onFile?: (done: number) => boolean) => {
          mkdirSync(store, { recursive: true });
          return runJob([job, store, samba.seen, path.join(home, 'root.json'), now.toISOString()], onFile);
        };
        const all = size.packs * size.files;
        options.onProgress?.(0, 3);
        const whole = await run(path.join(disk, 'whole'));
        const wholeBytes = (line as Line | null)?.bytes ?? 0;
        if (!whole || whole.error || whole.files !== all)
          failures.push(`the first sync ended with ${JSON.stringify(whole)}, not ${all} files`);
        else {
          accepted += 1;
          Object.assign(notes, {
            files: whole.files,
            MB: Math.round(whole.bytes / 1e6),
            seconds: whole.seconds,
            'peak MB': whole.memoryMb,
          });
          if (whole.seconds > mostSeconds) failures.push(`the first sync took ${whole.seconds} s, not ${mostSeconds}`);
          if (whole.memoryMb > mostMb) failures.push(`the first sync took ${whole.memoryMb} MB, not ${mostMb}`);
        }
        options.onProgress?.(1, 3);

        // Killed in the middle of a pack, and again later.
        const carried = () => (line as Line | null)?.bytes ?? 0;
        const before = carried();
        let fetched = 0;
        for (const share of [0.45, 0.75]) {
          let seen = 0;
          const killed = await run(path.join(disk, 'killed'), (done) => {
            seen = done;
            return fetched + done >= all * share;
          });
          if (killed) failures.push('it ended before it was killed');
          fetched += seen;
        }
        const rest = await run(path.join(disk, 'killed'));
        const again = fetched + (rest?.files ?? 0) - all;
        // Over the line also what was on its way when it was killed.
        const twice = Math.round((carried() - before - wholeBytes) / 1e5) / 10;
        Object.assign(notes, { 'files fetched again after two kills': again, 'MB more over the line': twice });
        if (!rest || rest.error) failures.push(`after the kills it ended with ${JSON.stringify(rest)}`);
        else accepted += 1;
        // What verified stays, file by file: at most the one whose end was not told.
        if (again > 2) failures.push(`after two kills ${again} files were fetched again`);
        options.onProgress?.(2, 3);
        if (options.form === 'long') {
          delayMs = hardMs;
          const hard = await run(path.join(disk, 'hard'));
          Object.assign(notes, { 'seconds at 20 ms each way': hard?.seconds ?? 'none', 'peak MB then': hard?.memoryMb ?? 'none' });
          if (hard?.error !== null || hard.files !== all) failures.push(`at 20 ms each way it ended with ${JSON.stringify(hard)}`);
        }
        for (const name of ['whole', 'killed']) {
          const read = await openAll(path.join(disk, name));
          // Two of each pack's files are no guides: the index and a picture.
          if (read !== all - 2 * size.packs) failures.push(`${read} guides of the ${name} one can be read`);
        }
      } finally {
        await samba.stop();
        await (line as Line | null)?.stop();
      }
    });
  } finally {
    rmSync(disk, { recursive: true, force: true });
  }
  const line = `20 ms round trip by a delaying TCP proxy`;
  return { cases: 2, accepted, crashes: 0, failures, notes: { ...notes, line } };
}

/** @param onFile true ends the process at once. @returns null where it was ended. */
function runJob(args: readonly string[], onFile: (done: number) => boolean = () => false): Promise<End | null> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let rest = '';
    let end: End | null = null;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = `${rest}${text}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const said = JSON.parse(line) as { readonly done?: number; readonly end?: End };
        end = said.end ?? end;
        if (said.done !== undefined && onFile(said.done)) child.kill('SIGKILL');
      }
    });
    child.once('error', reject);
    child.once('close', () => resolve(end));
  });
}

function bodiesOf({ packs, files, fileBytes }: (typeof sizes)['short' | 'long'], seed: number): Record<ChannelId, readonly string[]> {
  const chance = chanceOf(seed);
  const text = (pack: number, at: number) => {
    // From a fifth to nine fifths of the mean, as guides and pictures differ.
    const bytes = Math.round(fileBytes * (0.2 + chance.int(1_600) / 1_000));
    const line = `Guide ${at} of pack ${pack} says ${chance.int(1e9)} in this line, as in all of its lines.\n\n`;
    return `# Guide ${at}\n\n${line.repeat(Math.ceil(bytes / line.length))}`;
  };
  return Object.fromEntries(
    Array.from({ length: packs }, (_, pack) => [
      `pack-${pack}` as ChannelId,
      // The index and a picture are files too.
      Array.from({ length: files - 2 }, (_, at) => text(pack, at)),
    ]),
  );
}

async function openAll(store: string): Promise<number> {
  const local = await openLocalStore(store);
  let read = 0;
  for (const { guides } of local.held()) for (const { id } of guides) if ((await local.openGuide(id)).source.length > 0) read += 1;
  return read;
}
