// The local log, for IT: what happened, as codes and facts, one JSON line each. It holds no text of guides or
// notes, no whole addresses and no queries; it is bounded, and it is never sent anywhere.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ErrorData } from '../../content/core/base/error.ts';
import type { Handlers } from '../ipc/serve.ts';

export interface LocalLog {
  readonly folder: string;
  /** @param cause goes in as its name, code and stack; never its values */
  note(event: string, facts?: ErrorData, cause?: unknown): void;
}

// Two files of this size: weeks of ordinary use, and small enough for an email to IT.
const maxBytes = 1024 * 1024;
// A fault that repeats must not fill the disk or slow the app.
const maxLinesPerRun = 5_000;

export function openLog(folder: string, now: () => Date): LocalLog {
  const file = path.join(folder, 'guides.log');
  let lines = 0;
  return {
    folder,
    note: (event, facts = {}, cause) => {
      lines += 1;
      if (lines > maxLinesPerRun) return;
      try {
        if (lines === 1) mkdirSync(folder, { recursive: true });
        if (lines % 100 === 1 && (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes)
          renameSync(file, path.join(folder, 'guides.1.log'));
        appendFileSync(file, `${JSON.stringify({ at: now().toISOString(), event, ...facts, ...describe(cause) })}\n`);
      } catch {
        // Nobody can be told that the log cannot be written; the app goes on.
      }
    },
  };
}

/** Name, system code and place of what was thrown; the message is left out where it may hold somebody's text. */
export function describe(cause: unknown): ErrorData {
  if (cause === undefined) return {};
  if (!(cause instanceof Error)) return { cause: typeof cause === 'string' ? cause.slice(0, 200) : typeof cause };
  const { code } = cause as NodeJS.ErrnoException;
  const place = (cause.stack ?? '').split('\n').find((line) => /^\s+at /.test(line));
  const inner = cause.cause === undefined ? {} : describe(cause.cause);
  return {
    ...inner,
    cause: cause.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(place ? { place: place.trim().slice(0, 200) } : {}),
  };
}

export function logHandlers(log: LocalLog, showFolder: (folder: string) => void): Pick<Handlers, 'log.fault' | 'log.show'> {
  return {
    'log.fault': ({ where, message }) => {
      log.note('window-fault', { where: withoutQuotes(where), message: withoutQuotes(message) });
      return null;
    },
    'log.show': () => {
      mkdirSync(log.folder, { recursive: true });
      showFolder(log.folder);
      return null;
    },
  };
}

// What stands in quotes inside an error's message may be a person's or a guide's text.
function withoutQuotes(text: string): string {
  return text.replace(/(["'`“‘])[^\n]*?(["'`”’])/g, '$1…$2').slice(0, 300);
}
