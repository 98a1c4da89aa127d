// Two texts as paragraphs and tables -> one row of them in which every word is kept, taken out or put in: what a word processor
// tracks. Without what is put in it is the old text, without what is taken out the new one.
import { shortestEdit } from '../core/lineage/shortest-edit.ts';
import { likeness, shinglesOf } from '../core/lineage/similarity.ts';
import { type ParagraphUnit, type Run, type TableUnit, textOf, type Unit } from './word-units.ts';

export type Fate = 'same' | 'deleted' | 'inserted';

export interface ChangedRun extends Run {
  readonly fate: Fate;
}

export interface ChangedParagraph {
  readonly is: 'paragraph';
  /** Of its end: `same` where only words in it change. */
  readonly fate: Fate;
  readonly unit: ParagraphUnit;
  readonly runs: readonly ChangedRun[];
}

export interface ChangedTable {
  readonly is: 'table';
  readonly fate: Fate;
  readonly rows: readonly { readonly fate: Fate; readonly cells: readonly (readonly ChangedRun[])[] }[];
}

export type Changed = ChangedParagraph | ChangedTable | { readonly is: 'gap' };

/** In reading order; what goes stands before what comes. */
export function changesBetween(old: readonly Unit[], next: readonly Unit[]): readonly (ChangedParagraph | ChangedTable)[] {
  const changes: (ChangedParagraph | ChangedTable)[] = [];
  for (const [before, after] of pairsOf(old, next, keyOf, canBeSame)) {
    if (before && after) changes.push(joined(before, after));
    else if (before) changes.push(whole(before, 'deleted'));
    else if (after) changes.push(whole(after, 'inserted'));
  }
  return changes.map((change, index) => {
    const follower = changes[index + 1];
    return change.is === 'paragraph' && change.fate === 'same' && follower?.is === 'paragraph' ? endedApart(change, follower.fate) : change;
  });
}

/**
 * LibreOffice takes a change at the very end of a paragraph and one of the same kind that follows as one, with the paragraph's
 * end in it, which then goes too. The paragraph is made to end with the other kind: its last word that stays goes and comes.
 */
function endedApart(change: ChangedParagraph, follower: Fate): ChangedParagraph {
  const { runs } = change;
  if (follower === 'same' || runs.at(-1)?.fate !== follower) return change;
  const from = runs.findLastIndex(({ fate }) => fate === 'same');
  const tail = runs.slice(from + 1);
  const [gone, come] = (['deleted', 'inserted'] as const).map((fate) => tail.filter((run) => run.fate === fate)) as [
    ChangedRun[],
    ChangedRun[],
  ];
  if (gone.length > 0 && come.length > 0) return { ...change, runs: [...runs.slice(0, from + 1), ...come, ...gone] };
  const stays = runs[from];
  const word = /\S*\s*$/.exec(stays?.text ?? '')?.[0] ?? '';
  if (!stays || word === '') return change;
  const [left, again] = [
    { ...stays, text: stays.text.slice(0, -word.length) },
    { ...stays, text: word },
  ];
  const whole = { gone: { ...again, fate: 'deleted' as const }, come: { ...again, fate: 'inserted' as const } };
  const ends = follower === 'inserted' ? [whole.come, ...tail, whole.gone] : [whole.gone, ...tail, whole.come];
  const apart: ChangedRun[] = [...runs.slice(0, from), ...(left.text === '' ? [] : [left])];
  for (const run of ends) put(apart, run);
  return { ...change, runs: apart };
}

export const isChanged = (change: Changed): boolean =>
  change.is === 'paragraph'
    ? change.fate !== 'same' || change.runs.some(({ fate }) => fate !== 'same')
    : change.is === 'table' &&
      change.rows.some((row) => row.fate !== 'same' || row.cells.some((cell) => cell.some(({ fate }) => fate !== 'same')));

const keyOf = (unit: Unit): string => JSON.stringify(unit.is === 'paragraph' ? [shapeOf(unit), unit.runs] : unit.rows);

/** Which list of the text it stands in is none of its own. */
const shapeOf = ({ style, level, list, quotes }: ParagraphUnit): string =>
  JSON.stringify([style, level, quotes, list && [list.depth, list.ordered, list.isFirst]]);

// As alike as two wordings of one sentence; below it reads better as one that goes and one that comes.
const alike = 0.35;

