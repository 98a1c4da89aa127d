// What differs between two texts, word by word, as places in the newer one: what a person sees struck and underlined.
// Lines that stayed are never looked into, and what was compared once is remembered, so that a key costs one paragraph.
import { shortestEdit } from '../../../content/core/lineage/shortest-edit.ts';
import { type Dress, type Run, runsOf, sameDress } from './runs.ts';

export interface WordChange {
  /** `dress`: the same words, but bold, or a link elsewhere. */
  readonly kind: 'words' | 'dress';
  /** In the newer text; equal where words only went. */
  readonly from: number;
  readonly to: number;
  readonly oldFrom: number;
  readonly oldTo: number;
  /** The words that went, as they were read; a line end stands for the end of a block. */
  readonly deleted: string;
  readonly was: Dress;
  readonly now: Dress;
}

type Pair = readonly [old: number, next: number];

// Beyond these many words on both sides a passage is shown as gone and come: comparing would hold up typing.
const mostRuns = 4_000;

export type Compare = (old: string, next: string) => readonly WordChange[];

/** Remembers the passages of its last answer. */
export function createCompare(): Compare {
  let known = new Map<string, readonly WordChange[]>();
  return (old, next) => {
    if (old === next) return [];
    const remembered = new Map<string, readonly WordChange[]>();
    const changes = passages(old, next).flatMap(({ oldFrom, oldTo, from, to }) => {
      const [before, after] = [old.slice(oldFrom, oldTo), next.slice(from, to)];
      const key = `${before}\0${after}`;
      const found = known.get(key) ?? inPassage(before, after);
      remembered.set(key, found);
      return found.map((change) => ({
        ...change,
        ...{ from: change.from + from, to: change.to + from, oldFrom: change.oldFrom + oldFrom, oldTo: change.oldTo + oldFrom },
      }));
    });
    known = remembered;
    return changes;
  };
}

interface Passage {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly from: number;
  readonly to: number;
}

/** Runs of lines that differ, without the line end that follows both. */
function passages(old: string, next: string): readonly Passage[] {
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

const none: Dress = { styles: [], target: '' };

function inPassage(old: string, next: string): readonly WordChange[] {
  if (old === '' || next === '') return [whole(old, next)];
  const [a, b] = [runsOf(old), runsOf(next)];
  if (a.length + b.length > mostRuns) return [whole(old, next)];
  const pairs = joined(shortestEdit(a.map(textOf), b.map(textOf)), a, b);
  const changes: WordChange[] = [];
  let [x, y] = [0, 0];
  for (const [toX, toY] of [...pairs, [a.length, b.length] as const]) {
    if (toX > x || toY > y) changes.push(words(a, b, [x, toX], [y, toY], old.length, next.length));
    const [was, now] = [a[toX], b[toY]];
    if (was && now && !sameDress(was.dress, now.dress)) addDress(changes, was, now);
    [x, y] = [toX + 1, toY + 1];
  }
  return changes;
}

const textOf = ({ text }: Run): string => text;

/** A space that stayed between words that did not is no island. */
function joined(pairs: readonly Pair[], a: readonly Run[], b: readonly Run[]): readonly Pair[] {
  return pairs.filter(([x, y], at) => {
    if (a[x]?.text !== ' ') return true;
    const [before, after] = [pairs[at - 1], pairs[at + 1]];
    const isAfterWord = x === 0 || y === 0 || (before?.[0] === x - 1 && before[1] === y - 1);
    const isBeforeWord = x === a.length - 1 || y === b.length - 1 || (after?.[0] === x + 1 && after[1] === y + 1);
    return isAfterWord || isBeforeWord;
  });
}

function words(
  a: readonly Run[],
  b: readonly Run[],
  [x, toX]: readonly [number, number],
  [y, toY]: readonly [number, number],
  endA: number,
  endB: number,
): WordChange {
  const [first, last] = [b[y], b[toY - 1]];
  const [oldFirst, oldLast] = [a[x], a[toX - 1]];
  // Between two words that stayed: after the one before it.
  const at = b[y - 1]?.to ?? first?.from ?? endB;
  const oldAt = a[x - 1]?.to ?? oldFirst?.from ?? endA;
  return {
    kind: 'words',
    from: toY > y ? (first?.from ?? at) : at,
    to: toY > y ? (last?.to ?? at) : at,
    oldFrom: toX > x ? (oldFirst?.from ?? oldAt) : oldAt,
    oldTo: toX > x ? (oldLast?.to ?? oldAt) : oldAt,
    deleted: a.slice(x, toX).map(textOf).join(''),
    was: oldFirst?.dress ?? none,
    now: first?.dress ?? none,
  };
}

function addDress(changes: WordChange[], was: Run, now: Run): void {
  const last = changes.at(-1);
  // One change for a stretch of words that changed alike; the white space between them has no dress.
  if (last?.kind === 'dress' && now.from - last.to <= 1 && sameDress(last.was, was.dress) && sameDress(last.now, now.dress)) {
    changes[changes.length - 1] = { ...last, to: now.to, oldTo: was.to };
    return;
  }
  changes.push({
    kind: 'dress',
    from: now.from,
    to: now.to,
    oldFrom: was.from,
    oldTo: was.to,
    deleted: '',
    was: was.dress,
    now: now.dress,
  });
}

function whole(old: string, next: string): WordChange {
  const deleted = old === '' ? '' : runsOf(old).map(textOf).join('');
  return { kind: 'words', from: 0, to: next.length, oldFrom: 0, oldTo: old.length, deleted, was: none, now: none };
}
