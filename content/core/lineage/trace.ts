// Two editions of one guide -> which block became which. First equal blocks in order, then equal blocks anywhere
// (moved), then blocks whose words are alike: between the same neighbours on little evidence, elsewhere on much.
import type { BlockId } from '../base/ids.ts';
import type { BlockKind } from '../guide/model.ts';
import { matchInOrder } from './match.ts';
import { containment, likeness, type Shingles, shinglesOf } from './similarity.ts';

export interface OldBlock {
  readonly id: BlockId;
  readonly kind: BlockKind;
  readonly digest: string;
  /** Without it a changed block is recognised only where it stands alone between its old neighbours. */
  readonly text?: string | undefined;
}

export interface NextBlock {
  readonly kind: BlockKind;
  readonly digest: string;
  readonly text: string;
}

/** `split`: the text was part of the old block, whose id stays with another part. */
export type Change = 'same' | 'moved' | 'reworded' | 'split' | 'new';

export interface TracedBlock {
  readonly change: Change;
  /** Where it comes from; `null` for new blocks. For `split` the old block's id belongs to another block. */
  readonly from: BlockId | null;
}

export interface Trace {
  /** One for each of the new blocks. */
  readonly blocks: readonly TracedBlock[];
  /** Old blocks that no new one continues. */
  readonly gone: readonly BlockId[];
}

// Tried on real guides: rewritten sentences score above .5, unrelated ones of the same guide below .25.
const alike = { nearby: 0.35, elsewhere: 0.7, part: 0.75 } as const;
// Short blocks ("Yes", "Check the name") look like each other everywhere: they are known by their place only.
const wordsToTravel = 6;
// Three words of a sentence are a phrase, not a part.
const wordsInPart = 4;
// A word pair found in more old blocks than this tells nothing about which one is meant.
const maxPosting = 24;

export function traceBlocks(old: readonly OldBlock[], next: readonly NextBlock[]): Trace {
  if (old.length === 0) return { blocks: next.map(() => ({ change: 'new', from: null })), gone: [] };
  const blocks: (TracedBlock | null)[] = next.map(() => null);
  const free = new Set(old.keys());
  const take = (from: number, to: number, change: Change) => {
    free.delete(from);
    blocks[to] = { change, from: (old[from] as OldBlock).id };
  };
  const keyOf = (block: { readonly kind: BlockKind; readonly digest: string }) => `${block.kind} ${block.digest}`;
  const pairs = matchInOrder(old.map(keyOf), next.map(keyOf));
  for (const [from, to] of pairs) take(from, to, 'same');

  const byText = new Map<string, number[]>();
  for (const index of [...free].reverse()) pushTo(byText, (old[index] as OldBlock).digest, index);
  next.forEach((block, to) => {
    if (blocks[to] !== null) return;
    const list = byText.get(block.digest);
    // The same text as another kind of block (a paragraph made a list item) is that block, changed.
    const place = list?.findLastIndex((index) => old[index]?.kind === block.kind) ?? -1;
    const from = list?.splice(place === -1 ? list.length - 1 : place, 1)[0];
    if (from !== undefined) take(from, to, old[from]?.kind === block.kind ? 'moved' : 'reworded');
  });

  const gaps = gapsOf(pairs, old.length, next.length);
  const oldShingles = new Map<number, Shingles>();
  for (const index of free) {
    const text = old[index]?.text;
    if (text !== undefined) oldShingles.set(index, shinglesOf(text));
  }
  const nextShingles = new Map<number, Shingles>();
  blocks.forEach((block, index) => {
    if (block === null) nextShingles.set(index, shinglesOf(next[index]?.text ?? ''));
  });
  for (const { from, to, score } of candidates(old, next, oldShingles, nextShingles, gaps)) {
    if (!free.has(from) || blocks[to] !== null) continue;
    const near = gaps.old[from] === gaps.next[to];
    if (score >= (near ? alike.nearby : alike.elsewhere)) take(from, to, 'reworded');
  }
  takeLonePairs(old, next, blocks, free, gaps, take);
  const wholes = new Map<number, number[]>();
  for (const index of oldShingles.keys()) pushTo(wholes, gaps.old[index] ?? -1, index);
  for (const [to, part] of nextShingles) {
    const near = wholes.get(gaps.next[to] ?? -1) ?? [];
    if (blocks[to] !== null || part.wordCount < wordsInPart || near.length > maxPosting) continue;
    const from = near.find((index) => containment(part, oldShingles.get(index) as Shingles) >= alike.part);
    if (from !== undefined) blocks[to] = { change: 'split', from: (old[from] as OldBlock).id };
  }
  return {
    blocks: blocks.map((block) => block ?? { change: 'new', from: null }),
    gone: [...free].map((index) => (old[index] as OldBlock).id),
  };
}

