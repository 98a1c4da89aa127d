// Our search and its two peers over the same guides, behind one shape. The peers are set up as their
// documentation shows for a site's search: title over headings over text, beginnings and near words for MiniSearch.
import lunr from 'lunr';
import MiniSearch, { type Options as MiniOptions } from 'minisearch';
import type { ChannelId } from '../../content/core/base/ids.ts';
import { PackBuilder } from '../../content/core/search/build.ts';
import type { PackIndex, TextCodec } from '../../content/core/search/pack-index.ts';
import { type SearchLibrary, search } from '../../content/core/search/search.ts';
import { deserialise, serialise } from '../../content/core/search/serialise.ts';
import { SynonymTable } from '../../content/core/search/synonyms.ts';
import type { FolderGuide } from './folder.ts';

export interface Engine {
  readonly name: 'ours' | 'minisearch' | 'lunr';
  /** Ids of the best guides, best first; ours also prepares snippets for all of them. */
  search(query: string): readonly string[];
  /** As it would be kept on disk. */
  stored(): Uint8Array;
  /** Makes an engine from what was stored. */
  load(stored: Uint8Array): Engine;
}

/** Results on a screen; the peers return everything they found and are cut. */
export const shownResults = 10;

export const codec: TextCodec = {
  encode: (text) => Buffer.from(text, 'utf8'),
  decode: (bytes, start, end) => Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8'),
};

export function buildOurs(guides: readonly FolderGuide[], synonyms: readonly (readonly string[])[] = []): Engine {
  const builder = new PackBuilder('folder' as ChannelId, codec);
  for (const guide of guides) builder.add(guide.document);
  return oursFrom(builder.finish(), new SynonymTable(synonyms));
}

function oursFrom(index: PackIndex, synonyms: SynonymTable): Engine {
  const library: SearchLibrary = { indexes: [index], synonyms, channels: [index.channel] };
  return {
    name: 'ours',
    search: (text) => search(library, { text, channels: [], limit: shownResults, verbatim: false }).hits.map((hit) => hit.guide),
    stored: () => serialise(index, codec),
    load(stored) {
      const loaded = deserialise(stored, codec);
      if (!loaded) throw new Error('the stored index cannot be read');
      return oursFrom(loaded, synonyms);
    },
  };
}

interface Flat {
  readonly id: string;
  readonly title: string;
  readonly headings: string;
  readonly text: string;
}

function flat(guide: FolderGuide): Flat {
  const text = `${guide.document.summary}\n${guide.document.sections.map((section) => section.text).join('\n')}`;
  return { id: guide.id, title: guide.title, headings: guide.headings.join('\n'), text };
}

const miniOptions = {
  fields: ['title', 'headings', 'text'],
  searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3, headings: 2 } },
};

export function buildMiniSearch(guides: readonly FolderGuide[]): Engine {
  return buildMini(guides, miniOptions);
}

/** Whole words only: less than we do, and the fastest that it can be. */
export function buildPlainMiniSearch(guides: readonly FolderGuide[]): Engine {
  return buildMini(guides, { fields: miniOptions.fields });
}

function buildMini(guides: readonly FolderGuide[], options: MiniOptions<Flat>): Engine {
  const index = new MiniSearch<Flat>(options);
  for (const guide of guides) index.add(flat(guide));
  return miniFrom(index, options);
}

function miniFrom(index: MiniSearch<Flat>, options: MiniOptions<Flat>): Engine {
  return {
    name: 'minisearch',
    search: (text) => index.search(text).map((result) => result.id as string),
    stored: () => Buffer.from(JSON.stringify(index)),
    load: (stored) => miniFrom(MiniSearch.loadJSON<Flat>(Buffer.from(stored).toString('utf8'), options), options),
  };
}

export function buildLunr(guides: readonly FolderGuide[]): Engine {
  const index = lunr((builder) => {
    builder.ref('id');
    builder.field('title', { boost: 3 });
    builder.field('headings', { boost: 2 });
    builder.field('text');
    for (const guide of guides) builder.add(flat(guide));
  });
  return lunrFrom(index);
}

function lunrFrom(index: lunr.Index): Engine {
  return {
    name: 'lunr',
    // Its query language would choke on punctuation; words go in one by one.
    search: (text) =>
      index.query((query) => query.term(lunr.tokenizer(text.toLowerCase().replace(/["]/g, ' ')), {})).map((result) => result.ref),
    stored: () => Buffer.from(JSON.stringify(index)),
    load: (stored) => lunrFrom(lunr.Index.load(JSON.parse(Buffer.from(stored).toString('utf8')))),
  };
}

export const builders = { ours: buildOurs, minisearch: buildMiniSearch, lunr: buildLunr } as const;
