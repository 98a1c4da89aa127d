// A file of notes from elsewhere -> the notes in it: our own export, a single web annotation, or what Hypothesis exports.
// Everything in it is hostile: bounded, checked, and never html. Says how many it could not use; places nothing.
import type { Sha256Of } from '../base/hash.ts';
import { type GuideId, isGuideId } from '../base/ids.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import { fromAnnotation, tidyTags } from './json-ld.ts';
import { highlightNames, type Note, type NoteId, noteLimits } from './model.ts';
import { readNoteFile } from './note-file.ts';

/** `guide` is null where the file does not say: the quote has to be looked for in all of them. */
export type CarriedNote = Omit<Note, 'guide'> & { readonly guide: GuideId | null };

export interface Carried {
  /** In the file's order, each id once. */
  readonly notes: readonly CarriedNote[];
  /** Items that are no note about a guide's words. */
  readonly refused: number;
  /** Notes beyond what one import takes. */
  readonly beyond: number;
}

/** More than anybody has; enough for a whole group's. */
export const mostCarried = 20_000;
const mostBytes = 64 * 1024 * 1024;

/** `null` for what is no file of notes at all, or bigger than one can be. */
export function readCarried(text: string, sha256: Sha256Of): Carried | null {
  if (text.length > mostBytes) return null;
  const value = parse(text);
  const lists = value === undefined ? [] : listsOf(value);
  if (lists.length > 0) return collect(lists.flat(), sha256);
  // Cut on the way: what is whole is of use.
  const page = readNoteFile(text);
  const notes = page.records.filter((record): record is Note => !('deleted' in record));
  return notes.length > 0
    ? { notes: notes.slice(0, mostCarried), refused: page.refused.length, beyond: Math.max(0, notes.length - mostCarried) }
    : null;
}

/** Pages of annotations, a list of them, one alone, or the list in which Hypothesis exports them. */
function listsOf(value: unknown): readonly (readonly unknown[])[] {
  if (Array.isArray(value))
    return value.flatMap((item) => (isRecord(item) && Array.isArray(item.items) ? [item.items as unknown[]] : [[item]]));
  if (!isRecord(value)) return [];
  if (Array.isArray(value.items)) return [value.items];
  if (Array.isArray(value.pages)) return listsOf(value.pages);
  if (Array.isArray(value.annotations)) return [value.annotations];
  return value.type === 'Annotation' ? [[value]] : [];
}

function collect(items: readonly unknown[], sha256: Sha256Of): Carried {
  const notes = new Map<NoteId, CarriedNote>();
  let [refused, beyond] = [0, 0];
  for (const item of items) {
    if (notes.size >= mostCarried) {
      beyond++;
      continue;
    }
    const note = fromAnnotation(item) ?? fromHypothesis(item, sha256);
    if (note) notes.set(note.id, note);
    else refused++;
  }
  return { notes: [...notes.values()], refused, beyond };
}

/** Its export holds the answers of its programming interface: `uri`, `text`, `tags` and a target with selectors. */
function fromHypothesis(item: unknown, sha256: Sha256Of): CarriedNote | null {
  if (!isRecord(item) || typeof item.id !== 'string' || typeof item.uri !== 'string' || !Array.isArray(item.target)) return null;
  const target = item.target.find(isRecord);
  const selectors = Array.isArray(target?.selector) ? target.selector.filter(isRecord) : [];
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const created = timeOf(item.created);
  if (typeof quote?.exact !== 'string' || quote.exact.trim() === '' || created === null) return null;
  const text = typeof item.text === 'string' ? item.text.slice(0, noteLimits.text) : '';
  const tags = Array.isArray(item.tags) ? item.tags.filter((tag): tag is string => typeof tag === 'string') : [];
  const exact = quote.exact.slice(0, noteLimits.exact);
  return {
    id: idFrom(item.id, sha256),
    guide: guideIn(item.uri),
    highlight: highlightNames[0],
    text,
    tags: tidyTags(tags),
    created,
    modified: timeOf(item.updated) ?? created,
    archived: false,
    anchor: {
      edition: { version: 0, digest: '' },
      block: null,
      start: 0,
      end: exact.length,
      exact,
      prefix: textOf(quote.prefix).slice(-noteLimits.context),
      suffix: textOf(quote.suffix).slice(0, noteLimits.context),
    },
    fate: 'unchanged',
    before: null,
    clock: {},
  };
}

/** The same for the same annotation, so that importing twice doubles nothing. */
function idFrom(id: string, sha256: Sha256Of): NoteId {
  const hex = sha256(encodeUtf8(`hypothesis ${id}`));
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}` as NoteId;
}

/** A page that is called like a guide is taken for it; whether its words are there is for others to find out. */
function guideIn(uri: string): GuideId | null {
  const last = /([a-z0-9-]+)(?:\.html?|\/)?(?:[?#].*)?$/i.exec(uri.slice(0, 2_000))?.[1]?.toLowerCase() ?? '';
  return isGuideId(last) ? last : null;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function timeOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 40) return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
