// Where a note without a place could stand, for a person to choose: the block that kept its id, blocks that say something
// like what it was on, and what stands under the same words around it. Proposes, never places.

import type { Range } from '../lineage/align.ts';
import { likeness, shinglesOf } from '../lineage/similarity.ts';
import type { AnchorText } from './anchor-text.ts';
import type { Anchor } from './model.ts';

export interface LikelyPlace {
  /** A whole block. */
  readonly range: Range;
  /** Why it is proposed; `id`: the working group keeps the block as the same one. */
  readonly reason: 'id' | 'words' | 'context';
}

interface Scored extends LikelyPlace {
  readonly score: number;
}

/** More than three would have to be read like the guide itself. */
const mostPlaces = 3;
// Below, two sentences of one guide are as alike by chance.
const leastLikeness = 0.2;

/** Best first; a block is proposed once. Empty when nothing is like it. */
export function likelyPlaces(anchor: Anchor, inside: AnchorText): readonly LikelyPlace[] {
  const quote = shinglesOf(anchor.exact);
  const around = shinglesOf(`${anchor.prefix} ${anchor.suffix}`);
  const scored = inside.blocks.flatMap(({ id, start, end }): readonly Scored[] => {
    if (end === start) return [];
    const block = shinglesOf(inside.text.slice(start, end));
    const range: Range = [start, end];
    if (id !== null && id === anchor.block) return [{ range, reason: 'id', score: 2 }];
    const words = likeness(quote, block);
    if (words >= leastLikeness) return [{ range, reason: 'words', score: words }];
    // What stood beside it may still be there: less certain, so that words come first.
    const context = likeness(around, block) / 2;
    return context >= leastLikeness ? [{ range, reason: 'context', score: context }] : [];
  });
  return scored
    .sort((a, b) => b.score - a.score || a.range[0] - b.range[0])
    .slice(0, mostPlaces)
    .map(({ range, reason }) => ({ range, reason }));
}
