// `index.json` of an edition: bytes that may come from anywhere -> EditionIndex, and back. Every size, count, name
// and type is checked before anybody sees it; keys that are not known are left out.
import { canonicalJson } from '../base/canonical-json.ts';
import type { AppError } from '../base/error.ts';
import { isBlockId, isChannelId, isGuideId, isSha256 } from '../base/ids.ts';
import { isDeeperThan } from '../base/json-depth.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { isTargetName } from '../base/target-name.ts';
import { decodeUtf8, encodeUtf8 } from '../base/utf8.ts';
import { isDay } from '../guide/day.ts';
import type { BlockKind, Confidence, GuideStatus } from '../guide/model.ts';
import { asInteger, asList, asMatching, asObject, asOneOf, asText, type Json, orNull, WrongShape } from './index-shape.ts';
import {
  type EditionIndex,
  type IndexedBlock,
  type IndexedGuide,
  type IndexedImage,
  indexFormat,
  type PackInfo,
  packLimits,
} from './model.ts';
import { synonymLimits } from './synonyms.ts';

export const indexName = 'index.json';
/** What the group answers to suggestions: carried, and read by others (core/suggestion). */
export const responsesName = 'responses.json';
/** Names that no guide or image may have. */
export const reservedNames: readonly string[] = [indexName, 'pack.yml', responsesName];
/** In every edition beside guides and images. */
const ownFiles = 2;

/** Levels, characters of a text, items of a short list, and blocks of a guide of 2 MiB. */
const limits = { depth: 8, text: 4_000, items: 200, blocks: 200_000 } as const;

const kinds: readonly BlockKind[] = ['heading', 'paragraph', 'list-item', 'task', 'table', 'code', 'image', 'footnote'];
const kindNames: ReadonlySet<string> = new Set(kinds);
const statuses: readonly GuideStatus[] = ['draft', 'consultation', 'approved', 'withdrawn'];
const confidences: readonly Confidence[] = ['official', 'mixed', 'unverified'];
const imageTypes: readonly IndexedImage['type'][] = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'];
const isDayText = (text: string): text is string => isDay(text);
const isName = (text: string): text is string => isTargetName(text) && !reservedNames.includes(text);

export function writeEditionIndex(index: EditionIndex): Uint8Array<ArrayBuffer> {
  return encodeUtf8(canonicalJson(index));
}

/** `TOO_LARGE` (bytes), `APP_TOO_OLD` (a format after ours) or `MALFORMED` with the place of the first fault in `why`. */
export function readEditionIndex(bytes: Uint8Array): Result<EditionIndex> {
  if (bytes.length > packLimits.fileBytes) return refuse('TOO_LARGE', 'bytes');
  const text = decodeUtf8(bytes);
  if (text === null) return refuse('MALFORMED', 'utf8');
  if (isDeeperThan(bytes, limits.depth)) return refuse('MALFORMED', 'depth');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse('MALFORMED', 'json');
  }
  try {
    const root = asObject(json, 'index');
    const format = asInteger(root.format, 'format', 1, Number.MAX_SAFE_INTEGER);
    if (format > indexFormat) return fail({ code: 'APP_TOO_OLD', data: { file: indexName, format } });
    return ok(readIndex(root));
  } catch (thrown) {
    if (thrown instanceof WrongShape) return refuse('MALFORMED', thrown.place);
    throw thrown;
  }
}

function refuse(code: AppError['code'], why: string): { readonly ok: false; readonly error: AppError } {
  return fail({ code, data: { file: indexName, why } });
}

function readIndex(root: Json): EditionIndex {
  const files = new Set<string>();
  const once = (seen: Set<string>, key: string, place: string) => {
    if (seen.has(key)) throw new WrongShape(place);
    seen.add(key);
  };
  const ids = new Set<string>();
  const guides = asList(root.guides, 'guides', packLimits.files).map((value, at) => {
    const guide = readGuide(asObject(value, `guides[${at}]`), `guides[${at}]`);
    once(ids, guide.id, `guides[${at}].id`);
    once(files, guide.file, `guides[${at}].file`);
    return guide;
  });
  const sources = new Set<string>();
  const images = asList(root.images, 'images', packLimits.files).map((value, at) => {
    const image = readImage(asObject(value, `images[${at}]`), `images[${at}]`);
    once(sources, image.src, `images[${at}].src`);
    once(files, image.file, `images[${at}].file`);
    return image;
  });
  if (files.size + ownFiles > packLimits.files) throw new WrongShape('files');
  const total = [...guides, ...images].reduce((sum, file) => sum + file.bytes, 0);
  if (total > packLimits.packBytes) throw new WrongShape('bytes');
  const pack = readPack(asObject(root.pack, 'pack'));
  if (pack.start !== null && !ids.has(pack.start)) throw new WrongShape('pack.start');
  return { format: indexFormat, pack, guides, images, synonyms: readSynonyms(root.synonyms) };
}

