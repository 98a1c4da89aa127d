// What differs between two texts, word by word, as places in the newer one: what a person sees struck and underlined.
// Lines that stayed are never looked into, and what was compared once is remembered, so that a key costs one paragraph.
import { shortestEdit } from '../../../content/core/lineage/shortest-edit.ts';
import { createPassages } from './passages.ts';
import { type Dress, type Run, runsOf, sameDress, seen } from './runs.ts';
import { likeness, pairUnits, type Unit, unitsOf, wordsOf } from './units.ts';

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
  /** Whole paragraphs, items or rows that went: they stand by themselves. */
  readonly block: boolean;
}

type Pair = readonly [old: number, next: number];

// Beyond these many words on both sides a passage is shown as gone and come: comparing would hold up typing.
const mostRuns = 4_000;

export type Compare = (old: string, next: string) => readonly WordChange[];

/** Remembers the passages of its last answer. */
export function createCompare(): Compare {
  let known = new Map<string, readonly WordChange[]>();
  const passages = createPassages();
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

const none: Dress = { styles: [], target: '' };
const plainChange = { kind: 'words', deleted: '', was: none, now: none, block: false } as const;

// More pairs of paragraphs than this are not weighed against each other.
const mostPairs = 10_000;
// A passage that is as alike as this was at most parted or joined: then it is one text.
const oneText = 0.85;

function inPassage(old: string, next: string): readonly WordChange[] {
  if (old === '' || next === '') return [whole(old, next)];
  const [a, b] = [unitsOf(old), unitsOf(next)];
  const isOne = a.length < 2 && b.length < 2;
  if (isOne || a.length * b.length > mostPairs || likeness(wordsOf(a), wordsOf(b)) >= oneText) return compared(old, next, 0, 0);
  const changes: WordChange[] = [];
  let [x, y] = [0, 0];
  for (const [toX, toY] of [...pairUnits(a, b), [a.length, b.length] as const]) {
    const [gone, come] = [a.slice(x, toX), b.slice(y, toY)];
    const [before, after] = [a[toX], b[toY]];
    if (gone.length > 0) changes.push(goneUnits(old, gone, come[0]?.from ?? after?.from ?? next.length));
    const [first, last] = [come[0], come.at(-1)];
    if (first && last)
      changes.push({
        ...plainChange,
        from: first.from,
        to: last.to,
        oldFrom: gone.at(-1)?.to ?? before?.from ?? old.length,
        oldTo: gone.at(-1)?.to ?? before?.from ?? old.length,
      });
    if (before && after)
      changes.push(...compared(old.slice(before.from, before.to), next.slice(after.from, after.to), before.from, after.from));
    [x, y] = [toX + 1, toY + 1];
  }
  return changes;
}

function goneUnits(old: string, gone: readonly Unit[], at: number): WordChange {
  const [oldFrom, oldTo] = [gone[0]?.from ?? 0, gone.at(-1)?.to ?? 0];
  return { ...plainChange, from: at, to: at, oldFrom, oldTo, deleted: runsOf(old.slice(oldFrom, oldTo)).map(seen).join(''), block: true };
}

/** Word by word. `oldAt` and `at` are where the two texts begin. */
function compared(old: string, next: string, oldAt: number, at: number): readonly WordChange[] {
  const [a, b] = [runsOf(old), runsOf(next)];
  const place = (change: WordChange): WordChange => ({
    ...change,
    ...{ from: change.from + at, to: change.to + at, oldFrom: change.oldFrom + oldAt, oldTo: change.oldTo + oldAt },
  });
  if (a.length + b.length > mostRuns) return [place(whole(old, next))];
  const pairs = joined(shortestEdit(a.map(textOf), b.map(textOf)), a, b);
  const changes: WordChange[] = [];
  let [x, y] = [0, 0];
  for (const [toX, toY] of [...pairs, [a.length, b.length] as const]) {
    if (toX > x || toY > y) changes.push(words(a, b, [x, toX], [y, toY], old.length, next.length));
    const [was, now] = [a[toX], b[toY]];
    if (was && now && !sameDress(was.dress, now.dress)) addDress(changes, was, now);
    [x, y] = [toX + 1, toY + 1];
  }
  return changes.map(place);
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
  let [endX, endY] = [toX, toY];
  // White space that both sides end with stayed.
  while (endX > x && endY > y && a[endX - 1]?.text === b[endY - 1]?.text) [endX, endY] = [endX - 1, endY - 1];
  const [first, last] = [b[y], b[endY - 1]];
  const [oldFirst, oldLast] = [a[x], a[endX - 1]];
  // Between two words that stayed: after the one before it.
  const at = b[y - 1]?.to ?? first?.from ?? endB;
  const oldAt = a[x - 1]?.to ?? oldFirst?.from ?? endA;
  return {
    kind: 'words',
    from: endY > y ? (first?.from ?? at) : at,
    to: endY > y ? (last?.to ?? at) : at,
    oldFrom: endX > x ? (oldFirst?.from ?? oldAt) : oldAt,
    oldTo: endX > x ? (oldLast?.to ?? oldAt) : oldAt,
    deleted: a.slice(x, endX).map(seen).join(''),
    block: false,
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
    block: false,
    was: was.dress,
    now: now.dress,
  });
}

function whole(old: string, next: string): WordChange {
  const deleted = old === '' ? '' : runsOf(old).map(seen).join('');
  return { ...plainChange, from: 0, to: next.length, oldFrom: 0, oldTo: old.length, deleted, block: next === '' && /^\n|\n$/.test(old) };
}
