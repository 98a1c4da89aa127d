// A small JSON file with a person's words or places in it: read once, held in memory, on disk within a second of
// every change, written whole or not at all. What cannot be read is put aside, never overwritten.
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { writeAtomic } from '../../content/node/atomic-write.ts';

/** Long enough to gather a burst of changes, well within the promised second. */
const gatherMs = 250;
/** After a failed write (a full disk, a scanner): not so often that it disturbs. */
const retryMs = 5_000;
/** Nothing of ours comes near; a bigger file is somebody else's. */
const maxBytes = 16 * 1024 * 1024;

export interface KeptFileInput<T> {
  readonly file: string;
  /** Of the value; a stored older one goes through `upgrades`, a newer one is put aside. */
  readonly format: number;
  /** Index = the format it starts from, the first format being 1. */
  readonly upgrades?: readonly ((value: unknown) => unknown)[];
  /** The value from outside, or null when it is not one. */
  readonly parse: (value: unknown) => T | null;
  readonly empty: T;
  /** Time for the name of a file that is put aside. */
  readonly now: () => Date;
  readonly log: (what: 'put-aside' | 'not-readable' | 'not-written', file: string, cause?: unknown) => void;
}

export interface KeptFile<T> {
  get(): T;
  set(value: T): void;
  /** Resolves when what was set is on disk, or could not be written now. */
  flush(): Promise<void>;
}

export function openKeptFile<T>(input: KeptFileInput<T>): KeptFile<T> {
  const name = path.basename(input.file);
  let value = readKept(input);
  let timer: NodeJS.Timeout | undefined;
  let dirty = false;
  let writing: Promise<void> = Promise.resolve();

  const schedule = (ms: number): void => {
    timer ??= setTimeout(() => void flush(), ms);
  };
  const write = async (): Promise<void> => {
    if (!dirty) return;
    dirty = false;
    try {
      mkdirSync(path.dirname(input.file), { recursive: true });
      await writeAtomic(input.file, JSON.stringify({ format: input.format, value }));
    } catch (cause) {
      dirty = true;
      input.log('not-written', name, cause);
      schedule(retryMs);
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write);
    return writing;
  };
  return {
    get: () => value,
    set: (next) => {
      value = next;
      dirty = true;
      schedule(gatherMs);
    },
    flush,
  };
}

function readKept<T>(input: KeptFileInput<T>): T {
  const { file, log } = input;
  if (!existsSync(file)) return input.empty;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    log('not-readable', path.basename(file), cause);
    return input.empty;
  }
  const value = text.length > maxBytes ? null : parseKept(text, input);
  if (value !== null) return value;
  try {
    const aside = file.replace(/\.json$/, `.damaged-${Math.floor(input.now().getTime() / 1000)}.json`);
    renameSync(file, aside);
    log('put-aside', path.basename(file));
  } catch (cause) {
    log('put-aside', path.basename(file), cause);
  }
  return input.empty;
}

function parseKept<T>(text: string, { format, upgrades = [], parse }: KeptFileInput<T>): T | null {
  try {
    const raw = JSON.parse(text) as { readonly format?: unknown; readonly value?: unknown } | null;
    if (typeof raw?.format !== 'number' || !Number.isInteger(raw.format) || raw.format < 1 || raw.format > format) return null;
    let { value } = raw;
    for (const upgrade of upgrades.slice(raw.format - 1)) value = upgrade(value);
    return parse(value);
  } catch {
    return null;
  }
}
