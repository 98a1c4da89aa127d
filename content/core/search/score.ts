// How well a guide answers one word of the query. The weights are lunr's (BM25 with its k1 and b) with boosts for
// the parts of a guide, counted over all packs that are asked, so that their guides can be compared.
import { type Match, weights } from './expand.ts';
import { type PackIndex, roles } from './pack-index.ts';

/** lunr's own defaults: how fast repeats stop counting, how much length matters. */
const k1 = 1.2;
const b = 0.75;

/** A word in the title says more than any number of them in the text; less in a long title. */
const boosts = { title: 3, heading: 1, summary: 0.7 } as const;

/** Length of a title, in words, at which it counts half. */
const longTitle = 12;

export interface WordScores {
  /** By guide; 0 = not there. */
  readonly values: Float64Array;
  /** Guides with a value. */
  readonly touched: readonly number[];
  /** Guides that have the word itself or a form or continuation of it, not only a synonym. */
  readonly direct: number;
}

export function scoreWord(index: PackIndex, matches: readonly Match[]): WordScores {
  const { firstPlace, roles: roleOf } = index.parts;
  const values = new Float64Array(index.parts.guides.length);
  const touched: number[] = [];
  let direct = 0;
  for (const { places, weight } of matches) {
    let guide = -1;
    let title = 0;
    let heading = 0;
    let summary = 0;
    let count = 0;
    const close = () => {
      if (guide < 0) return;
      const length = index.guideLength(guide) / index.averageLength;
      const repeats = ((k1 + 1) * count) / (k1 * (1 - b + b * length) + count);
      const value = weight * (repeats + title + heading + summary);
      const before = values[guide] as number;
      if (before === 0) {
        touched.push(guide);
        if (weight > weights.synonym) direct += 1;
      }
      if (value > before) values[guide] = value;
    };
    let blockEnd = 0;
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] as number;
      if (place < blockEnd) {
        count += 1;
        continue;
      }
      const block = index.blockAt(place);
      blockEnd = firstPlace[block + 1] as number;
      if (index.guideOf[block] !== guide) {
        close();
        guide = index.guideOf[block] as number;
        title = heading = summary = count = 0;
      }
      count += 1;
      const role = roleOf[block];
      if (role === roles.title) title = boosts.title / (1 + (blockEnd - (firstPlace[block] as number)) / longTitle);
      else if (role === roles.heading) heading = boosts.heading;
      else if (role === roles.summary) summary = boosts.summary;
    }
    close();
  }
  return { values, touched, direct };
}

/** How telling a word is that `having` of `all` guides have: lunr's formula. */
export function rarity(having: number, all: number): number {
  return Math.log(1 + Math.max(0, (all - having + 0.5) / (having + 0.5)));
}
