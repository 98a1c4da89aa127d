// Guides in a few lines, for the tests of the search: "# Title", "> summary", "## Heading", "[^]" footnotes, and paragraphs.
import type { BlockId, ChannelId, GuideId } from '../../../content/core/base/ids.ts';
import { PackBuilder } from '../../../content/core/search/build.ts';
import type { SearchDocument, SearchSection } from '../../../content/core/search/document.ts';
import type { SearchReply, SearchRequest } from '../../../content/core/search/model.ts';
import type { PackIndex, TextCodec } from '../../../content/core/search/pack-index.ts';
import { type SearchLibrary, search } from '../../../content/core/search/search.ts';
import { SynonymTable } from '../../../content/core/search/synonyms.ts';

export const codec: TextCodec = {
  encode: (text) => Buffer.from(text, 'utf8'),
  decode: (bytes, start, end) => Buffer.from(bytes).toString('utf8', start, end),
};

/** Block ids are `b` and the line's number in the guide, counted from 0, as letters. */
export const blockAt = (line: number): BlockId =>
  `b${String(line)
    .padStart(7, 'a')
    .replace(/[0189]/g, (digit) => 'wxyz'['0189'.indexOf(digit)] ?? '')}` as BlockId;

export function guide(id: string, text: string, channel = 'facebook'): SearchDocument {
  let title = id;
  let summary = '';
  const sections: {
    block: BlockId | null;
    heading: string;
    level: number;
    text: string;
    blocks: { id: BlockId | null; start: number }[];
  }[] = [{ block: null, heading: '', level: 0, text: '', blocks: [] }];
  text.split('\n').forEach((raw, line) => {
    const written = raw.trim();
    if (written.startsWith('# ')) title = written.slice(2);
    else if (written.startsWith('> ')) summary = written.slice(2);
    else if (written.startsWith('## ')) sections.push({ block: blockAt(line), heading: written.slice(3), level: 2, text: '', blocks: [] });
    else if (written === '[^]') sections.push({ block: null, heading: '', level: 0, text: '', blocks: [] });
    else if (written !== '') {
      const section = sections.at(-1);
      if (!section) return;
      section.blocks.push({ id: blockAt(line), start: section.text.length });
      section.text += `${written}\n`;
    }
  });
  return { guide: id as GuideId, channel: channel as ChannelId, title, summary, sections: sections as readonly SearchSection[] };
}

export function indexOf(...documents: readonly SearchDocument[]): PackIndex {
  const builder = new PackBuilder(documents[0]?.channel ?? ('facebook' as ChannelId), codec);
  for (const document of documents) builder.add(document);
  return builder.finish();
}

export function library(documents: readonly SearchDocument[], synonyms: readonly (readonly string[])[] = []): SearchLibrary {
  const channels = [...new Set(documents.map((document) => document.channel))];
  const indexes = channels.map((channel) => indexOf(...documents.filter((document) => document.channel === channel)));
  return { indexes, synonyms: new SynonymTable(synonyms), channels };
}

export function ask(from: SearchLibrary, text: string, more: Partial<SearchRequest> = {}): SearchReply {
  return search(from, { text, channels: [], limit: 20, verbatim: false, ...more });
}

export const idsOf = (reply: SearchReply): string[] => reply.hits.map((hit) => hit.guide);

/** The marked stretches of a text. */
export const marked = (text: string, marks: readonly (readonly [number, number])[]): string[] =>
  marks.map(([start, end]) => text.slice(start, end));
