// Where words stand one after the other. Stop words are indexed with their places, so every phrase can be
// found without reading any text.
import { firstAtLeast, type PackIndex } from './pack-index.ts';

/** Places of the first word of each occurrence, ascending. Words as `wordsOf` gives them. */
export function phrasePlaces(index: PackIndex, words: readonly string[]): Uint32Array {
  const ids = words.map((word) => index.wordId(word));
  if (ids.length === 0 || ids.some((id) => id < 0)) return new Uint32Array(0);
  const lists = new Map(ids.map((id) => [id, index.places(id)]));
  // From the rarest word on, so that common ones are only looked up.
  const order = ids.map((id, offset) => ({ list: lists.get(id) as Uint32Array, offset })).sort((a, b) => a.list.length - b.list.length);
  const [rarest, ...others] = order;
  if (!rarest) return new Uint32Array(0);
  return rarest.list
    .filter((place) => {
      const start = place - rarest.offset;
      return (
        start >= 0 &&
        others.every(({ list, offset }) => {
          const wanted = start + offset;
          return list[firstAtLeast(list, wanted)] === wanted;
        })
      );
    })
    .map((place) => place - rarest.offset);
}
