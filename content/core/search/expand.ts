// What counts as a word of the query in one pack: itself, its other forms, words it begins, words that mean the
// same. Each with a weight, so that nearer matches come first.
import { isStopWord, stem } from './language.ts';
import type { PackIndex } from './pack-index.ts';
import { phrasePlaces } from './phrase.ts';
import type { QueryWord } from './query.ts';

/** The order of matches (exact > form > prefix > synonym); a corrected word counts as itself. */
export const weights = { exact: 1, form: 0.9, prefix: 0.7, synonym: 0.35 } as const;

/** Words that one typed beginning may stand for; the commonest are kept. */
const mostPrefixWords = 64;

/** One letter begins a tenth of all words: only the likeliest help. */
const mostLetterWords = 24;

export interface Match {
  readonly places: Uint32Array;
  readonly weight: number;
  /** What is marked in the text. */
  readonly words: readonly string[];
}

/** Best first. `alternatives` are the synonyms of this word, each as words. */
export function expand(index: PackIndex, asked: QueryWord, alternatives: readonly (readonly string[])[]): Match[] {
  const matches: Match[] = [];
  const seen = new Set<number>();
  const add = (id: number, weight: number) => {
    if (id < 0 || seen.has(id)) return;
    seen.add(id);
    matches.push({ places: index.places(id), weight, words: [index.parts.words[id] as string] });
  };
  add(index.wordId(asked.word), weights.exact);
  if (asked.joined) add(index.wordId(asked.joined), weights.exact);
  for (const id of formsOf(index, asked.word)) add(id, weights.form);
  if (asked.prefix) for (const { id, weight } of begunBy(index, asked.word)) add(id, weight);
  for (const words of alternatives) {
    const [only] = words;
    if (words.length === 1 && only !== undefined) {
      add(index.wordId(only), weights.synonym);
      for (const id of formsOf(index, only)) add(id, weights.synonym);
    } else {
      const places = phrasePlaces(index, words);
      if (places.length > 0) matches.push({ places, weight: weights.synonym, words });
    }
  }
  return matches;
}

/** Words of the pack with the stem of `word`, whether or not the pack has the word itself. */
export function formsOf(index: PackIndex, word: string): number[] {
  const { nextForm, words } = index.parts;
  let first = index.wordId(word);
  if (first < 0) {
    // Forms share their beginning: a stem differs from its words at the end only (and in a British spelling).
    const key = stem(word);
    const [from, to] = index.prefixRange(word.slice(0, Math.min(3, word.length)));
    for (let id = from; id < to && first < 0; id += 1) {
      const candidate = words[id] as string;
      if (candidate.startsWith(key.slice(0, 4)) && stem(candidate) === key) first = id;
    }
    if (first < 0) return [];
  }
  const found = [first];
  for (let id = nextForm[first] as number; id !== first; id = nextForm[id] as number) found.push(id);
  return found;
}

function begunBy(index: PackIndex, prefix: string): { id: number; weight: number }[] {
  const [from, to] = index.prefixRange(prefix);
  const { counts, words } = index.parts;
  const most = prefix.length === 1 ? mostLetterWords : mostPrefixWords;
  const ids: number[] = [];
  for (let id = from; id < to; id += 1) ids.push(id);
  if (ids.length > most) ids.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0)).splice(most);
  // Nearly complete words first; never as much as a form, never as little as a synonym.
  return ids
    .filter((id) => !isStopWord(words[id] as string))
    .map((id) => ({ id, weight: weights.prefix - 0.3 * (1 - prefix.length / (words[id] as string).length) }))
    .sort((a, b) => b.weight - a.weight);
}
