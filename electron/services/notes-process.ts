// The notes process from outside: started once the page is painted, kept for as long as the app runs, and started again
// when it dies or hangs. Calls that were not answered are asked again, in their order: what a person wrote is either on
// disk or still here.

import type { Before } from '../../content/core/annotation/edits.ts';
import { AppFault, type ErrorData } from '../../content/core/base/error.ts';
import type { FromNotes, NoteCallName, NotePush, NoteReply, NoteRequest, NotesStart, ToNotes } from '../workers/notes-protocol.ts';

/** The part of Electron's utility process that is used. */
export interface NotesProcess {
  readonly pid?: number | undefined;
  postMessage(message: ToNotes): void;
  on(event: 'message', listener: (message: FromNotes) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

export interface NotesProcessPorts {
  readonly fork: () => NotesProcess;
  /** Ends what does not end when asked. */
  readonly forceKill: (pid: number) => void;
  readonly start: Omit<NotesStart, 'kind'>;
  readonly now: () => Date;
  readonly log: (code: string, data: ErrorData) => void;
  readonly push: (push: NotePush) => void;
  /** Told before the call writes, and again if it is asked again: then what was told first is the truth. */
  readonly before: (call: number, token: string, before: readonly Before[]) => void;
  /** Shorter in tests only. */
  readonly timeoutMs?: number;
  readonly startMs?: number;
  readonly answerMs?: number;
  readonly backOffMs?: number;
  readonly patienceMs?: number;
  readonly stopMs?: number;
  readonly idleMs?: number;
}

export interface NotesService {
  /** Rejects with the job's own fault, or NOTES_UNAVAILABLE when no answer came. */
  call<Name extends NoteCallName>(name: Name, request: NoteRequest<Name>): Promise<NoteReply<Name>>;
  /** Starts it soon, if no call does: notes may have to be placed. Resolves when it runs; never, where stopped before. */
  start(): Promise<void>;
  /** The library changed: notes are placed in the newest editions. */
  reload(): void;
  /** No more calls; resolves when those under way are answered, and the process is gone. */
  stop(): Promise<void>;
}

/** Of silence while calls wait: the process beats every second, so this is a hang. */
const usualTimeoutMs = 6_000;
/** A cold disk and a scanner may take this long before the process says its first word. */
const usualStartMs = 20_000;
/** What is asked of one guide's file takes milliseconds: after this long the disk below it does not answer. */
const usualAnswerMs = 15_000;
const quick: readonly NoteCallName[] = ['guide', 'edit', 'likely', 'counts'];
/** First pause before a restart; doubles with each death in a row. */
const usualBackOffMs = 200;
const longestBackOffMs = 60_000;
/** A call whose process died twice is likely to be the reason. */
const mostAttempts = 3;
/** The window asks for its first notes when its page is painted, and that starts the process; else this long after the start. */
const usualPatienceMs = 3_000;
/** Closing the app waits this long for a disk that is slow. */
const usualStopMs = 5_000;
/** Between two thoughts of a person who writes notes; who only reads gets the memory back (30 MB). */
const usualIdleMs = 5 * 60_000;
/** A process that waits in the system may not hear the first request to end. */
const forceMs = 3_000;

interface Pending {
  readonly name: NoteCallName;
  readonly request: unknown;
  readonly now: string;
  readonly resolve: (value: unknown) => void;
  readonly reject: (fault: AppFault) => void;
  attempts: number;
  /** When it was asked last, in milliseconds of this process. */
  asked: number;
}

export function createNotesProcess(ports: NotesProcessPorts): NotesService {
  const { log, timeoutMs = usualTimeoutMs, startMs = usualStartMs, answerMs = usualAnswerMs } = ports;
  const { backOffMs = usualBackOffMs, patienceMs = usualPatienceMs, stopMs = usualStopMs, idleMs = usualIdleMs } = ports;
  const pending = new Map<number, Pending>();
  let child: NotesProcess | null = null;
  let begun: (() => void) | null = null;
  let restart: NodeJS.Timeout | null = null;
  let patience: NodeJS.Timeout | null = null;
  let silence: NodeJS.Timeout | null = null;
  let hasSpoken = false;
  let hasRun = false;
  let deaths = 0;
  let next = 1;
  let stopped = false;
  let emptied: (() => void) | null = null;

  const take = (seq: number): Pending | undefined => {
    const found = pending.get(seq);
    pending.delete(seq);
    if (pending.size === 0) emptied?.();
    return found;
  };
  /** From now on the process has this long to say something; where nobody waits for it, it may go. */
  const listen = (): void => {
    if (silence) clearTimeout(silence);
    silence = null;
    if (!child) return;
    silence = pending.size === 0 ? setTimeout(rest, idleMs) : setTimeout(hung, hasSpoken ? timeoutMs : startMs);
    silence.unref();
  };
  const receive = (message: FromNotes): void => {
    hasSpoken = true;
    switch (message.kind) {
      case 'reply':
        deaths = 0;
        take(message.seq)?.resolve(message.value);
        break;
      case 'failed':
        deaths = 0;
        take(message.seq)?.reject(new AppFault(message.error.code, message.error.data));
        break;
      case 'before':
        ports.before(message.seq, message.token, message.before);
        break;
      case 'push':
        ports.push(message.push);
        break;
      case 'note':
        log(message.code, message.data);
        break;
      case 'alive':
        if ([...pending.values()].some(({ name, asked }) => quick.includes(name) && performance.now() - asked > answerMs)) hung();
        break;
    }
    listen();
  };
  const ask = (seq: number, call: Pending): void => {
    call.attempts += 1;
    call.asked = performance.now();
    child?.postMessage({ kind: 'call', seq, name: call.name, request: call.request, now: call.now });
  };
  const launch = (): void => {
    if (child || restart || (stopped && pending.size === 0)) return;
    let started: NotesProcess;
    try {
      started = ports.fork();
    } catch {
      lost(-1);
      return;
    }
    child = started;
    hasSpoken = false;
    started.on('message', (message) => {
      if (child === started) receive(message);
    });
    started.on('exit', (code) => {
      if (child === started) lost(code);
    });
    started.postMessage({ kind: 'start', ...ports.start });
    hasRun = true;
    begun?.();
    for (const [seq, call] of pending) ask(seq, call);
    listen();
  };
  const lost = (code: number): void => {
    child = null;
    listen();
    deaths += 1;
    const wait = Math.min(longestBackOffMs, backOffMs * 2 ** (deaths - 1));
    if (!stopped || pending.size > 0) log('notes-process-ended', { code, deaths, wait });
    for (const [seq, { attempts }] of [...pending]) if (attempts >= mostAttempts) take(seq)?.reject(unavailable('crash'));
    // Where it dies at once, over and over, calls are not held for ever.
    if (deaths > mostAttempts) for (const seq of [...pending.keys()]) take(seq)?.reject(unavailable('crash'));
    restart = setTimeout(() => {
      restart = null;
      // It may have been placing notes. Where it dies over and over, the next call starts it.
      if (pending.size > 0 || deaths < mostAttempts) launch();
    }, wait);
    // A pause must not keep the app from closing.
    restart.unref();
  };
  const end = (old: NotesProcess): void => {
    const { pid } = old;
    let isGone = false;
    old.on('exit', () => {
      isGone = true;
    });
    old.kill();
    if (pid === undefined) return;
    setTimeout(() => {
      if (!isGone) ports.forceKill(pid);
    }, forceMs).unref();
  };
  const hung = (): void => {
    const old = child;
    if (!old) return;
    log('notes-process-hung', { waiting: pending.size });
    end(old);
    lost(-1);
  };
  const rest = (): void => {
    const old = child;
    child = null;
    if (old) end(old);
  };
  return {
    call<Name extends NoteCallName>(name: Name, request: NoteRequest<Name>) {
      if (stopped) return Promise.reject(unavailable('stopped'));
      return new Promise<NoteReply<Name>>((resolve, reject) => {
        const seq = next++;
        const now = ports.now().toISOString();
        const call: Pending = { name, request, now, resolve: (value) => resolve(value as NoteReply<Name>), reject, attempts: 0, asked: 0 };
        pending.set(seq, call);
        if (child) ask(seq, call);
        else launch();
        if (pending.size === 1) listen();
      });
    },
    start() {
      if (child) return Promise.resolve();
      patience ??= setTimeout(launch, patienceMs);
      return new Promise((resolve) => {
        begun = resolve;
      });
    },
    reload() {
      // A new one begins with that; the first one, when it is time for it.
      if (child) child.postMessage({ kind: 'reload' });
      else if (hasRun) launch();
    },
    async stop() {
      stopped = true;
      if (pending.size > 0) {
        await new Promise<void>((resolve) => {
          const late = setTimeout(resolve, stopMs);
          emptied = () => {
            clearTimeout(late);
            resolve();
          };
        });
      }
      for (const seq of [...pending.keys()]) take(seq)?.reject(unavailable('stopped'));
      for (const timer of [restart, patience, silence]) if (timer) clearTimeout(timer);
      rest();
    },
  };
}

const unavailable = (reason: string): AppFault => new AppFault('NOTES_UNAVAILABLE', { reason });
