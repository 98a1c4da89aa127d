// `npm run mutate`: changes core/trust in every small way that a test ought to notice, and says which changes none did.

import { bundleMutants, findMutants } from './lib/mutant-bundle.ts';
import { equivalentReason } from './lib/mutant-equivalents.ts';
import { type Outcome, tryMutants } from './lib/mutant-run.ts';
import { mutationFiles, mutationTests } from './lib/mutant-scope.ts';
import type { Mutant } from './lib/mutants.ts';
import { command, Stop, say } from './lib/say.ts';

const usage = `Usage: npm run mutate -- [FILE ...] [--json]
       FILE: a file of content/core/trust, by its name; all of them where none is given`;

export function main(args: readonly string[]): Promise<number> {
  return command(async () => {
    const begun = performance.now();
    const names = args.filter((arg) => !arg.startsWith('--'));
    if (args.some((arg) => arg.startsWith('--') && arg !== '--json')) throw new Stop(usage);
    const all = findMutants(mutationFiles());
    const chosen = names.length === 0 ? all : all.filter(({ file }) => names.some((name) => file.endsWith(`/${name}`)));
    if (chosen.length === 0) throw new Stop(usage);
    const outcomes = await tryMutants(await bundleMutants(all, mutationTests()), chosen, ({ mutant, killedBy }, done) => {
      if (killedBy === null) say(describe(mutant));
      if (done % 100 === 0) say(`${done} of ${chosen.length}`);
    });
    const figures = score(outcomes, (performance.now() - begun) / 1000);
    console.log(args.includes('--json') ? JSON.stringify(figures) : table(figures));
    return figures.unexplained === 0 ? 0 : 1;
  });
}

export interface MutationFigures {
  readonly mutants: number;
  readonly killed: number;
  readonly survived: number;
  /** Survivors that no test can notice, each with its reason in mutant-equivalents.ts; they count as survivors. */
  readonly equivalent: number;
  readonly unexplained: number;
  readonly score: number;
  readonly seconds: number;
}

export function score(outcomes: readonly Outcome[], seconds: number): MutationFigures {
  const survivors = outcomes.filter(({ killedBy }) => killedBy === null);
  const equivalent = survivors.filter(({ mutant }) => equivalentReason(mutant) !== null).length;
  const killed = outcomes.length - survivors.length;
  return {
    mutants: outcomes.length,
    killed,
    survived: survivors.length,
    equivalent,
    unexplained: survivors.length - equivalent,
    score: Math.floor((killed / outcomes.length) * 10_000) / 10_000,
    seconds: Math.round(seconds),
  };
}

function describe(mutant: Mutant): string {
  const short = (text: string) => (text.length > 70 ? `${text.slice(0, 67)}...` : text).replace(/\s+/g, ' ');
  const reason = equivalentReason(mutant);
  return `${mutant.file}:${mutant.line}: ${mutant.operator}: ${short(mutant.from)} -> ${short(mutant.text) || '(nothing)'}${reason ? ` (equivalent: ${reason})` : ''}`;
}

function table(figures: MutationFigures): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name.padEnd(12)}${value}`)
    .join('\n');
}