interface Gaps {
  /** For each block the number of equal pairs before it: what has the same number stands between the same neighbours. */
  readonly old: readonly number[];
  readonly next: readonly number[];
}

function gapsOf(pairs: readonly (readonly [number, number])[], oldLength: number, nextLength: number): Gaps {
  const count = (length: number, side: 0 | 1) => {
    const gaps: number[] = [];
    let passed = 0;
    for (let index = 0; index < length; index++) {
      while (passed < pairs.length && (pairs[passed]?.[side] ?? 0) <= index) passed++;
      gaps.push(passed);
    }
    return gaps;
  };
  return { old: count(oldLength, 0), next: count(nextLength, 1) };
}

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** Likely pairs, best first: those that share a rare pair of words, and those in the same gap. */
function candidates(
  old: readonly OldBlock[],
  next: readonly NextBlock[],
  oldShingles: ReadonlyMap<number, Shingles>,
  nextShingles: ReadonlyMap<number, Shingles>,
  gaps: Gaps,
): readonly Candidate[] {
  const postings = new Map<string, number[]>();
  const inGap = new Map<number, number[]>();
  for (const [index, shingles] of oldShingles) {
    for (const pair of shingles.pairs.keys()) pushTo(postings, pair, index);
    pushTo(inGap, gaps.old[index] ?? -1, index);
  }
  const found: Candidate[] = [];
  for (const [to, shingles] of nextShingles) {
    const likely = new Set<number>();
    for (const pair of shingles.pairs.keys()) {
      const list = postings.get(pair);
      if (list && list.length <= maxPosting) for (const index of list) likely.add(index);
    }
    const near = inGap.get(gaps.next[to] ?? -1);
    if (near && near.length <= maxPosting) for (const index of near) likely.add(index);
    for (const from of likely) {
      const other = oldShingles.get(from) as Shingles;
      const sameGap = gaps.old[from] === gaps.next[to];
      if (!sameGap && Math.min(other.wordCount, shingles.wordCount) < wordsToTravel) continue;
      const score = likeness(other, shingles) - (old[from]?.kind === next[to]?.kind ? 0 : 0.1);
      if (score >= alike.nearby) found.push({ from, to, score });
    }
  }
  return found.sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to);
}

/** One old and one new block of the same kind alone between the same neighbours: the same block, short or without text. */
function takeLonePairs(
  old: readonly OldBlock[],
  next: readonly NextBlock[],
  blocks: readonly (TracedBlock | null)[],
  free: ReadonlySet<number>,
  gaps: Gaps,
  take: (from: number, to: number, change: Change) => void,
): void {
  const left = new Map<number, number[]>();
  for (const index of free) pushTo(left, gaps.old[index] ?? -1, index);
  const right = new Map<number, number[]>();
  blocks.forEach((block, index) => {
    if (block === null) pushTo(right, gaps.next[index] ?? -1, index);
  });
  for (const [gap, [from, ...others]] of left) {
    const [to, ...more] = right.get(gap) ?? [];
    if (from === undefined || to === undefined || others.length > 0 || more.length > 0) continue;
    const [before, after] = [old[from], next[to]];
    if (!before || !after || before.kind !== after.kind) continue;
    const short = before.text !== undefined && shinglesOf(before.text).wordCount <= 3 && shinglesOf(after.text).wordCount <= 3;
    if (before.text === undefined || short) take(from, to, 'reworded');
  }
}

function pushTo<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
