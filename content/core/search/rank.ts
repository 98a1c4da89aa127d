// Puts guides in order: the sum of their words' scores, less for each word they lack, more for a title or heading
// that was typed whole, for quoted words, and for words that stand together.
import { type PackIndex, roles } from './pack-index.ts';
import type { ParsedQuery } from './query.ts';
import type { AskedWord } from './search.ts';
import { type FoundSection, findSections } from './sections.ts';
import { hashWords, wordsOf } from './words.ts';

export interface Ranked {
  readonly pack: number;
  readonly guide: number;
  readonly score: number;
  readonly sections: readonly FoundSection[];
}

interface Candidate {
  readonly pack: number;
  readonly guide: number;
  score: number;
}

/** Guides that are looked at closely; a guide further down cannot climb past all of them. */
const closeLook = 40;

/** A guide counts as found when it has this share of what the best one has: half by number of words, half by how telling they are. */
const leastShare = 0.6;

/** With it a guide that has two words of three falls to under a third of its score. */
const lackPower = 3;

/** Gains, in units of the query's rarity (a word in the title alone gives up to 3). */
const gains = { title: 8, heading: 5, titleBegins: 3, together: 1, phrase: 4 } as const;

/** A single word is a heading by chance ("Facebook"); of three words or more it is not. */
const tellingHeading = 3;

export function rank(
  indexes: readonly PackIndex[],
  query: ParsedQuery,
  words: readonly AskedWord[],
  phrases: readonly (readonly Uint32Array[])[],
  limit: number,
): { readonly best: readonly Ranked[]; readonly total: number } {
  const known = words.filter((word) => word.known);
  const weight = known.reduce((sum, word) => sum + word.rarity, 0) || 1;
  const candidates: Candidate[] = [];
  const exact = indexes.map((index) => exactBlocks(index, query.whole));
  // A heading that stands in many guides ("Records") tells little of any of them.
  const alike = exact.reduce((sum, blocks) => sum + blocks.size, 0) || 1;
  const headingGain = (gains.heading * Math.min(1, known.length / tellingHeading)) / alike;
  const all = indexes.map((index, pack) =>
    scoreGuides(index, pack, known, weight, phrases[pack] ?? [], query.phrases.length > 0, {
      blocks: exact[pack] ?? new Set(),
      headingGain,
    }),
  );
  const mostShare = Math.max(0, ...all.map((scored) => scored.mostShare));
  let total = 0;
  const most = Math.max(limit, closeLook);
  for (const { scores, shares, touched, pack } of all) {
    for (const guide of touched) {
      if ((shares[guide] as number) < leastShare * mostShare) continue;
      total += 1;
      keepBest(candidates, { pack, guide, score: scores[guide] as number }, most);
    }
  }
  const looked = candidates.map((candidate): Ranked => {
    const index = indexes[candidate.pack] as PackIndex;
    const weighed = known.map((word) => ({ matches: word.inPacks[candidate.pack]?.matches ?? [], rarity: word.rarity }));
    const sections = findSections(index, candidate.guide, weighed, phrases[candidate.pack] ?? [], exact[candidate.pack] ?? new Set());
    let score = candidate.score;
    if (known.length > 1) score += gains.together * Math.min(weight, Math.max(0, ...sections.map((section) => section.textValue)));
    score += gains.titleBegins * weight * titleTyped(index, candidate.guide, query.whole);
    return { ...candidate, score, sections };
  });
  looked.sort((a, b) => b.score - a.score || a.pack - b.pack || a.guide - b.guide);
  return { best: looked.slice(0, limit), total };
}

function scoreGuides(
  index: PackIndex,
  pack: number,
  known: readonly AskedWord[],
  weight: number,
  phrases: readonly Uint32Array[],
  quoted: boolean,
  exact: { readonly blocks: ReadonlySet<number>; readonly headingGain: number },
) {
  const scores = new Float64Array(index.parts.guides.length);
  const shares = new Float64Array(index.parts.guides.length);
  const seen = new Set<number>();
  for (const word of known) {
    const { values, touched } = word.inPacks[pack]?.scores ?? { values: scores, touched: [] };
    for (const guide of touched) {
      if (shares[guide] === 0) seen.add(guide);
      scores[guide] = (scores[guide] as number) + word.rarity * (values[guide] as number);
      shares[guide] = (shares[guide] as number) + (word.rarity / weight + 1 / known.length) / 2;
    }
  }
  // A guide that lacks a word falls back by more than that word's own part.
  for (const guide of seen) scores[guide] = (scores[guide] as number) * (shares[guide] as number) ** lackPower;
  for (const block of exact.blocks) {
    const guide = index.guideOf[block] as number;
    seen.add(guide);
    const telling = index.parts.roles[block] === roles.title ? gains.title : exact.headingGain;
    shares[guide] = Math.max(shares[guide] as number, 1);
    scores[guide] = (scores[guide] as number) + telling * weight;
  }
  let touched = [...seen];
  if (quoted) touched = withPhrases(index, phrases, scores, shares, weight);
  let mostShare = 0;
  for (const guide of touched) mostShare = Math.max(mostShare, shares[guide] as number);
  return { pack, scores, shares, touched, mostShare };
}

/** Only guides that have every quotation. */
function withPhrases(
  index: PackIndex,
  phrases: readonly Uint32Array[],
  scores: Float64Array,
  shares: Float64Array,
  weight: number,
): number[] {
  const guidesOf = phrases.map((places) => new Set(Array.from(places, (place) => index.guideOf[index.blockAt(place)] as number)));
  const [first, ...others] = guidesOf;
  const having = [...(first ?? [])].filter((guide) => others.every((set) => set.has(guide)));
  for (const guide of having) {
    scores[guide] = (scores[guide] as number) + gains.phrase * weight;
    // Stop words alone can be quoted too.
    if (shares[guide] === 0) shares[guide] = 1;
  }
  return having;
}

/** Titles and headings that are exactly these words. */
function exactBlocks(index: PackIndex, whole: readonly string[]): Set<number> {
  const found = new Set<number>();
  if (whole.length === 0) return found;
  const wanted = whole.join(' ');
  for (const block of index.exactBlocks(hashWords(whole))) if (wordsOf(index.blockText(block)).join(' ') === wanted) found.add(block);
  return found;
}

/** How much of the guide's title is typed already, from its start: 0 to 1. */
function titleTyped(index: PackIndex, guide: number, whole: readonly string[]): number {
  const title = wordsOf(index.blockText(index.parts.guideBlocks[guide] ?? 0)).join(' ');
  const typed = whole.join(' ');
  return typed !== '' && title.startsWith(typed) ? typed.length / title.length : 0;
}

/** Keeps the best `most`, in order. */
function keepBest(kept: Candidate[], candidate: Candidate, most: number): void {
  if (kept.length >= most && candidate.score <= (kept.at(-1)?.score ?? 0)) return;
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((kept[middle]?.score ?? 0) >= candidate.score) low = middle + 1;
    else high = middle;
  }
  kept.splice(low, 0, candidate);
  if (kept.length > most) kept.pop();
}
