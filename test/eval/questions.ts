// Questions that a web manager types, each with the guide and the words that answer it: how often that guide is among the
// first three results, and whether the section with the answer is one of those shown. The guides are read as they stand, with
// their synonyms; the peers search the same texts.
import { readFileSync } from 'node:fs';
import { readPacks } from '../../content/cli/read-packs.ts';
import type { ChannelId, GuideId } from '../../content/core/base/ids.ts';
import { parseGuide } from '../../content/core/guide/parse.ts';
import { sortSources } from '../../content/core/pack/sources.ts';
import { parseSynonyms } from '../../content/core/pack/synonyms.ts';
import { textOf } from '../../content/core/pack/text-of.ts';
import { PackBuilder } from '../../content/core/search/build.ts';
import { documentOf, type SearchDocument } from '../../content/core/search/document.ts';
import type { GuideHit } from '../../content/core/search/model.ts';
import { search } from '../../content/core/search/search.ts';
import { SynonymTable } from '../../content/core/search/synonyms.ts';
import { builders, codec, shownResults } from './engines.ts';
import { blockIdAt, type FolderGuide } from './folder.ts';

export interface Question {
  /** As typed into the search box. */
  readonly ask: string;
  readonly guide: string;
  /** Words that stand in one block of the guide only. */
  readonly answer: string;
  /** Looked at for the figure alone; nothing is mended for its sake. */
  readonly held?: boolean;
}

export interface Found {
  at1: number;
  at3: number;
  /** Of those at3: the section with the answer is one of the sections shown. */
  shown: number;
  of: number;
}

export interface QuestionResult {
  readonly guides: number;
  readonly result: Readonly<Record<'ours' | 'minisearch' | 'lunr', Readonly<Record<'asked' | 'held', Found>>>>;
  /** Questions whose guide is not among our first three, with what is; those held back are counted, not named. */
  readonly missed: readonly { readonly question: Question; readonly instead: readonly string[] }[];
  /** Asked questions whose guide is found and whose section is not shown. */
  readonly elsewhere: readonly Question[];
}

interface QuestionGuide extends FolderGuide {
  readonly blocks: readonly string[];
}

export const readQuestions = (file: string): Question[] => JSON.parse(readFileSync(file, 'utf8')) as Question[];

/** @returns the guides of a folder of packs, and their groups of synonyms. Throws the system's errors. */
export function readBundle(folder: string): {
  readonly guides: readonly QuestionGuide[];
  readonly synonyms: readonly (readonly string[])[];
} {
  const { packs } = readPacks(folder, 'strict');
  const sorted = packs.map((pack) => ({ pack, files: sortSources(pack.files) }));
  const synonyms = sorted.flatMap(({ files }) =>
    files.synonyms ? parseSynonyms(textOf(files.synonyms.bytes).text, files.synonyms.path, 'strict').groups : [],
  );
  const guides = sorted.flatMap(({ pack, files }) =>
    files.guides.map((file): QuestionGuide => {
      const parsed = parseGuide(textOf(file.bytes).text, `${pack.prefix}${file.path}`);
      const { id, title, summary } = parsed.meta;
      const ids = parsed.blocks.map((_, index) => blockIdAt(index));
      return {
        id,
        file: file.path,
        title,
        headings: parsed.outline.map((item) => item.text),
        paragraphs: [],
        blocks: parsed.blocks.map((block) => block.text),
        document: documentOf({ id, channel: pack.name as ChannelId, title, summary }, parsed, ids),
      };
    }),
  );
  return { guides, synonyms };
}

