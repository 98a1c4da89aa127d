// Tries mutants: first the tests without any, to learn which test reaches which mutant; then each mutant against its
// tests, the quickest first. What is made when modules are loaded has a process of its own for each mutant.
import { rmSync } from 'node:fs';
import { MutantProcess, type Verdict } from './mutant-process.ts';
import type { Answer } from './mutant-tests.ts';
import type { Mutant } from './mutants.ts';
import { Stop } from './say.ts';

export interface Outcome {
  readonly mutant: Mutant;
  /** The test that noticed it, `hung` or `crashed`; null for a survivor. */
  readonly killedBy: string | null;
  /** Tests that reach it. */
  readonly tests: number;
}

/**
 * @param program it is removed afterwards.
 * @param chosen those that are tried, of all that are in the program.
 */
export async function tryMutants(
  program: string,
  chosen: readonly Mutant[],
  tell: (outcome: Outcome, done: number) => void,
): Promise<readonly Outcome[]> {
  const runner = new MutantProcess(program);
  try {
    const baseline = await runner.ask({ mutant: 0 }, baselinePatience);
    if (baseline === 'hung' || baseline === 'crashed') throw new Stop(`The tests ${baseline} without any mutant.`);
    if (baseline.killedBy !== null) throw new Stop(`A test fails without any mutant: ${baseline.killedBy}`);
    const outcomes: Outcome[] = [];
    for (const mutant of chosen) {
      const outcome = await tryOne(runner, mutant, baseline);
      outcomes.push(outcome);
      tell(outcome, outcomes.length);
    }
    return outcomes;
  } finally {
    runner.stop();
    rmSync(program, { force: true });
  }
}

/** A third of the milliseconds that all tests may take when nothing is known of them yet. */
const baselinePatience = 60_000;

/** Of so many quick tests one notices most mutants, and an endless loop is seen without waiting for all the others. */
const firstTests = 5;

/** A test that takes longer than this, in milliseconds, is only asked where no other reaches the mutant. */
const slow = 1_000;

async function tryOne(runner: MutantProcess, mutant: Mutant, { runs, loading }: Answer): Promise<Outcome> {
  const ordered = [...runs].sort((one, two) => one.ms - two.ms);
  const testsOf = (some: Answer['runs']) => {
    const quick = some.filter(({ ms }) => ms < slow);
    return quick.length > 0 ? quick : some;
  };
  const ask = (some: Answer['runs'], loaded?: number) =>
    runner.ask(
      { mutant: mutant.id, tests: some.map(({ test }) => test) },
      some.reduce((sum, { ms }) => sum + ms, 0),
      loaded,
    );
  const tests = testsOf(ordered.filter(({ reached }) => reached.includes(mutant.id)));
  const early = loading.includes(mutant.id);
  if (tests.length === 0 && !early) return { mutant, killedBy: null, tests: 0 };
  const few = tests.length === 0 ? null : await ask(tests.slice(0, firstTests));
  const first = few !== null && killerOf(few) === null && tests.length > firstTests ? await ask(tests.slice(firstTests)) : few;
  if (first !== null && killerOf(first) !== null && !(typeof first === 'object' && first.spoilt))
    return { mutant, killedBy: killerOf(first), tests: tests.length };
  if (!early && typeof first === 'object' && first?.spoilt !== true) return { mutant, killedBy: null, tests: tests.length };
  // What is made when modules are loaded may show in any test, and must be loaded anew.
  const all = early ? testsOf(ordered) : tests;
  return { mutant, killedBy: killerOf(await ask(all, mutant.id)), tests: all.length };
}

const killerOf = (verdict: Verdict): string | null => (typeof verdict === 'string' ? verdict : verdict.killedBy);
