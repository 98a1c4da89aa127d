// `npm run eval -- search <folder> [--seed N] [--json]`: how well the search finds what is known to be there.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { defaultSeed, evaluateSearch, table } from '../test/eval/search.ts';
import { command } from './lib/say.ts';

const usage = 'Usage: npm run eval -- search <folder of markdown> [--seed N] [--json]';

export function main(args: string[]): Promise<number> {
  return command(async () => {
    const json = args.includes('--json');
    const seedAt = args.indexOf('--seed');
    const seed = seedAt < 0 ? defaultSeed : Number(args[seedAt + 1]);
    const [what, folder] = args.filter((arg, index) => !arg.startsWith('--') && (seedAt < 0 || index !== seedAt + 1));
    if (what !== 'search' || folder === undefined || !Number.isSafeInteger(seed)) {
      console.error(usage);
      return 1;
    }
    const full = path.resolve(folder);
    if (!existsSync(full) || !statSync(full).isDirectory()) {
      console.error(`There is no folder ${full}.`);
      return 1;
    }
    const evaluation = evaluateSearch(full, seed);
    if (json) console.log(JSON.stringify(evaluation.result));
    else {
      console.log(`${evaluation.guides} guides, seed ${seed}`);
      console.log(table(evaluation));
    }
    return 0;
  });
}
