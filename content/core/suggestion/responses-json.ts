// `responses.json` <-> its values: one spelling when it is written, so that it has the same digest wherever it is built.
// It comes signed, but a group's tools may be older, newer or wrong: every entry is bounded and checked.
import { canonicalJson } from '../base/canonical-json.ts';
import { type BlockId, isBlockId, isGuideId, isSha256 } from '../base/ids.ts';
import { isDeeperThan } from '../base/json-depth.ts';
import { decodeUtf8, encodeUtf8 } from '../base/utf8.ts';
import { suggestionKinds } from './model.ts';
import {
  type Answer,
  type AnswerEvent,
  declineReasons,
  noResponses,
  type OpenSuggestion,
  type Responses,
  responseLimits,
} from './responses.ts';

export const responsesFileName = 'responses.json';

/** A higher one was written by a newer app: it is read as far as it goes. */
export const responsesFormat = 1;

export function writeResponses({ answers, open }: Responses): Uint8Array<ArrayBuffer> {
  const ordered = <T extends { readonly suggestion: string }>(list: readonly T[]): readonly T[] =>
    [...list].sort((a, b) => (a.suggestion < b.suggestion ? -1 : 1));
  return encodeUtf8(`${canonicalJson({ format: responsesFormat, answers: ordered(answers), open: ordered(open) })}\n`);
}

export interface ReadResponses {
  readonly responses: Responses;
  /** Entries that were passed over; 1 for a file that is none. */
  readonly refused: number;
  readonly isNewer: boolean;
}

/** Never throws. Of two entries with one digest the first stands. */
export function readResponses(bytes: Uint8Array): ReadResponses {
  const value = bytes.length <= responseLimits.fileBytes && !isDeeperThan(bytes, responseLimits.depth) ? parse(decodeUtf8(bytes)) : null;
  if (!isRecord(value)) return { responses: noResponses, refused: 1, isNewer: false };
  const [answers, open] = [listOf(value.answers), listOf(value.open)];
  const known = eachOnce(answers.slice(0, responseLimits.answers), answerFrom);
  const waiting = eachOnce(open.slice(0, responseLimits.open), openFrom);
  return {
    responses: { answers: known, open: waiting },
    refused: answers.length - known.length + open.length - waiting.length,
    isNewer: typeof value.format === 'number' && value.format > responsesFormat,
  };
}

function eachOnce<T extends { readonly suggestion: string }>(list: readonly unknown[], read: (value: unknown) => T | null): readonly T[] {
  const found = new Map<string, T>();
  for (const item of list) {
    const entry = read(item);
    if (entry && !found.has(entry.suggestion)) found.set(entry.suggestion, entry);
  }
  return [...found.values()];
}

function answerFrom(value: unknown): Answer | null {
  if (!isRecord(value) || typeof value.suggestion !== 'string' || !isSha256(value.suggestion)) return null;
  const events = listOf(value.events);
  if (events.length === 0 || events.length > responseLimits.events) return null;
  const read = events.map(eventFrom);
  // Half an answer could say the opposite of the whole.
  return read.every((event) => event !== null) ? { suggestion: value.suggestion, events: read } : null;
}

function eventFrom(value: unknown): AnswerEvent | null {
  if (!isRecord(value) || !isDay(value.on) || !isText(value.words, responseLimits.words)) return null;
  const said = { on: value.on, words: value.words };
  const { state, edition } = value;
  switch (state) {
    case 'received':
    case 'in-review':
      return { ...said, state };
    case 'accepted':
    case 'reworded':
      return typeof edition === 'string' && /^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/.test(edition) ? { ...said, state, edition } : null;
    case 'declined': {
      const reason = declineReasons.find((name) => name === value.reason);
      return reason ? { ...said, state, reason } : null;
    }
    default:
      return null;
  }
}

function openFrom(value: unknown): OpenSuggestion | null {
  if (!isRecord(value) || typeof value.suggestion !== 'string' || !isSha256(value.suggestion) || !isDay(value.since)) return null;
  const { guide, suggestion, since } = value;
  const kind = suggestionKinds.find((name) => name === value.kind);
  const [forces, blocks] = [listOf(value.forces), listOf(value.blocks)];
  if (!kind || (guide !== null && (typeof guide !== 'string' || !isGuideId(guide)))) return null;
  if (forces.length > responseLimits.forces || blocks.length > responseLimits.blocks) return null;
  const read = blocks.map(blockFrom);
  if (!forces.every((force) => isText(force, responseLimits.force)) || !read.every((block) => block !== null)) return null;
  return { suggestion, guide, blocks: read, kind, forces, since };
}

function blockFrom(value: unknown): { readonly block: BlockId; readonly next: string } | null {
  if (!isRecord(value) || typeof value.block !== 'string' || !isBlockId(value.block) || !isText(value.next, responseLimits.words))
    return null;
  return { block: value.block, next: value.next };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most;
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));

function parse(text: string | null): unknown {
  try {
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