function canBeSame(old: Unit, next: Unit): number {
  if (old.is !== next.is) return 0;
  if (old.is === 'paragraph' && next.is === 'paragraph' && shapeOf(old) !== shapeOf(next)) return 0;
  if (old.is === 'table' && next.is === 'table' && old.rows[0]?.length !== next.rows[0]?.length) return 0;
  const score = scoreOf(textOf(old), textOf(next));
  // There is one title, and one summary, whatever it says.
  return old.is === 'paragraph' && (old.style === 'title' || old.style === 'summary') ? 1 : score;
}

const scoreOf = (old: string, next: string): number => {
  const score = old === next ? 1 : likeness(shinglesOf(old), shinglesOf(next));
  return score >= alike ? score : 0;
};

// Of two stretches in which nothing is equal: more is compared by nobody, and would take seconds.
const mostCompared = 40_000;

type Pair<T> = readonly [old: T | null, next: T | null];

/** In order of both. Equal ones first, then the most alike between them; what goes stands before what comes. */
function pairsOf<T>(
  old: readonly T[],
  next: readonly T[],
  key: (item: T) => string,
  score: (old: T, next: T) => number,
): readonly Pair<T>[] {
  const pairs: Pair<T>[] = [];
  let [a, b] = [0, 0];
  for (const [x, y] of [...shortestEdit(old.map(key), next.map(key)), [old.length, next.length] as const]) {
    pairs.push(...between(old.slice(a, x), next.slice(b, y), score));
    const [before, after] = [old[x], next[y]];
    if (before !== undefined && after !== undefined) pairs.push([before, after]);
    [a, b] = [x + 1, y + 1];
  }
  return pairs;
}

function between<T>(old: readonly T[], next: readonly T[], score: (old: T, next: T) => number): readonly Pair<T>[] {
  const apart: readonly Pair<T>[] = [...old.map((item) => [item, null] as const), ...next.map((item) => [null, item] as const)];
  if (old.length === 0 || next.length === 0 || old.length * next.length > mostCompared) return apart;
  // The best sum of scores for what is left of both, from the end.
  const scores = old.map((before) => next.map((after) => score(before, after)));
  const best = Array.from({ length: old.length + 1 }, () => new Float64Array(next.length + 1));
  for (let a = old.length - 1; a >= 0; a--)
    for (let b = next.length - 1; b >= 0; b--) {
      const both = (scores[a]?.[b] ?? 0) > 0 ? (scores[a]?.[b] ?? 0) + at(best, a + 1, b + 1) : 0;
      (best[a] as Float64Array)[b] = Math.max(both, at(best, a + 1, b), at(best, a, b + 1));
    }
  const pairs: Pair<T>[] = [];
  let [a, b] = [0, 0];
  while (a < old.length && b < next.length) {
    const both = scores[a]?.[b] ?? 0;
    if (both > 0 && at(best, a, b) === both + at(best, a + 1, b + 1)) pairs.push([old[a++] as T, next[b++] as T]);
    else if (at(best, a, b) === at(best, a + 1, b)) pairs.push([old[a++] as T, null]);
    else pairs.push([null, next[b++] as T]);
  }
  return [...pairs, ...old.slice(a).map((item) => [item, null] as const), ...next.slice(b).map((item) => [null, item] as const)];
}

const at = (rows: readonly Float64Array[], a: number, b: number): number => rows[a]?.[b] ?? 0;

const all = (runs: readonly Run[], fate: Fate): readonly ChangedRun[] => runs.map((run) => ({ ...run, fate }));

function whole(unit: Unit, fate: Fate): ChangedParagraph | ChangedTable {
  if (unit.is === 'paragraph') return { is: 'paragraph', fate, unit, runs: all(unit.runs, fate) };
  return { is: 'table', fate, rows: unit.rows.map((row) => ({ fate, cells: row.map((cell) => all(cell, fate)) })) };
}

function joined(old: Unit, next: Unit): ChangedParagraph | ChangedTable {
  if (old.is === 'paragraph' && next.is === 'paragraph')
    return { is: 'paragraph', fate: 'same', unit: next, runs: runsBetween(old.runs, next.runs) };
  return { is: 'table', fate: 'same', rows: rowsBetween(old as TableUnit, next as TableUnit) };
}

