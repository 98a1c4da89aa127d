// A file of notes from elsewhere -> the notes in it: our own export, a single web annotation, or what Hypothesis exports.
// Everything in it is hostile: bounded, checked, and never html. Says how many it could not use; places nothing.
import type { Sha256Of } from '../base/hash.ts';
import { type GuideId, isGuideId } from '../base/ids.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import { carriedItems } from './carried-items.ts';
import { fromAnnotation, tidyTags } from './json-ld.ts';
import { highlightNames, type Note, type NoteId, noteLimits } from './model.ts';

/** `guide` is null where the file does not say: the quote has to be looked for in all of them. */
export type CarriedNote = Omit<Note, 'guide'> & {
  readonly guide: GuideId | null;
  /** Only a page's address is called like that guide. */
  readonly isGuess?: true;
};

export interface Carried {
  /** In the file's order, each id once. */
  readonly notes: readonly CarriedNote[];
  /** Items that are no note about a guide's words. */
  readonly refused: number;
  /** Notes beyond what one import takes. */
  readonly beyond: number;
}

/** More than anybody has; enough for a whole group's. */
export const mostCarried = 100_000;
/** Of a file of notes; 100,000 of a few lines each. */
export const mostCarriedBytes = 64 * 1024 * 1024;

/** `null` for what is no file of notes at all, or bigger than one can be. */
export function readCarried(text: string, sha256: Sha256Of): Carried | null {
  const reader = openCarried(text, sha256);
  while (reader.read(slice));
  return reader.result();
}

const slice = 1_000;

/** Reads a file's items by and by, so that whoever has other things to do can do them in between. */
export interface CarriedReader {
  /** Reads at most this many more items. Whether there may be more. */
  read(count: number): boolean;
  /** Of the items that are read; `null` where there is neither a note nor a list of any. */
  result(): Carried | null;
}

export function openCarried(text: string, sha256: Sha256Of): CarriedReader {
  const items = carriedItems(text.length > mostCarriedBytes ? '' : text);
  const notes = new Map<NoteId, CarriedNote>();
  let [refused, beyond, isList] = [0, 0, false];
  return {
    read(count) {
      for (let more = count; more > 0; more--) {
        const next = items.next();
        if (next.done) {
          isList = next.value;
          return false;
        }
        if (next.value === null) return true;
        const item = parse(next.value);
        const note = fromAnnotation(item) ?? fromHypothesis(item, sha256);
        if (!note) refused++;
        else if (notes.has(note.id) || notes.size < mostCarried) notes.set(note.id, note);
        else beyond++;
      }
      return true;
    },
    result: () => (isList || notes.size > 0 ? { notes: [...notes.values()], refused, beyond } : null),
  };
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
  const modified = timeOf(item.updated) ?? created;
  return {
    id: idFrom(item.id, sha256),
    ...guess(item.uri),
    highlight: highlightNames[0],
    text,
    tags: tidyTags(tags),
    created,
    modified,
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
    // Of two exports the one in which it was changed later.
    clock: { hypothesis: Math.max(1, Date.parse(modified)) },
  };
}

/** The same for the same annotation, so that importing twice doubles nothing. */
function idFrom(id: string, sha256: Sha256Of): NoteId {
  const hex = sha256(encodeUtf8(`hypothesis ${id}`));
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}` as NoteId;
}

/** A page that is called like a guide is taken for it; whether its words are there is for others to find out. */
function guess(uri: string): Pick<CarriedNote, 'guide' | 'isGuess'> {
  const last = /([a-z0-9-]+)(?:\.html?|\/)?(?:[?#].*)?$/i.exec(uri.slice(0, 2_000))?.[1]?.toLowerCase() ?? '';
  return isGuideId(last) ? { guide: last, isGuess: true } : { guide: null };
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
