// Samba, seen through rclone, frozen or killed at random moments of a sync by the app's own runner and session in a
// process of its own. The process is gone in time, what is held stays whole, and when the share is back the copy goes on
// and fetches again at most one blob (trust.md goal B4). The app's ten seconds of silence are two here: 200 moments.
import { type ChildProcess, fork } from 'node:child_process';
import { cpSync, existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportReport } from '../../content/node/import-share.ts';
import { createRoundRunner, type RoundEnd, type SyncProcess } from '../../electron/services/sync-process.ts';
import type { ToSync } from '../../electron/workers/sync-protocol.ts';
import { facebook, makeShareFolder } from '../support/demo-share.ts';
import { readable } from '../support/imports.ts';
import { bundleJob } from '../support/mirror-bundle.ts';
import { type SambaShare, sambaShare } from '../support/real-share.ts';
import { now, nowVersion } from '../support/signed-repository.ts';
import { chanceOf, type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';

const moments = { short: 2, long: 200 } as const;
const guides = 120;
/** In place of the app's: the waiting is not what is tested. Words that Node's channel has taken and not sent count for none. */
const [silenceMs, startMs, forceMs] = [2_000, 8_000, 1_000];
/** What the app promises. A call that the mount has in its hands ends when the mount gives it up, after 20 seconds here. */
const goneWithinMs = 30_000;
const tries = 20;

interface Told {
  readonly end: RoundEnd;
  readonly report: ImportReport | null;
  /** From the end of the share to the end of the process. */
  readonly goneMs: number;
}

export async function shareFrozenSuite(options: SuiteOptions): Promise<Figures> {
  const wanted = options.count ?? moments[options.form];
  const chance = chanceOf(options.seed);
  const failures: string[] = [];
  const ends = new Map<string, number>();
  let [accepted, crashes, latest, mostAgain] = [0, 0, 0, 0];
  await inFolder(async (home) => {
    const job = path.join(home, 'job.cjs');
    bundleJob('share-frozen-job.ts', job);
    const samba = await sambaShare(home);
    try {
      const bodies = (words: string) => ({ [facebook]: Array.from({ length: guides }, (_, at) => `# Guide ${at}\n\n${words} ${at}.\n`) });
      const first = await makeShareFolder({ bodies: bodies('Once') }, samba.source);
      const root = path.join(home, 'root.json');
      writeFileSync(root, first.pinnedRoot);
      const run = (store: string, log: string, spoil?: (child: ChildProcess) => Promise<number>) =>
        oneRound({ job, log, store, root, share: samba.seen }, spoil);
      const held = path.join(home, 'held');
      await run(held, path.join(home, 'log-held'));
      const texts = [JSON.stringify(await readable(held))];
      const offered = { keys: first.keys, roots: first.roots, version: nowVersion + 60, bodies: bodies('Then') };
      await makeShareFolder(offered, samba.source);
      const whole = path.join(home, 'whole');
      const began = performance.now();
      copyStore(held, whole);
      await run(whole, path.join(home, 'log-whole'));
      const lengthMs = performance.now() - began;
      const all = sizeOf(path.join(home, 'log-whole'));
      texts.push(JSON.stringify(await readable(whole)));

      for (let at = 0; at < wanted && failures.length < mostFailures; at += 1) {
        const how = at % 2 === 0 ? 'frozen' : 'killed';
        const moment = chance.int(Math.ceil(lengthMs));
        const what = `${how} after ${moment} of ${Math.round(lengthMs)} ms`;
        const [store, log] = [path.join(home, `store-${at}`), path.join(home, `log-${at}`)];
        try {
          copyStore(held, store);
          const told = await run(store, log, async () => {
            await sleep(moment);
            if (how === 'frozen') samba.freeze();
            else await samba.kill();
            return performance.now();
          });
          latest = Math.max(latest, told.goneMs);
          ends.set(`${how}: ${told.end.kind}`, (ends.get(`${how}: ${told.end.kind}`) ?? 0) + 1);
          if (told.goneMs > goneWithinMs) failures.push(`${what}: the process was there for ${told.goneMs} ms`);
          const code = codeOf(told.report);
          if (!['', 'SHARE_UNREACHABLE'].includes(code)) failures.push(`${what}: said ${code}`);
          if (!texts.includes(JSON.stringify(await readable(store)))) failures.push(`${what}: a mixture can be read`);
          await back(samba, how);
          if (!(await untilWhole(() => run(store, log)))) failures.push(`${what}: never whole again`);
          else accepted += 1;
          const again = sizeOf(log) - all;
          mostAgain = Math.max(mostAgain, again);
          if (again > 1) failures.push(`${what}: ${again} blobs fetched again`);
          if (JSON.stringify(await readable(store)) !== texts[1]) failures.push(`${what}: not the new edition at the end`);
        } catch (thrown) {
          crashes += 1;
          failures.push(`${what}: threw ${String(thrown)}`);
          await back(samba, how);
        }
        rmSync(store, { recursive: true, force: true });
        options.onProgress?.(at + 1, wanted);
      }
    } finally {
      await samba.stop();
    }
  });
  const notes = { ...Object.fromEntries(ends), 'gone after at most ms': Math.round(latest), 'fetched again at most': mostAgain };
  return { cases: wanted, accepted, crashes, failures, notes };
}

const sizeOf = (log: string): number => (existsSync(log) ? statSync(log).size : 0);

const copyStore = (from: string, to: string): void => cpSync(from, to, { recursive: true });

async function back(samba: SambaShare, how: 'frozen' | 'killed'): Promise<void> {
  if (how === 'frozen') samba.thaw();
  else await samba.restart();
}

/** The line to the server broke as well, and is made anew in its own time. */
async function untilWhole(run: () => Promise<Told>): Promise<boolean> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const { report } = await run();
    if (report && codeOf(report) === '') return true;
    await sleep(500);
  }
  return false;
}

