// The sender of the app on real Samba, seen through rclone: many at once, and a server that freezes or dies at random
// moments. Its process is gone in time, and in the end each suggestion is there once, whole.
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { asAppError } from '../../content/core/base/error.ts';
import { createInboxSender, type InboxProcess, type InboxSender, type InboxSenderPorts } from '../../electron/services/inbox-process.ts';
import { bundleJob } from '../support/mirror-bundle.ts';
import { type SambaShare, sambaShare } from '../support/real-share.ts';
import { chanceOf, type Figures, mostFailures, type SuiteOptions } from '../support/torture.ts';
import { channel } from './inbox-write-box.ts';

const moments = { short: 2, long: 100 } as const;
const atOnce = { short: 6, long: 40 } as const;
/** In place of the app's: the waiting is not what is tested. */
const [silenceMs, startMs, forceMs] = [2_000, 8_000, 1_000];
/** Forty processes that start at once take their time; none of them hangs. */
const patient = { silenceMs: 60_000, startMs: 120_000 };
/** A call that the mount has in its hands ends when the mount gives it up, after 20 seconds here. */
const goneWithinMs = 30_000;
const tries = 20;

interface Sent {
  readonly name: string;
  readonly bytes: Buffer;
}
/** Several pieces, of a length of its own. */
const suggestion = (at: number): Sent => ({
  name: `Kent-${String(at).padStart(6, '0')}.ngsuggest`,
  bytes: Buffer.alloc(900_000 + at, `suggestion ${at} `),
});

export async function inboxSamba(options: SuiteOptions): Promise<Figures> {
  const chance = chanceOf(options.seed);
  const failures: string[] = [];
  const ends = new Map<string, number>();
  let [cases, accepted, crashes, latest] = [0, 0, 0, 0];
  // On a disk: the server's own files may not lie in memory.
  const home = mkdtempSync(path.join(tmpdir(), 'guides-inbox-'));
  const job = path.join(home, 'job.cjs');
  bundleJob('inbox-write-child.ts', job);
  mkdirSync(path.join(home, 'share'));
  const samba = await sambaShare(path.join(home, 'share'), 'me', { isWritable: true });
  const box = path.join(samba.source, 'inbox', channel);
  mkdirSync(box, { recursive: true });
  const send = async (sender: InboxSender, { name, bytes }: Sent): Promise<string> =>
    sender.send([samba.seen], { channel, name, bytes }).then(
      ({ how }) => how,
      (thrown: unknown) => asAppError(thrown).code,
    );
  const judge = (what: string, wanted: readonly Sent[]): void => {
    cases += 1;
    const wrong = wanted.flatMap(({ name, bytes }) => {
      const found = readdirSync(box).filter((file) => file.startsWith(name.slice(0, -'.ngsuggest'.length)));
      return found.length === 1 && readFileSync(path.join(box, found[0] as string)).equals(bytes) ? [] : [`${name}: ${found.join(' ')}`];
    });
    if (wrong.length === 0) accepted += 1;
    else failures.push(`${what}: ${wrong.slice(0, 3).join(', ')}`);
  };
  try {
    // Several people, each with a process of their own, and two windows of one person.
    const many = Array.from({ length: atOnce[options.form] }, (_, at) => suggestion(at));
    const answers = await Promise.all([...many, ...many.slice(0, 2)].map((one) => send(senderOf(job, patient).sender, one)));
    for (const how of answers) ends.set(`at once: ${how}`, (ends.get(`at once: ${how}`) ?? 0) + 1);
    judge('many at once', many);
    const left = readdirSync(box).filter((file) => file.endsWith('.tmp'));
    if (left.length > 0) failures.push(`many at once: left ${left.join(' ')}`);

    const lengthMs = await timed(() => send(senderOf(job).sender, suggestion(1_000)));
    const wanted = options.count ?? moments[options.form];
    for (let at = 0; at < wanted && failures.length < mostFailures; at += 1) {
      const how = at % 2 === 0 ? 'frozen' : 'killed';
      const moment = chance.int(Math.ceil(lengthMs));
      const what = `${how} after ${moment} of ${Math.round(lengthMs)} ms`;
      const one = suggestion(2_000 + at);
      try {
        const { sender, gone } = senderOf(job);
        const sending = send(sender, one);
        await sleep(moment);
        const began = performance.now();
        if (how === 'frozen') samba.freeze();
        else await samba.kill();
        const answer = await sending;
        ends.set(`${how}: ${answer}`, (ends.get(`${how}: ${answer}`) ?? 0) + 1);
        await gone();
        latest = Math.max(latest, performance.now() - began);
        if (performance.now() - began > goneWithinMs) failures.push(`${what}: the process was there too long`);
        await back(samba, how);
        const again = await untilSent(() => send(senderOf(job).sender, one));
        if (!again) failures.push(`${what}: never sent`);
        judge(what, [one]);
        rmSync(path.join(box, one.name), { force: true });
      } catch (thrown) {
        crashes += 1;
        failures.push(`${what}: threw ${String(thrown)}`);
        await back(samba, how);
      }
      options.onProgress?.(at + 1, wanted);
    }
  } finally {
    await samba.stop();
    rmSync(home, { recursive: true, force: true });
  }
  return {
    cases,
    accepted,
    crashes,
    failures,
    notes: { ...Object.fromEntries(ends), 'process gone after at most ms': Math.round(latest) },
  };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

async function back(samba: SambaShare, how: 'frozen' | 'killed'): Promise<void> {
  if (how === 'frozen') samba.thaw();
  else await samba.restart();
}

/** The line to the server broke as well, and is made anew in its own time. */
async function untilSent(run: () => Promise<string>): Promise<boolean> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (['link', 'rename', 'plain', 'there'].includes(await run())) return true;
    await sleep(500);
  }
  return false;
}

function senderOf(
  job: string,
  special: Partial<InboxSenderPorts> = {},
): { readonly sender: InboxSender; readonly gone: () => Promise<unknown> } {
  const exits: Promise<void>[] = [];
  const forked = (): InboxProcess => {
    const child: ChildProcess = fork(job, [], { stdio: 'ignore', serialization: 'advanced' });
    exits.push(new Promise((resolve) => void child.once('exit', () => resolve())));
    return {
      pid: child.pid,
      postMessage: (message) => void child.send(message),
      on: (event: 'message' | 'exit', listener: (value: never) => void) => child.on(event, listener as never),
      kill: () => child.kill(),
    };
  };
  const forceKill = (pid: number) => void process.kill(pid, 'SIGKILL');
  const sender = createInboxSender({ fork: forked, forceKill, log: () => undefined, silenceMs, startMs, forceMs, ...special });
  return { sender, gone: () => Promise.all(exits) };
}
