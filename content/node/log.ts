// The local log for IT: what happened, when and where in the app, as codes and small facts. Holds no text of
// guides, notes or searches; values that look like text are cut away. Two files at most, so it cannot fill a disk.
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { AppFault, type ErrorData, errorNumbers, errorReference } from '../core/base/error.ts';

export interface LocalLog {
  /** Absolute path of the newest file. */
  readonly file: string;
  /** One line. Never throws: a log that cannot be written must not stop anything. */
  write(level: LogLevel, where: string, fact: LogFact): void;
  /** A thrown value with its causes: codes, errno and our own stack frames. */
  fault(where: string, thrown: unknown): void;
}

export type LogLevel = 'info' | 'warning' | 'error';

export interface LogFact {
  readonly code: string;
  readonly data?: ErrorData;
}

export interface LogOptions {
  readonly folder: string;
  readonly now: () => Date;
  /** The file is put aside when it grows beyond this; one older file is kept. */
  readonly maxBytes?: number;
}

/** Months of ordinary use; small enough to be sent by mail. */
const defaultMaxBytes = 1024 * 1024;
/** Codes, ids, digests and file names are shorter; sentences are not. */
const longestValue = 80;

export function openLog({ folder, now, maxBytes = defaultMaxBytes }: LogOptions): LocalLog {
  const file = path.join(folder, 'national-guides.log');
  const append = (line: object): void => {
    try {
      mkdirSync(folder, { recursive: true });
      rotate(file, maxBytes);
      appendFileSync(file, `${JSON.stringify(line)}\n`);
    } catch {
      // A full disk or a missing folder is reported by what needs them, not by the log.
    }
  };
  const write: LocalLog['write'] = (level, where, { code, data }) =>
    append({
      at: now().toISOString(),
      level,
      where: short(where),
      code: short(code),
      ...reference(code),
      ...(data ? { data: shortened(data) } : {}),
    });
  return {
    file,
    write,
    fault(where, thrown) {
      write('error', where, factOf(thrown));
    },
  };
}

function rotate(file: string, maxBytes: number): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= maxBytes) return;
  const older = file.replace(/\.log$/, '.1.log');
  rmSync(older, { force: true });
  renameSync(file, older);
}

function factOf(thrown: unknown): LogFact {
  const fault = thrown instanceof AppFault ? thrown : null;
  const cause = causeOf(fault ? fault.cause : thrown);
  return { code: fault?.code ?? 'UNEXPECTED', data: { ...fault?.data, ...cause } };
}

/** Of an unforeseen error its class, errno and place; never its message, which may quote what was being read. */
function causeOf(thrown: unknown): ErrorData {
  if (!(thrown instanceof Error)) return thrown === undefined ? {} : { cause: typeof thrown };
  const errno = (thrown as NodeJS.ErrnoException).code;
  const at = /\(?([^()\s]+:\d+:\d+)\)?\s*$/m.exec(thrown.stack?.split('\n').slice(1, 2).join('') ?? '')?.[1];
  return {
    cause: thrown.name,
    ...(typeof errno === 'string' ? { errno } : {}),
    ...(at ? { at: at.split(/[\\/]/).slice(-2).join('/') } : {}),
  };
}

function shortened(data: ErrorData): ErrorData {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, typeof value === 'string' ? short(value) : value]));
}

/** White space is what text has and codes have not. */
function short(value: string): string {
  return value.length > longestValue || /\s/.test(value) ? `[${value.length} characters]` : value;
}

function reference(code: string): { readonly reference?: string } {
  return Object.hasOwn(errorNumbers, code) ? { reference: errorReference(code as keyof typeof errorNumbers) } : {};
}
