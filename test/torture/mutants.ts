// Small changes of core/trust, each of which a test has to notice: a few of them picked by the recorded seed in the
// short form, all of them in the long one. `npm run mutate` names those that none noticed.
import { bundleMutants, findMutants } from '../../.ci/lib/mutant-bundle.ts';
import { equivalentReason } from '../../.ci/lib/mutant-equivalents.ts';
import { tryMutants } from '../../.ci/lib/mutant-run.ts';
import { mutationFiles, mutationTests } from '../../.ci/lib/mutant-scope.ts';
import type { Mutant } from '../../.ci/lib/mutants.ts';
import { chanceOf, type Figures, type SuiteOptions } from '../support/torture.ts';

/** So many take some ten seconds on a quiet machine. */
const shortCount = 40;
/** What the tests have to notice of all that is tried. */
export const leastScore = 0.95;

export async function mutantSuite({ form, seed, count, onProgress }: SuiteOptions): Promise<Figures> {
  const all = findMutants(mutationFiles());
  const number = count ?? (form === 'short' ? shortCount : all.length);
  const chosen = number >= all.length ? all : pick(all, number, seed);
  const outcomes = await tryMutants(await bundleMutants(all, mutationTests()), chosen, (_, done) => onProgress?.(done, chosen.length));
  const survivors = outcomes.filter(({ killedBy }) => killedBy === null).map(({ mutant }) => mutant);
  const score = (chosen.length - survivors.length) / chosen.length;
  const unexplained = survivors.filter((mutant) => equivalentReason(mutant) === null);
  return {
    cases: chosen.length,
    accepted: survivors.length,
    crashes: 0,
    failures: score >= leastScore ? [] : unexplained.map(({ file, line, from, text }) => `${file}:${line}: ${from} -> ${text}`),
    notes: { killed: chosen.length - survivors.length, equivalent: survivors.length - unexplained.length, score: score.toFixed(4) },
  };
}

function pick(all: readonly Mutant[], number: number, seed: number): Mutant[] {
  const chance = chanceOf(seed);
  const left = [...all];
  return Array.from({ length: number }, () => left.splice(chance.int(left.length), 1)[0] as Mutant);
}
