// Hostile bundles, opened by a process that may only read: every one is refused, or says no more than it says, within two
// seconds and 150 MB, and no file is made anywhere. In the long form each has a process of its own, so that its memory is
// its own; then every bit and every shorter length of a right bundle.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { packBundle } from '../../content/node/suggestion-bundle.ts';
import { bundleJob } from '../support/mirror-bundle.ts';
import { type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';
import { type HostileCase, hostileArchives } from './bundle-archives.ts';
import { hostileContents, rightFiles } from './bundle-contents.ts';
import type { BundleLine, BundleSaid } from './bundle-job.ts';

/** The issue's. Time is of the processor: others run on this machine too. */
const [mostMilliseconds, mostBytes] = [2_000, 150 * 1024 * 1024];
/** Bits and lengths between two that are tried, in the short form. */
const shortStep = 37;
/** Nothing takes this long that ever ends. */
const patienceMs = 60_000;

export async function bundleSuite(options: SuiteOptions): Promise<Figures> {
  const isLong = options.form === 'long';
  return inFolder(async (home) => {
    const folder = path.join(home, 'work');
    mkdirSync(folder);
    const job = path.join(home, 'job.cjs');
    bundleJob('bundle-job.ts', job);
    const file = path.join(home, 'case.ngsuggest');
    const failures: string[] = [];
    const seen = { milliseconds: 0, bytes: 0, slowest: '', largest: '' };
    const refusals = new Map<string, number>();
    let [cases, accepted, crashes, fine, damaged, spared, same] = [0, 0, 0, 0, 0, 0, 0];

    const every: readonly HostileCase[] = [...hostileArchives(rightFiles()), ...hostileContents()];
    const all = every.filter(({ isHeavy }) => isLong || !isHeavy);
    let server: Opener | null = null;
    try {
      for (const { about, bytes, isFine } of options.count === null ? all : all.slice(0, options.count)) {
        writeFileSync(file, bytes());
        cases += 1;
        server ??= opener(job, folder);
        const said = await server.ask({ file });
        if (said === null) {
          crashes += 1;
          failures.push(`${about}: the process ended, or never did`);
        } else {
          if (said.cpuMilliseconds > seen.milliseconds) [seen.milliseconds, seen.slowest] = [said.cpuMilliseconds, about];
          if (said.peakBytes > seen.bytes) [seen.bytes, seen.largest] = [said.peakBytes, about];
          if (said.cpuMilliseconds > mostMilliseconds) failures.push(`${about}: took ${Math.round(said.cpuMilliseconds)} ms`);
          if (isLong && said.peakBytes > mostBytes) failures.push(`${about}: took ${Math.round(said.peakBytes / 1024 / 1024)} MB`);
          if (isFine && said.refusal !== null) failures.push(`${about}: refused as ${said.refusal}`);
          if (!isFine && said.refusal === null) failures.push(`${about}: was taken`);
          if (!isFine && said.refusal === null) accepted += 1;
          if (isFine) fine += 1;
          else refusals.set(said.refusal ?? '', (refusals.get(said.refusal ?? '') ?? 0) + 1);
        }
        if (isLong || said === null) {
          await server.stop();
          server = null;
        }
        options.onProgress?.(cases, all.length);
        if (failures.length > mostFailures) break;
      }
      const good = packBundle(rightFiles());
      writeFileSync(file, good);
      for (const kind of ['bits', 'lengths'] as const) {
        server ??= opener(job, folder);
        const said = await server.ask({ file, damage: { kind, from: 0, step: isLong ? 1 : shortStep } }, 20 * patienceMs);
        damaged += said?.tried ?? 0;
        spared += said?.taken.length ?? 0;
        same += said?.same ?? 0;
        if (said === null) failures.push(`damaged ${kind}: the process ended`);
        else if (said.taken.length > 0) failures.push(`damaged ${kind}: taken at ${said.taken.slice(0, 20).join(', ')}`);
      }
    } finally {
      await server?.stop();
    }
    const outside = [...readdirSync(folder), ...readdirSync(home).filter((name) => !['work', 'job.cjs', 'case.ngsuggest'].includes(name))];
    if (outside.length > 0) failures.push(`files were made: ${outside.join(', ')}`);
    const notes = {
      fine,
      refused: cases - fine - accepted,
      damaged,
      'the same all the same': same,
      'ms at most': Math.round(seen.milliseconds),
      slowest: seen.slowest,
      'MB at most': Math.round(seen.bytes / 1024 / 1024),
      largest: seen.largest,
      by: [...refusals].map(([refusal, count]) => `${refusal} ${count}`).join(' '),
      outside: outside.length,
    };
    return { cases: cases + damaged, accepted: accepted + spared, crashes, failures, notes };
  });
}

interface Opener {
  /** Null: it ended before it answered. */
  ask(line: BundleLine, patience?: number): Promise<BundleSaid | null>;
  stop(): Promise<void>;
}

/** A call that writes, starts a program or loads one ends the process. */
const readOnly = process.allowedNodeEnvironmentFlags.has('--permission')
  ? ['--permission', '--allow-fs-read=*']
  : ['--experimental-permission', '--allow-fs-read=*', '--no-warnings'];

function opener(job: string, cwd: string): Opener {
  const env = { PATH: process.env.PATH, HOME: cwd, TMPDIR: cwd };
  const child = spawn(process.execPath, [...readOnly, job], { cwd, env, stdio: ['pipe', 'pipe', 'ignore'] });
  // Where it has ended already; that is told by its silence.
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    async ask(line, patience = patienceMs) {
      const timer = setTimeout(() => child.kill('SIGKILL'), patience);
      child.stdin.write(`${JSON.stringify(line)}\n`);
      const { value, done } = await lines.next();
      clearTimeout(timer);
      return done ? null : (JSON.parse(value) as BundleSaid);
    },
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
