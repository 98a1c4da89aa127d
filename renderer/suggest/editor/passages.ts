// Where two texts differ, by lines: the passages that are compared word by word. Lines that stayed are never looked into.
import { shortestEdit } from '../../../content/core/lineage/shortest-edit.ts';
import { alike, likeness, unitsOf, wordsOf } from './units.ts';

/** Remembers what it weighed: a key changes one line. */
export function createPassages(): (old: string, next: string) => readonly Passage[] {
  const standsAlone = createStandsAlone();
  return (old, next) => together(differing(old, next), old, next, standsAlone);
}

export interface Passage {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly from: number;
  readonly to: number;
}

/** Whether a line became a line of much the same words: then what is beside it does not matter. */
function createStandsAlone(): (before: string, after: string) => boolean {
  let known = new Map<string, boolean>();
  return (before, after) => {
    const key = `${before}\0${after}`;
    const answer = known.get(key) ?? (unitsOf(before).length === 1 && unitsOf(after).length === 1 && isAlike(before, after));
    // As many as a long guide has paragraphs, several times over.
    if (known.size > 5_000) known = new Map();
    known.set(key, answer);
    return answer;
  };
}

const isAlike = (before: string, after: string): boolean => likeness(wordsOf(unitsOf(before)), wordsOf(unitsOf(after))) >= alike;

/** Passages with nothing but blank lines between them are one, where lines went or came: who became whom is weighed later. */
function together(
  found: readonly Passage[],
  old: string,
  next: string,
  standsAlone: (before: string, after: string) => boolean,
): readonly Passage[] {
  const merged: (Passage & { readonly alone: boolean })[] = [];
  for (const passage of found) {
    const alone = standsAlone(old.slice(passage.oldFrom, passage.oldTo), next.slice(passage.from, passage.to));
    const last = merged.at(-1);
    const isNear = last && next.slice(last.to, passage.from).trim() === '' && old.slice(last.oldTo, passage.oldFrom).trim() === '';
    if (last && isNear && !alone && !last.alone)
      merged[merged.length - 1] = { ...passage, oldFrom: last.oldFrom, from: last.from, alone: false };
    else merged.push({ ...passage, alone });
  }
  return merged;
}

/** Runs of lines that differ, without the line end that follows both. */
function differing(old: string, next: string): readonly Passage[] {
  const [a, b] = [old.split('\n'), next.split('\n')];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const [startsA, startsB] = [startsOf(a), startsOf(b)];
  const pairs = [...shortestEdit(a.slice(start, endA), b.slice(start, endB)), [endA - start, endB - start] as const];
  const found: Passage[] = [];
  let [atA, atB] = [start, start];
  for (const [x, y] of pairs) {
    if (x + start > atA || y + start > atB) found.push(between(startsA, startsB, [atA, x + start], [atB, y + start]));
    [atA, atB] = [x + start + 1, y + start + 1];
  }
  return found;
}

/** Lines `a` of the older text and `b` of the newer one. Where one side has none, the line end goes or comes with the lines. */
function between(
  startsA: readonly number[],
  startsB: readonly number[],
  a: readonly [number, number],
  b: readonly [number, number],
): Passage {
  const span = (starts: readonly number[], [from, to]: readonly [number, number], whole: boolean): readonly [number, number] => {
    const [start, end] = [starts[from] as number, starts[to] as number];
    if (to > from && !whole) return [start, end - 1];
    // At the end of a text there is no line end after the last line: the one before it goes instead.
    return to === starts.length - 1 && to > from
      ? [Math.max(0, start - 1), end - 1]
      : [Math.min(start, (starts.at(-1) as number) - 1), whole ? end : Math.min(start, (starts.at(-1) as number) - 1)];
  };
  const isOneSided = a[0] === a[1] || b[0] === b[1];
  const [oldFrom, oldTo] = span(startsA, a, isOneSided);
  const [from, to] = span(startsB, b, isOneSided);
  return { oldFrom, oldTo, from, to };
}

/** Where each line starts, and one place beyond the end of the text as if a line end stood there. */
function startsOf(lines: readonly string[]): readonly number[] {
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) as number) + line.length + 1);
  return starts;
}
