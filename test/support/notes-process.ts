// The notes process for tests of what drives it: a real one, behind the shape of Electron's, or one that does as it is told;
// and a service over it that remembers what was said.
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Before } from '../../content/core/annotation/edits.ts';
import { createNotesProcess, type NotesProcess, type NotesProcessPorts, type NotesService } from '../../electron/services/notes-process.ts';
import { createUndoMemory } from '../../electron/services/notes-undo.ts';
import type { FromNotes, NotePush, ToNotes } from '../../electron/workers/notes-protocol.ts';

export interface Watched {
  readonly service: NotesService;
  readonly undo: ReturnType<typeof createUndoMemory>;
  readonly log: string[];
  readonly pushes: NotePush[];
  readonly forks: () => number;
}

export function watched(forkOne: () => NotesProcess, special: Partial<NotesProcessPorts> = {}): Watched {
  const undo = createUndoMemory();
  const log: string[] = [];
  const pushes: NotePush[] = [];
  let forks = 0;
  const service = createNotesProcess({
    fork: () => {
      forks += 1;
      return forkOne();
    },
    forceKill: (pid) => process.kill(pid, 'SIGKILL'),
    start: { notesDir: 'notes', storeDirs: ['store'], dataDir: 'data' },
    now: () => new Date('2026-11-23T09:00:00.000Z'),
    log: (code) => log.push(code),
    push: (push) => pushes.push(push),
    before: (call, token, before: readonly Before[]) => undo.remember(call, token, before),
    backOffMs: 10,
    ...special,
  });
  onTestFinished(() => service.stop());
  return { service, undo, log, pushes, forks: () => forks };
}

/** The real session in a process of its own, behind the shape of Electron's. */
export function realProcess(children: ChildProcess[] = []): NotesProcess {
  const child = fork(path.join(import.meta.dirname, '..', 'electron', 'services', 'notes-child.ts'), { execArgv: ['--import', 'tsx'] });
  children.push(child);
  return {
    pid: child.pid,
    postMessage: (message) => void child.send(message),
    on: (event: 'message' | 'exit', listener: ((message: FromNotes) => void) & ((code: number) => void)) =>
      event === 'message'
        ? child.on('message', (message) => listener(message as FromNotes & number))
        : child.on('exit', (code) => listener((code ?? -1) as FromNotes & number)),
    kill: () => child.kill('SIGKILL'),
  };
}

/** A process that does what the test says with each message. */
export function scripted(receive: (message: ToNotes, tell: (message: FromNotes) => void, exit: () => void) => void): NotesProcess {
  let tell: (message: FromNotes) => void = () => {};
  let exit: (code: number) => void = () => {};
  return {
    postMessage: (message) => void setImmediate(() => receive(message, tell, () => exit(1))),
    on(event: 'message' | 'exit', listener: never) {
      if (event === 'message') tell = listener;
      else exit = listener;
    },
    kill() {
      setImmediate(() => exit(0));
      return true;
    },
  };
}
