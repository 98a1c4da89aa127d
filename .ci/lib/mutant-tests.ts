// Stands in for the test runner's module while mutants are tried: tests are kept in a list, so that the few that reach
// a mutant can be run alone, in one process, thousands of times. `expect` is the real one.
import { expect } from 'vitest';

export { expect };

interface Kept {
  readonly name: string;
  readonly run: () => unknown;
}
type Body = (...args: unknown[]) => unknown;

/** A test that waits for ever has noticed the mutant; most take 10 ms, and a second on a machine that is busy. */
const patience = 6_000;

const kept: Kept[] = [];
const within: string[] = [];
const tried: { active: number; reached: Set<number> } = { active: Number(process.env.MUTANT ?? 0), reached: new Set() };
Object.assign(globalThis, {
  mutantAsked: (id: number): boolean => {
    tried.reached.add(id);
    return id === tried.active;
  },
});

function keep(name: string, run: () => unknown): void {
  kept.push({ name: [...within, name].join(' > '), run });
}

/** Rows are lists of arguments, or single ones. */
const each =
  (use: (name: string, run: () => unknown) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, body: Body): void => {
    rows.forEach((row, index) => {
      use(`${name} [${index}]`, () => body(...(Array.isArray(row) ? row : [row])));
    });
  };

const nothing = () => undefined;

export const test = Object.assign((name: string, run: () => unknown) => keep(name, run), {
  each: each(keep),
  skipIf: (skip: boolean) => (skip ? nothing : keep),
});

function group(name: string, body: () => unknown): void {
  within.push(name);
  body();
  within.pop();
}

export const describe = Object.assign(group, { each: each(group), skipIf: (skip: boolean) => (skip ? nothing : group) });

/** What the process is asked: `number` of a mutant, 0 for none, and the tests in their order; all where it is absent. */
export interface Question {
  readonly mutant: number;
  readonly tests?: readonly number[];
}

export interface Answer {
  readonly killedBy: string | null;
  /** Tests that failed although no mutant was tried: the process is spoilt. */
  readonly spoilt: boolean;
  /** Milliseconds and mutants reached, for each test that was run. */
  readonly runs: readonly { readonly test: number; readonly name: string; readonly ms: number; readonly reached: readonly number[] }[];
  /** Mutants that were reached while the modules were loaded. */
  readonly loading: readonly number[];
}

/** Reads every file of tests, then answers the parent's questions one after the other. */
export async function serve(files: Readonly<Record<string, () => Promise<unknown>>>): Promise<void> {
  for (const [name, load] of Object.entries(files)) {
    within.push(name);
    await load();
    within.pop();
  }
  const loading = [...tried.reached];
  process.on('message', (question: Question) => {
    answer(question, loading).then(
      (said) => process.send?.(said),
      () => process.exit(3),
    );
  });
  process.send?.('ready');
}

async function answer({ mutant, tests }: Question, loading: readonly number[]): Promise<Answer> {
  const runs: { test: number; name: string; ms: number; reached: number[] }[] = [];
  for (const index of tests ?? kept.keys()) {
    const one = kept[index];
    if (!one) throw new Error(`no test ${index}`);
    tried.active = mutant;
    tried.reached = new Set();
    const begun = performance.now();
    const failed = await fails(one.run, mutant !== 0);
    runs.push({ test: index, name: one.name, ms: performance.now() - begun, reached: [...tried.reached] });
    if (!failed) continue;
    // A mutant of what is made at loading cannot be put back; any other test must pass again without its mutant.
    tried.active = 0;
    const spoilt = process.env.MUTANT === undefined && (mutant === 0 || (await fails(one.run, false)));
    return { killedBy: one.name, spoilt, runs, loading };
  }
  return { killedBy: null, spoilt: false, runs, loading };
}

async function fails(run: () => unknown, hurry: boolean): Promise<boolean> {
  // What goes on behind a test that is given up would spoil those after it: the process ends.
  const timer = hurry ? setTimeout(() => process.exit(4), patience) : undefined;
  try {
    await run();
    return false;
  } catch {
    return true;
  } finally {
    clearTimeout(timer);
  }
}
