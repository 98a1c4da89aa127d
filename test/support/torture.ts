// What every torture suite shares: its figures, repeatable chance, and folders that go away. Knows nothing of the
// product and nothing of the test runner, so that the long forms run as plain programs.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Figures {
  readonly cases: number;
  /** Cases in which something new was believed. */
  readonly accepted: number;
  /** Exceptions, and codes that nobody foresaw. */
  readonly crashes: number;
  /** One line for each broken expectation; empty when all is well. */
  readonly failures: readonly string[];
  /** What else the suite counted. */
  readonly notes: Readonly<Record<string, number | string>>;
}

export interface SuiteOptions {
  readonly form: 'short' | 'long';
  readonly seed: number;
  /** Cases, runs or seeds instead of the form's own number. */
  readonly count: number | null;
  readonly onProgress?: (done: number, of: number) => void;
}

export type Suite = (options: SuiteOptions) => Promise<Figures>;

/** The seed of every short form, so that two runs of one commit do the same. */
export const recordedSeed = 20261122;

export const shortForm: SuiteOptions = { form: 'short', seed: recordedSeed, count: null };

/** Failures beyond this say nothing new. */
export const mostFailures = 50;

export interface Chance {
  /** A whole number from 0 up to but not including `below`. */
  int(below: number): number;
  pick<T>(list: readonly T[]): T;
  /** True in `percent` of a hundred. */
  in100(percent: number): boolean;
}

/** Mulberry32: 32 bits of state are plenty for picking cases, and a seed gives the same ones everywhere. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number) => Math.floor(next() * below);
  return {
    int,
    pick: (list) => {
      if (list.length === 0) throw new Error('nothing to pick from');
      return list[int(list.length)] as (typeof list)[number];
    },
    in100: (percent) => next() * 100 < percent,
  };
}

/** In memory where the machine has it: these suites write thousands of small files and flush each. */
const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Runs `work` with a folder that is removed afterwards, whatever happened. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(parent, 'guides-torture-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
