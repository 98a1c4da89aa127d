// Quotes that stand nowhere word for word -> the few guides that share most of what their words tell, in which it is
// worth looking for them. Proposes guides only: whether the words are there is for find-quote.ts.
import type { GuideId } from '../base/ids.ts';

export interface NearSearch {
  look(guide: GuideId, text: string): void;
  /** Best first, by the position of the quote; empty where no guide shares enough. */
  candidates(): readonly (readonly GuideId[])[];
}

/** Guides in which one quote is looked for. */
const mostGuides = 3;
// A quote may be a whole page; its first words tell as much about the guide as all of them.
const mostWords = 40;
/** Of what the words tell: with less, two thirds of a sentence would be other words. */
const leastShare = 0.5;
// A word that is in more guides does not tell which one it is; to count them all would cost more than it proves.
const mostShared = 400;

export function seekNear(quotes: readonly string[]): NearSearch {
  const wanted = quotes.map((quote) => [...new Set(wordsOf(quote))].slice(0, mostWords));
  const guidesWith = new Map<string, number[]>(wanted.flat().map((word) => [word, []]));
  const guides: GuideId[] = [];
  return {
    look(guide, text) {
      const at = guides.push(guide) - 1;
      for (const word of new Set(wordsOf(text))) guidesWith.get(word)?.push(at);
    },
    candidates() {
      const weigh = (word: string): number => {
        const count = guidesWith.get(word)?.length ?? 0;
        return count > mostShared ? 0 : Math.log2((guides.length + 1) / (Math.max(1, count) + 0.5));
      };
      return wanted.map((words) => {
        const scores = new Map<number, number>();
        let total = 0;
        for (const word of words) {
          const weight = weigh(word);
          if (weight === 0) continue;
          total += weight;
          for (const guide of guidesWith.get(word) ?? []) scores.set(guide, (scores.get(guide) ?? 0) + weight);
        }
        return [...scores]
          .filter(([, score]) => score > 0 && score >= total * leastShare)
          .sort(([a, first], [b, second]) => second - first || a - b)
          .slice(0, mostGuides)
          .map(([guide]) => guides[guide] as GuideId);
      });
    },
  };
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
