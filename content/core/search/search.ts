// Answers a query over the indexes of the packs that are held. One word: the best guides that have it. Several:
// guides with all of them first, then those that lack a little. Never throws for anything that can be typed.
import type { ChannelId } from '../base/ids.ts';
import { correct } from './correct.ts';
import { expand, type Match } from './expand.ts';
import { isStopWord } from './language.ts';
import type { GuideHit, SearchReply, SearchRequest } from './model.ts';
import type { PackIndex } from './pack-index.ts';
import { phrasePlaces } from './phrase.ts';
import { type ParsedQuery, parseQuery } from './query.ts';
import { type Ranked, rank } from './rank.ts';
import { rarity, scoreWord, type WordScores } from './score.ts';
import { showSections } from './sections.ts';
import { type Marker, marksIn } from './snippet.ts';
import type { SynonymTable } from './synonyms.ts';

export interface SearchLibrary {
  /** One for each pack; several of one channel are allowed while an edition is being indexed. */
  readonly indexes: readonly PackIndex[];
  readonly synonyms: SynonymTable;
  /** Names that may be typed as a scope, also of packs that are not indexed yet. */
  readonly channels: readonly ChannelId[];
}

/** One word of the query in every pack that is asked. */
export interface AskedWord {
  readonly word: string;
  readonly rarity: number;
  readonly inPacks: readonly { readonly matches: readonly Match[]; readonly scores: WordScores }[];
  readonly known: boolean;
}

/** `indexing` is left null: only the caller knows what is still to come. */
export function search(library: SearchLibrary, request: SearchRequest): SearchReply {
  const query = parseQuery(request.text, library.channels);
  const indexes = inScope(library.indexes, request.channels, query.channels);
  const scope = { channels: query.channels, unknown: query.unknown };
  const nothing: SearchReply = { hits: [], total: 0, correction: null, scope, indexing: null, empty: false };
  if (query.whole.length === 0) return { ...nothing, empty: true };
  const asked = askAll(indexes, query, library.synonyms);
  const corrected = request.verbatim ? null : correct(indexes, query, asked, library.synonyms);
  let using = corrected ? parseQuery(corrected, []) : query;
  const words = corrected ? askAll(indexes, using, library.synonyms) : asked;
  let phrases = phrasesIn(indexes, using);
  let unquoted = false;
  if (using.phrases.length > 0 && !phrases.some((pack) => pack.length > 0 && pack.every((places) => places.length > 0))) {
    if (request.verbatim) return nothing;
    using = { ...using, phrases: [] };
    phrases = indexes.map(() => []);
    unquoted = true;
  }
  const ranked = rank(indexes, using, words, phrases, request.limit);
  if (ranked.total === 0) return { ...nothing, empty: query.words.length === 0 && query.phrases.length === 0 };
  const marker = markerOf(using, words);
  const shown = unquoted ? (corrected ?? query.text).replace(/["\u201c\u201d\u201e\u00ab\u00bb]+/g, ' ').trim() : corrected;
  return {
    ...nothing,
    hits: ranked.best.map((hit) => show(indexes, hit, marker)),
    total: ranked.total,
    correction: shown === null ? null : { typed: query.text, shown },
  };
}

function inScope(indexes: readonly PackIndex[], ticked: readonly ChannelId[], typed: readonly ChannelId[]): PackIndex[] {
  return indexes.filter(
    (index) => (ticked.length === 0 || ticked.includes(index.channel)) && (typed.length === 0 || typed.includes(index.channel)),
  );
}

function askAll(indexes: readonly PackIndex[], query: ParsedQuery, synonyms: SynonymTable): AskedWord[] {
  const meetings = synonyms.meetings(query.whole);
  const guides = indexes.reduce((sum, index) => sum + index.parts.guides.length, 0);
  return query.words.map((asked) => {
    const alternatives = meetings
      .filter((meeting) => query.whole.slice(meeting.from, meeting.to).includes(asked.word))
      .flatMap((meeting) => meeting.alternatives);
    const inPacks = indexes.map((index) => {
      const matches = expand(index, asked, alternatives);
      return { matches, scores: scoreWord(index, matches) };
    });
    const direct = inPacks.reduce((sum, pack) => sum + pack.scores.direct, 0);
    const all = inPacks.reduce((sum, pack) => sum + pack.scores.touched.length, 0);
    return { word: asked.word, rarity: rarity(direct || all, guides), inPacks, known: all > 0 };
  });
}

/** Places of each quotation in each pack. */
function phrasesIn(indexes: readonly PackIndex[], query: ParsedQuery): Uint32Array[][] {
  return indexes.map((index) => query.phrases.map((words) => phrasePlaces(index, words)));
}

/** Words as they were typed or meant. Of a synonym of several words only the whole is marked, never an "a" alone. */
function markerOf(query: ParsedQuery, words: readonly AskedWord[]): Marker {
  const marked = new Set<string>();
  const phrases = new Map(query.phrases.map((phrase) => [phrase.join(' '), phrase]));
  const telling = words.some(({ word }) => !isStopWord(word));
  for (const word of words) {
    if (telling && isStopWord(word.word)) continue;
    marked.add(word.word);
    for (const { words: found } of word.inPacks.flatMap(({ matches }) => matches)) {
      if (found.length === 1) marked.add(found[0] as string);
      else phrases.set(found.join(' '), found);
    }
  }
  return { words: marked, phrases: [...phrases.values()] };
}

function show(indexes: readonly PackIndex[], hit: Ranked, marker: Marker): GuideHit {
  const index = indexes[hit.pack] as PackIndex;
  const title = index.blockText(index.parts.guideBlocks[hit.guide] ?? 0);
  return {
    guide: index.parts.guides[hit.guide] as GuideHit['guide'],
    channel: index.channel,
    title,
    titleMarks: marksIn(title, marker),
    ...showSections(index, hit.guide, hit.sections, title, marker),
  };
}
