// Calls of the group `log`, and the local log as the other services write it: codes and small facts, bounded for
// each run, so that a fault that repeats cannot keep the disk busy.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { ErrorData } from '../../content/core/base/error.ts';
import type { LocalLog } from '../../content/node/log.ts';
import type { Handlers } from '../ipc/serve.ts';

/** What services and windows need of the log. */
export interface Notes {
  /** @param code kebab-case for what happened; data: codes, counts and names of ours */
  note(where: string, code: string, data?: ErrorData): void;
  /** A thrown value: its code and place, never its message. */
  fault(where: string, thrown: unknown): void;
}

/** Weeks of ordinary use; in one run more than this is one fault over and over. */
const mostLines = 5_000;

export function notesIn(log: LocalLog, most = mostLines): Notes {
  let lines = 0;
  const counted = (write: () => void): void => {
    lines += 1;
    if (lines <= most) write();
    else if (lines === most + 1) log.write('warning', 'log', { code: 'log-full' });
  };
  return {
    note: (where, code, data) => counted(() => log.write('warning', where, data ? { code, data } : { code })),
    fault: (where, thrown) => counted(() => log.fault(where, thrown)),
  };
}

/** @param folder of the log files */
export function logHandlers(notes: Notes, folder: string, show: (folder: string) => void): Pick<Handlers, 'log.fault' | 'log.show'> {
  return {
    'log.fault': ({ where, message }) => {
      // The error's class stands in front of the colon; what follows may quote a guide.
      notes.note('window', 'window-fault', { place: where, error: message.split(':')[0] ?? '' });
      return null;
    },
    'log.show': () => {
      mkdirSync(folder, { recursive: true });
      show(path.resolve(folder));
      return null;
    },
  };
}
