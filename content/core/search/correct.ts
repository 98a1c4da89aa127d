// What was probably meant by words that no pack knows. Corrects each by one slip at most; prefers the word that
// stands together with the rest of the query, then the commonest.
import { isStopWord } from './language.ts';
import type { PackIndex } from './pack-index.ts';
import type { ParsedQuery } from './query.ts';
import { scoreWord } from './score.ts';
import type { AskedWord } from './search.ts';
import { slipsOf } from './slip.ts';
import type { SynonymTable } from './synonyms.ts';
import { eachWord } from './words.ts';

/** Candidates that are weighed against the rest of the query; the commonest come first. */
const mostWeighed = 8;

/** The query's text with its unknown words replaced, or null when there is nothing to correct or no near word. */
export function correct(
  indexes: readonly PackIndex[],
  query: ParsedQuery,
  asked: readonly AskedWord[],
  synonyms: SynonymTable,
): string | null {
  const replacements = new Map<string, string>();
  for (const word of asked) {
    if (word.known) continue;
    const near = nearest(indexes, word.word, asked, synonyms);
    if (near !== null) replacements.set(word.word, near);
  }
  if (replacements.size === 0) return null;
  let shown = '';
  let done = 0;
  eachWord(query.text, (word, start, end, joined) => {
    const replacement = joined ? undefined : replacements.get(word);
    if (replacement === undefined) return;
    shown += query.text.slice(done, start) + replacement;
    done = end;
  });
  return shown + query.text.slice(done);
}

function nearest(indexes: readonly PackIndex[], word: string, asked: readonly AskedWord[], synonyms: SynonymTable): string | null {
  // What officers say counts as known, though no guide may use the word; the guides' own words come first.
  const counts = new Map(synonyms.slipsOf(word).map((near) => [near, 0]));
  for (const index of indexes) {
    for (const id of slipsOf(index, word)) {
      const near = index.parts.words[id] as string;
      if (isStopWord(near)) continue;
      counts.set(near, (counts.get(near) ?? 0) + (index.parts.counts[id] ?? 0));
    }
  }
  const candidates = [...counts].sort((a, b) => b[1] - a[1]).slice(0, mostWeighed);
  const others = asked.filter((other) => other.known);
  if (candidates.length < 2 || others.length === 0) return candidates[0]?.[0] ?? null;
  let best = candidates[0]?.[0] ?? null;
  let most = 0;
  for (const [candidate] of candidates) {
    const value = company(indexes, candidate, others);
    if (value > most) {
      most = value;
      best = candidate;
    }
  }
  return best;
}

/** How well the best guide with `candidate` answers the other words. */
function company(indexes: readonly PackIndex[], candidate: string, others: readonly AskedWord[]): number {
  let best = 0;
  indexes.forEach((index, pack) => {
    const id = index.wordId(candidate);
    if (id < 0) return;
    const scores = scoreWord(index, [{ places: index.places(id), weight: 1, words: [candidate] }]);
    for (const guide of scores.touched) {
      let value = scores.values[guide] as number;
      for (const other of others) value += other.rarity * (other.inPacks[pack]?.scores.values[guide] ?? 0);
      if (value > best) best = value;
    }
  });
  return best;
}