export function evaluateQuestions(questions: readonly Question[], folder: string): QuestionResult {
  const { guides, synonyms } = readBundle(folder);
  const searched = oursOver(guides, synonyms);
  const hits = new Map(questions.map((question) => [question, searched(question.ask)]));
  const ours = (question: Question): readonly GuideHit[] => hits.get(question) ?? [];
  const peers = { minisearch: builders.minisearch(guides), lunr: builders.lunr(guides) };
  const result = {
    ours: tally(
      questions,
      (question) => ours(question).map((hit) => hit.guide),
      (question) => isShown(question, ours(question), guides),
    ),
    minisearch: tally(questions, ({ ask }) => peers.minisearch.search(ask)),
    lunr: tally(questions, ({ ask }) => peers.lunr.search(ask)),
  };
  const asked = questions.filter((question) => !question.held);
  const first = (question: Question) => ours(question).slice(0, shownPlaces);
  const missed = asked
    .filter((question) => !first(question).some((hit) => hit.guide === question.guide))
    .map((question) => ({ question, instead: first(question).map((hit) => hit.guide as string) }));
  const missing = new Set(missed.map(({ question }) => question));
  const elsewhere = asked.filter((question) => !missing.has(question) && !isShown(question, ours(question), guides));
  return { guides: guides.length, result, missed, elsewhere };
}

const shownPlaces = 3;

function oursOver(guides: readonly QuestionGuide[], synonyms: readonly (readonly string[])[]): (text: string) => readonly GuideHit[] {
  const byChannel = new Map<ChannelId, SearchDocument[]>();
  for (const { document } of guides) byChannel.set(document.channel, [...(byChannel.get(document.channel) ?? []), document]);
  const indexes = [...byChannel].map(([channel, documents]) => {
    const builder = new PackBuilder(channel, codec);
    for (const document of documents) builder.add(document);
    return builder.finish();
  });
  const library = { indexes, synonyms: new SynonymTable(synonyms), channels: [...byChannel.keys()] };
  return (text) => search(library, { text, channels: [], limit: shownResults, verbatim: false }).hits;
}

function isShown(question: Question, hits: readonly GuideHit[], guides: readonly QuestionGuide[]): boolean {
  const hit = hits.find((one) => one.guide === (question.guide as GuideId));
  const guide = guides.find((one) => one.id === question.guide);
  const answer = guide?.blocks.findIndex((text) => text.includes(question.answer)) ?? -1;
  if (!hit || !guide || answer < 0) return false;
  const id = blockIdAt(answer);
  const section = guide.document.sections.find((one) => one.block === id || one.blocks.some((block) => block.id === id));
  const own = new Set([section?.block ?? null, ...(section?.blocks.map((block) => block.id) ?? [])]);
  return section !== undefined && hit.sections.some((shown) => own.has(shown.block) || (shown.block === null && section.block === null));
}

function tally(
  questions: readonly Question[],
  answers: (question: Question) => readonly string[],
  shown: (question: Question) => boolean = () => false,
): Record<'asked' | 'held', Found> {
  const result = { asked: { at1: 0, at3: 0, shown: 0, of: 0 }, held: { at1: 0, at3: 0, shown: 0, of: 0 } };
  for (const question of questions) {
    const found = question.held ? result.held : result.asked;
    const place = answers(question).indexOf(question.guide);
    found.of += 1;
    if (place === 0) found.at1 += 1;
    if (place < 0 || place >= shownPlaces) continue;
    found.at3 += 1;
    if (shown(question)) found.shown += 1;
  }
  return result;
}

export function questionTable({ guides, result, missed, elsewhere }: QuestionResult): string {
  const share = (count: number, of: number) => `${count} of ${of} (${of === 0 ? '-' : ((100 * count) / of).toFixed(1)} %)`;
  const lines = Object.entries(result).flatMap(([name, sets]) =>
    Object.entries(sets).map(([set, { at1, at3, shown, of }]) => {
      const section = name === 'ours' ? `, its section shown ${share(shown, of)}` : '';
      return `${name.padEnd(10)} ${set.padEnd(5)} first ${share(at1, of)}, in three ${share(at3, of)}${section}`;
    }),
  );
  const out = missed.map(
    ({ question, instead }) => `missed: "${question.ask}" is answered by ${question.guide}; found ${instead.join(', ') || 'nothing'}`,
  );
  const far = elsewhere.map((question) => `section not shown: "${question.ask}" (${question.guide})`);
  return [`${guides} guides`, ...lines, ...out, ...far].join('\n');
}
