// What the app needs of an edition at every start, made once from its verified `index.json`: summaries as rows,
// where each blob lies, and a table of block ids that is read guide by guide. Derived and disposable: its digest
// stands in the store's state, and from the same edition and segments the same bytes come again.
import { existsSync, readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { AppFault } from '../core/base/error.ts';
import type { BlockId, ChannelId, GuideId, Sha256 } from '../core/base/ids.ts';
import type { GuideSummary, IndexedGuide, IndexedImage, PackInfo } from '../core/pack/model.ts';
import { writeAtomic } from './atomic-write.ts';
import { storeFault } from './faults.ts';
import { sha256 } from './hash.ts';
import type { StoreIndex } from './read-index.ts';
import type { BlobPlace } from './segments.ts';
import { storePlaces } from './store-state.ts';

/** Of the catalogue's own lines; another one means: make it again. */
const catalogueFormat = 1;

const summaryFields = [
  'id',
  'title',
  'summary',
  'topic',
  'audience',
  'group',
  'status',
  'version',
  'updated',
  'approved',
  'reviewBy',
  'confidence',
  'words',
  'lang',
] as const satisfies readonly (keyof GuideSummary)[];

/** A guide as a row: its summary's fields, then where its file and its block ids are. */
type Row = readonly [
  ...fields: unknown[],
  sha256: Sha256,
  segment: number,
  offset: number,
  length: number,
  blocksAt: number,
  blocksLength: number,
  blocksCheck: number,
];
const placeFields = 7;

interface Head {
  readonly format: number;
  readonly channel: ChannelId;
  readonly info: PackInfo;
  readonly segments: readonly string[];
  readonly blocks: Sha256;
  readonly guides: number;
}

interface Side {
  readonly images: readonly (readonly [image: IndexedImage, segment: number, offset: number])[];
  readonly synonyms: readonly (readonly string[])[];
}

export interface CataloguedGuide {
  readonly sha256: Sha256;
  readonly place: BlobPlace;
  readonly blocksAt: number;
  readonly blocksLength: number;
  readonly blocksCheck: number;
}

/** A catalogue in use. Rows are parsed when first asked for. */
export interface Catalogue {
  readonly channel: ChannelId;
  readonly info: PackInfo;
  readonly blocks: Sha256;
  readonly guides: () => readonly GuideSummary[];
  readonly find: (id: GuideId) => { readonly summary: GuideSummary; readonly guide: CataloguedGuide } | null;
  readonly images: () => readonly IndexedImage[];
  readonly image: (name: string) => { readonly image: IndexedImage; readonly place: BlobPlace } | null;
  readonly synonyms: () => readonly (readonly string[])[];
}

export interface BuiltCatalogue {
  readonly text: string;
  readonly sha256: Sha256;
  readonly blocks: Uint8Array;
  readonly blocksSha256: Sha256;
}

/**
 * @param targets the signed files: the index may only name what stands there, as it stands there.
 * @param places where each blob of the edition lies. Throws MALFORMED.
 */
export function buildCatalogue(
  channel: ChannelId,
  { edition: index, table, ends }: StoreIndex,
  targets: ReadonlyMap<string, { readonly sha256: Sha256; readonly length: number }>,
  places: ReadonlyMap<Sha256, BlobPlace>,
): BuiltCatalogue {
  if (index.pack.channel !== channel) throw new AppFault('MALFORMED', { file: 'index.json', why: 'channel' });
  const segments: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (segment: string): number => {
    let number = numbers.get(segment);
    if (number === undefined) {
      number = segments.push(segment) - 1;
      numbers.set(segment, number);
    }
    return number;
  };
  const locate = (file: string, digest: Sha256, bytes: number): BlobPlace => {
    const target = targets.get(file);
    const place = places.get(digest);
    if (!place || target?.sha256 !== digest || target.length !== bytes || place.length !== bytes)
      throw new AppFault('MALFORMED', { file: 'index.json', why: 'files' });
    return place;
  };
  const rows = index.guides.map((guide: IndexedGuide, at): Row => {
    const place = locate(guide.file, guide.sha256, guide.bytes);
    const [from, to] = [ends[at - 1] ?? 0, ends[at] ?? 0];
    const row: unknown[] = summaryFields.map((field) => guide[field]);
    row.push(guide.sha256, numberOf(place.segment), place.offset, place.length, from, to - from, crc32(table.subarray(from, to)));
    return row as unknown as Row;
  });
  const images = index.images.map((image) => {
    const place = locate(image.file, image.sha256, image.bytes);
    return [image, numberOf(place.segment), place.offset] as const;
  });
  const blocksSha256 = sha256(table);
  const head: Head = { format: catalogueFormat, channel, info: index.pack, segments, blocks: blocksSha256, guides: rows.length };
  const side: Side = { images, synonyms: index.synonyms };
  const text = `${JSON.stringify(head)}\n${JSON.stringify(side)}\n${JSON.stringify(rows)}`;
  return { text, sha256: sha256(text), blocks: table, blocksSha256 };
}

/** Throws NO_SPACE, STORE_DENIED or STORE_MISSING. */
export async function writeCatalogue(store: string, built: BuiltCatalogue): Promise<void> {
  const [catalogue, blocks] = [storePlaces.catalogue(store, built.sha256), storePlaces.blocks(store, built.blocksSha256)];
  try {
    if (!isWhole(blocks, built.blocksSha256)) await writeAtomic(blocks, built.blocks, false);
    await writeAtomic(catalogue, built.text, false);
  } catch (error) {
    throw storeFault(error);
  }
}

/** One that lies there damaged is replaced. */
function isWhole(file: string, digest: Sha256): boolean {
  return existsSync(file) && sha256(readFileSync(file)) === digest;
}

/** @param text whose digest was checked. Null when another version of the app wrote it. */
export function openCatalogue(text: string): Catalogue | null {
  const [first = '', second = '', third = ''] = text.split('\n');
  const head = JSON.parse(first) as Head;
  if (head.format !== catalogueFormat) return null;
  const rows = once(() => JSON.parse(third) as Row[]);
  const side = once(() => JSON.parse(second) as Side);
  const guides = once(() => rows().map((row) => summaryOf(row, head.channel)));
  const byId = once(() => new Map(guides().map((guide, index) => [guide.id, index])));
  const byName = once(() => new Map(side().images.map((entry) => [entry[0].file, entry])));
  const placeOf = (segment: number, offset: number, length: number): BlobPlace => ({
    segment: head.segments[segment] ?? '',
    offset,
    length,
  });
  return {
    channel: head.channel,
    info: head.info,
    blocks: head.blocks,
    guides,
    find(id) {
      const index = byId().get(id);
      const summary = index === undefined ? undefined : guides()[index];
      const row = index === undefined ? undefined : rows()[index];
      return summary && row ? { summary, guide: guideOf(row, placeOf) } : null;
    },
    images: once(() => side().images.map(([image]) => image)),
    image(name) {
      const entry = byName().get(name);
      return entry ? { image: entry[0], place: placeOf(entry[1], entry[2], entry[0].bytes) } : null;
    },
    synonyms: () => side().synonyms,
  };
}

/** Ids as they stand in the table; `null` when the slice is not what it was. */
export function blockIdsOf(slice: Buffer, guide: CataloguedGuide): readonly BlockId[] | null {
  if (slice.length !== guide.blocksLength || crc32(slice) !== guide.blocksCheck) return null;
  return slice.length === 0 ? [] : (slice.toString('latin1').split(' ') as BlockId[]);
}

function summaryOf(row: Row, channel: ChannelId): GuideSummary {
  const summary: Record<string, unknown> = { channel };
  summaryFields.forEach((field, index) => {
    summary[field] = row[index];
  });
  return summary as unknown as GuideSummary;
}

function guideOf(row: Row, placeOf: (segment: number, offset: number, length: number) => BlobPlace): CataloguedGuide {
  const [digest, segment, offset, length, blocksAt, blocksLength, blocksCheck] = row.slice(-placeFields) as [
    Sha256,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { sha256: digest, place: placeOf(segment, offset, length), blocksAt, blocksLength, blocksCheck };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