function readPack(json: Json): PackInfo {
  const group = asObject(json.workingGroup, 'pack.workingGroup');
  return {
    id: asMatching(json.id, 'pack.id', isChannelId),
    channel: asMatching(json.channel, 'pack.channel', isChannelId),
    title: asText(json.title, 'pack.title', limits.text),
    kind: asOneOf(json.kind, 'pack.kind', ['channel', 'subject'] as const),
    purpose: asText(json.purpose, 'pack.purpose', limits.text),
    workingGroup: {
      name: asText(group.name, 'pack.workingGroup.name', limits.text),
      roles: readTexts(group.roles, 'pack.workingGroup.roles'),
    },
    reviewEveryMonths: asInteger(json.reviewEveryMonths, 'pack.reviewEveryMonths', 0, 1_200),
    order: asInteger(json.order, 'pack.order', 0, 1_000_000),
    start: orNull(json.start, (value) => asMatching(value, 'pack.start', isGuideId)),
  };
}

function readGuide(json: Json, at: string): IndexedGuide {
  const text = (key: string) => asText(json[key], `${at}.${key}`, limits.text);
  const day = (key: string) => orNull(json[key], (value) => asMatching(value, `${at}.${key}`, isDayText));
  return {
    id: asMatching(json.id, `${at}.id`, isGuideId),
    channel: asMatching(json.channel, `${at}.channel`, isChannelId),
    title: text('title'),
    summary: text('summary'),
    topic: text('topic'),
    audience: readTexts(json.audience, `${at}.audience`),
    group: text('group'),
    status: asOneOf(json.status, `${at}.status`, statuses),
    version: text('version'),
    updated: day('updated'),
    approved: day('approved'),
    reviewBy: day('reviewBy'),
    confidence: asOneOf(json.confidence, `${at}.confidence`, confidences),
    words: asInteger(json.words, `${at}.words`, 0, packLimits.guideBytes),
    lang: text('lang'),
    file: asMatching(json.file, `${at}.file`, isName),
    sha256: asMatching(json.sha256, `${at}.sha256`, isSha256),
    bytes: asInteger(json.bytes, `${at}.bytes`, 0, packLimits.guideBytes),
    blocks: readBlocks(json.blocks, `${at}.blocks`),
  };
}

/** Rows as they were parsed, each checked: a large edition has a hundred thousand, so that nothing is made per row. */
function readBlocks(value: unknown, at: string): readonly IndexedBlock[] {
  const seen = new Set<string>();
  const rows = asList(value, at, limits.blocks);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    if (!isBlockRow(row) || seen.has(row[0])) throw new WrongShape(`${at}[${index}]`);
    seen.add(row[0]);
  }
  return rows as readonly IndexedBlock[];
}

function isBlockRow(row: unknown): row is IndexedBlock {
  if (!Array.isArray(row) || row.length !== 3) return false;
  const id: unknown = row[0];
  const kind: unknown = row[1];
  const digest: unknown = row[2];
  if (typeof id !== 'string' || typeof kind !== 'string' || typeof digest !== 'string') return false;
  return isBlockId(id) && kindNames.has(kind) && /^[0-9a-f]{16}$/.test(digest);
}

function readImage(json: Json, at: string): IndexedImage {
  const width = asInteger(json.width, `${at}.width`, 1, packLimits.imagePixels);
  return {
    src: asMatching(json.src, `${at}.src`, isName),
    file: asMatching(json.file, `${at}.file`, isName),
    sha256: asMatching(json.sha256, `${at}.sha256`, isSha256),
    bytes: asInteger(json.bytes, `${at}.bytes`, 1, packLimits.imageBytes),
    type: asOneOf(json.type, `${at}.type`, imageTypes),
    width,
    height: asInteger(json.height, `${at}.height`, 1, Math.floor(packLimits.imagePixels / width)),
  };
}

function readSynonyms(value: unknown): readonly (readonly string[])[] {
  return asList(value, 'synonyms', synonymLimits.groups).map((group, at) =>
    asList(group, `synonyms[${at}]`, synonymLimits.words).map((word) => asText(word, `synonyms[${at}]`, synonymLimits.characters)),
  );
}

function readTexts(value: unknown, at: string): readonly string[] {
  return asList(value, at, limits.items).map((item) => asText(item, at, limits.text));
}