const codeOf = (report: ImportReport | null): string =>
  report ? (report.error?.code ?? report.directory.error?.code ?? report.channels.find(({ error }) => error)?.error?.code ?? '') : '';

interface Places {
  readonly job: string;
  readonly log: string;
  readonly store: string;
  readonly root: string;
  readonly share: string;
}

/** @param spoil ends the share in its time, and says when it did. */
async function oneRound({ job, log, store, root, share }: Places, spoil?: (child: ChildProcess) => Promise<number>): Promise<Told> {
  let child: ChildProcess | null = null;
  let goneAt = Number.NaN;
  let report: ImportReport | null = null;
  let exited: Promise<void> = Promise.resolve();
  const runner = createRoundRunner({
    fork: () => {
      const started = fork(job, [log, now.toISOString()], { stdio: 'ignore' });
      child = started;
      exited = new Promise((resolve) =>
        started.once('exit', () => {
          goneAt = performance.now();
          resolve();
        }),
      );
      return asSyncProcess(started);
    },
    forceKill: (pid) => process.kill(pid, 'SIGKILL'),
    silenceMs,
    startMs,
    forceMs,
  });
  const round = { storeDir: store, rootFile: root, shares: [{ id: 'share', path: share }] };
  const nothing = () => undefined;
  const running = runner.run(round, {
    share: nothing,
    progress: nothing,
    fault: nothing,
    report: (_, found) => {
      report = found;
    },
  });
  const spoilt = child && spoil ? spoil(child) : Promise.resolve(performance.now());
  const end = await running;
  const [spoiltAt] = await Promise.all([spoilt, exited]);
  return { end, report, goneMs: Math.max(0, goneAt - spoiltAt) };
}

const asSyncProcess = (child: ChildProcess): SyncProcess => ({
  pid: child.pid,
  postMessage: (message: ToSync) => void child.send(message),
  on: (event: 'message' | 'exit', listener: (value: never) => void) => child.on(event, listener as never),
  kill: () => child.kill(),
});