function rowsBetween(old: TableUnit, next: TableUnit): ChangedTable['rows'] {
  type Row = TableUnit['rows'][number];
  const words = (row: Row): string => row.map((cell) => cell.map(({ text }) => text).join('')).join('\t');
  // The first column names the row: it is the same row even where all else of it is written anew.
  const score = (before: Row, after: Row): number =>
    Math.max(scoreOf(words(before), words(after)), words(before.slice(0, 1)) === words(after.slice(0, 1)) ? 0.5 : 0);
  return pairsOf(old.rows, next.rows, (row) => JSON.stringify(row), score).map(([before, after]) => {
    if (before && after) return { fate: 'same', cells: after.map((cell, column) => runsBetween(before[column] ?? [], cell)) };
    const fate: Fate = before ? 'deleted' : 'inserted';
    return { fate, cells: (before ?? after ?? []).map((cell) => all(cell, fate)) };
  });
}

/** Word by word; a word in other letters (bold, a link) is another word. */
export function runsBetween(old: readonly Run[], next: readonly Run[]): readonly ChangedRun[] {
  const [before, after] = [piecesOf(old), piecesOf(next)];
  const out: ChangedRun[] = [];
  let held: { gone: Run[]; come: Run[] } = { gone: [], come: [] };
  const release = (): void => {
    for (const run of held.gone) put(out, { ...run, fate: 'deleted' });
    for (const run of held.come) put(out, { ...run, fate: 'inserted' });
    held = { gone: [], come: [] };
  };
  let [a, b] = [0, 0];
  for (const [x, y] of [...shortestEdit(before.map(nameOf), after.map(nameOf)), [before.length, after.length] as const]) {
    held.gone.push(...before.slice(a, x));
    held.come.push(...after.slice(b, y));
    const same = after[y];
    if (same) {
      // A lone space between two changes would tear one phrase into words.
      const isChange = (x + 1 < before.length || y + 1 < after.length) && held.gone.length > 0 && held.come.length > 0;
      if (same.text === ' ' && isChange && nameOf(before[x + 1]) !== nameOf(after[y + 1])) {
        held.gone.push(same);
        held.come.push(same);
      } else {
        release();
        put(out, { ...same, fate: 'same' });
      }
    }
    [a, b] = [x + 1, y + 1];
  }
  release();
  return out;
}

const nameOf = (run: Run | undefined): string => (run ? JSON.stringify(run) : '');

const piecesOf = (runs: readonly Run[]): readonly Run[] =>
  runs.flatMap((run) =>
    (run.text.match(/\n|[^\S\n]+|[\p{L}\p{N}\p{M}]+(?:['’\-_.][\p{L}\p{N}\p{M}]+)*|\S/gu) ?? []).map((text) => ({ ...run, text })),
  );

function put(out: ChangedRun[], run: ChangedRun): void {
  const last = out.at(-1);
  if (last && nameOf({ ...last, text: '' }) === nameOf({ ...run, text: '' })) out[out.length - 1] = { ...last, text: last.text + run.text };
  else out.push(run);
}

// A guide that is read in ten minutes goes whole; of a longer one the sections in which something changes.
const wholeWords = 3_000;

/** Sections in which nothing changes are left out of what is long, with a sign for each gap; the head stays. */
export function affectedParts(changes: readonly (ChangedParagraph | ChangedTable)[]): readonly Changed[] {
  const words = changes.reduce((sum, change) => sum + wordsIn(change), 0);
  if (words <= wholeWords || !changes.some(isChanged)) return changes;
  const sections: (ChangedParagraph | ChangedTable)[][] = [[]];
  for (const change of changes) {
    if (change.is === 'paragraph' && change.unit.style === 'heading') sections.push([]);
    sections.at(-1)?.push(change);
  }
  const parts: Changed[] = [];
  sections.forEach((section, at) => {
    if (section.some(isChanged)) parts.push(...section);
    else if (at === 0) parts.push(...section.filter((change) => change.is === 'paragraph' && change.unit.style === 'title'), { is: 'gap' });
    else if (parts.at(-1)?.is !== 'gap') parts.push({ is: 'gap' });
  });
  return parts;
}

function wordsIn(change: ChangedParagraph | ChangedTable): number {
  const runs = change.is === 'paragraph' ? change.runs : change.rows.flatMap(({ cells }) => cells.flat());
  return runs.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
}
