// Recorded merges that people made, made once more by our merge and by `git merge-file`: how often each has to ask, how
// often it comes to what people came to, and whether words of either side are lost on the way.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { shortestEdit } from '../../content/core/lineage/shortest-edit.ts';
import { cleanText, mergeTexts } from '../../content/core/suggestion/merge.ts';

interface RecordedMerge {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  readonly resolved: string;
}

export interface MergeTally {
  conflicts: number;
  equal: number;
  different: number;
  /** Clean merges in which a word that one side added is missing, or one that nobody took away. */
  lost: number;
  of: number;
}

export type MergeResult = Record<'ours' | 'git', MergeTally>;

/** @throws when a line is no such merge: the file is one of ours, not a person's. */
export function evaluateMerges(file: string): MergeResult {
  const merges = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as RecordedMerge);
  const folder = mkdtempSync(path.join(tmpdir(), 'guides-merge-'));
  const result: MergeResult = { ours: emptyTally(), git: emptyTally() };
  try {
    for (const merge of merges) {
      count(result.ours, merge, cleanText(mergeTexts(merge.base, merge.ours, merge.theirs)));
      count(result.git, merge, byGit(folder, merge));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return result;
}

const emptyTally = (): MergeTally => ({ conflicts: 0, equal: 0, different: 0, lost: 0, of: 0 });

function count(tally: MergeTally, merge: RecordedMerge, text: string | null): void {
  tally.of++;
  if (text === null) {
    tally.conflicts++;
    return;
  }
  const isEqual = reflowed(text) === reflowed(merge.resolved);
  tally[isEqual ? 'equal' : 'different']++;
  // What people did just so is no loss, however words are counted.
  if (!isEqual && losesWords(merge, text)) tally.lost++;
}

/** White space and re-flow apart: paragraphs as one line each. */
const reflowed = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');

const wordsIn = (text: string): readonly string[] =>
  text
    .replace(/\]\([^)\s]*\)/g, '] ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function countOf(words: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Every word that both sides left, and every one that a side put in, must be there; what both put in, at least once. */
function losesWords({ base, ours, theirs }: RecordedMerge, text: string): boolean {
  const [was, mine, other] = [base, ours, theirs].map(wordsIn) as [readonly string[], readonly string[], readonly string[]];
  const [left, right] = [shortestEdit(was, mine), shortestEdit(was, other)];
  const [keptHere, keptThere] = [left, right].map((pairs) => new Set(pairs.map(([at]) => at))) as [Set<number>, Set<number>];
  const added = ([pairs, words]: readonly [readonly (readonly [number, number])[], readonly string[]]) => {
    const stayed = new Set(pairs.map(([, to]) => to));
    return countOf(words.filter((_, at) => !stayed.has(at)));
  };
  const wanted = countOf(was.filter((_, at) => keptHere.has(at) && keptThere.has(at)));
  const [here, there] = [added([left, mine]), added([right, other])];
  for (const word of new Set([...here.keys(), ...there.keys()]))
    wanted.set(word, (wanted.get(word) ?? 0) + Math.max(here.get(word) ?? 0, there.get(word) ?? 0));
  const found = countOf(wordsIn(text));
  return [...wanted].some(([word, least]) => (found.get(word) ?? 0) < least);
}

function byGit(folder: string, merge: RecordedMerge): string | null {
  const names = ['ours', 'base', 'theirs'] as const;
  for (const name of names) writeFileSync(path.join(folder, name), merge[name]);
  const run = spawnSync('git', ['merge-file', '-p', ...names], { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (run.error || run.status === null || run.status > 127) throw new Error(`git merge-file: ${run.error?.message ?? run.stderr}`);
  return run.status === 0 ? run.stdout : null;
}

export function mergeTable({ ours, git }: MergeResult): string {
  const head = ['', 'conflicts', 'equal', 'different', 'words lost', 'of'];
  const row = (name: string, tally: MergeTally): string[] => [name, ...Object.values(tally).map(String)];
  const rows = [head, row('ours', ours), row('git merge-file', git)];
  const widths = head.map((_, column) => Math.max(...rows.map((cells) => (cells[column] ?? '').length)));
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
