// `npm run eval -- search <folder> [--seed N] [--json]`: how well the search finds what is known to be there.
// `npm run eval -- anchors <file> [--json]`: what becomes of quotes when the text changes, on recorded pairs of editions.
// `npm run eval -- questions [--json]`: how often a typed question finds the guide that answers it.
// `npm run eval -- merge <file> [--json]`: three-way merges beside git's, on merges that people made.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { anchorTable, evaluateAnchors } from '../test/eval/anchors.ts';
import { evaluateMerges, mergeTable } from '../test/eval/merge.ts';
import { evaluateQuestions, questionTable, readQuestions } from '../test/eval/questions.ts';
import { defaultSeed, evaluateSearch, table } from '../test/eval/search.ts';
import { command } from './lib/say.ts';

const usage = `Usage: npm run eval -- search <folder of markdown> [--seed N] [--json]
       npm run eval -- anchors <file of recorded editions> [--json]
       npm run eval -- questions [--json]
       npm run eval -- merge <file of recorded merges> [--json]`;

export function main(args: string[]): Promise<number> {
  return command(async () => {
    const json = args.includes('--json');
    const seedAt = args.indexOf('--seed');
    const seed = seedAt < 0 ? defaultSeed : Number(args[seedAt + 1]);
    const [what, folder] = args.filter((arg, index) => !arg.startsWith('--') && (seedAt < 0 || index !== seedAt + 1));
    if (what === 'questions' && folder === undefined) return questions(json);
    if (what === 'anchors' && folder !== undefined) return anchors(path.resolve(folder), json);
    if (what === 'merge' && folder !== undefined) return merges(path.resolve(folder), json);
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

function questions(json: boolean): number {
  const root = path.resolve(import.meta.dirname, '..');
  const evaluation = evaluateQuestions(readQuestions(path.join(root, 'test/eval/questions.json')), path.join(root, 'content/guides'));
  console.log(json ? JSON.stringify(evaluation.result) : questionTable(evaluation));
  return 0;
}

function anchors(file: string, json: boolean): number {
  if (!existsSync(file) || !statSync(file).isFile()) {
    console.error(`There is no file ${file}.`);
    return 1;
  }
  const evaluation = evaluateAnchors(file);
  console.log(json ? JSON.stringify(evaluation.result) : anchorTable(evaluation));
  return 0;
}

function merges(file: string, json: boolean): number {
  if (!existsSync(file) || !statSync(file).isFile()) {
    console.error(`There is no file ${file}.`);
    return 1;
  }
  const result = evaluateMerges(file);
  console.log(json ? JSON.stringify(result) : mergeTable(result));
  return 0;
}
