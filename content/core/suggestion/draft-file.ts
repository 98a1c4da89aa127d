// The file of one draft: its words on one line, what was typed on the next, so that of a file that was cut the words can
// still be read. Text in, draft out; what a newer app wrote is read as far as it goes.
import { clockOf } from '../annotation/json-ld.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import { isSha256 } from '../base/ids.ts';
import { isTime } from './bounds.ts';
import type { WrittenDraft } from './merge-drafts.ts';
import { type Base, type Draft, draftStates, type Moved, proposedSource, type Sent } from './model.ts';
import { fromJson, toJson } from './suggestion-json.ts';
import { fitting, type History, noHistory, type Step, type TextChange } from './undo-history.ts';

/** A higher one was written by a newer app: it is never written over. */
export const draftFormat = 1;

/** Five texts of a guide (both bases, both before a move, the proposal) and the history, in JSON. */
export const draftFileBytes = 32 * 1024 * 1024;

export interface DraftFile {
  /** Null: nothing of it could be read. */
  readonly written: WrittenDraft | null;
  readonly isNewer: boolean;
  /** It was cut or damaged; `written` is what was left of it. */
  readonly isDamaged: boolean;
}

export function writeDraftFile({ draft, history }: WrittenDraft): string {
  const { suggestion, conflict, moved, ...rest } = draft;
  const words = { ...rest, suggestion: toJson(suggestion), conflict, moved };
  return `{"guides:format":${draftFormat},\n"draft":${canonicalJson(words)},\n"history":${canonicalJson(history)}}\n`;
}

/** Never throws. A history that does not fit the words is cut, the words never. */
export function readDraftFile(text: string): DraftFile {
  const whole = parse(text);
  const isWhole = isRecord(whole);
  const format = isWhole ? whole['guides:format'] : Number(/^\{"guides:format":(\d{1,9}),/.exec(text)?.[1] ?? draftFormat);
  const draft = draftFrom(isWhole ? whole.draft : parse(lineOf(text, 'draft')));
  const isNewer = typeof format === 'number' && format > draftFormat;
  if (!draft) return { written: null, isNewer, isDamaged: !isNewer };
  const source = proposedSource(draft.suggestion);
  const history = isWhole && source !== null ? fitting(source, historyFrom(whole.history)) : noHistory;
  return { written: { draft, history }, isNewer, isDamaged: !isWhole };
}

const lineOf = (text: string, key: string): string => {
  const start = `"${key}":`;
  const line = text.split('\n').find((found) => found.startsWith(start)) ?? '';
  return line.slice(start.length).replace(/,$/, '');
};

function draftFrom(value: unknown): Draft | null {
  if (!isRecord(value)) return null;
  const suggestion = fromJson(value.suggestion);
  if (!suggestion) return null;
  const { deleted } = value;
  const sent = sentFrom(value.sent);
  const state = draftStates.find((name) => name === value.state) ?? 'draft';
  return {
    suggestion,
    // Without the digest of what was sent nobody can answer it.
    state: sent || state === 'ready' ? state : 'draft',
    sent,
    conflict: baseFrom(value.conflict),
    moved: movedFrom(value.moved),
    deleted: typeof deleted === 'string' && isTime(deleted) ? deleted : null,
    clock: clockOf(value.clock),
  };
}

function sentFrom(value: unknown): Sent | null {
  if (!isRecord(value) || typeof value.at !== 'string' || !isTime(value.at)) return null;
  const { at, digest, way } = value;
  return typeof digest === 'string' && isSha256(digest) ? { at, digest, way: way === 'inbox' ? way : 'file' } : null;
}

function baseFrom(value: unknown): Base | null {
  if (!isRecord(value) || typeof value.source !== 'string' || !isRecord(value.edition)) return null;
  const { version, digest } = value.edition;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || typeof digest !== 'string') return null;
  return { edition: { version, digest }, source: value.source };
}

function movedFrom(value: unknown): Moved | null {
  const base = isRecord(value) ? baseFrom(value.base) : null;
  if (!isRecord(value) || !base || typeof value.source !== 'string') return null;
  return { what: value.what === 'taken' ? 'taken' : 'carried', base, source: value.source };
}

function historyFrom(value: unknown): History {
  return isRecord(value) ? { past: stepsFrom(value.past), future: stepsFrom(value.future) } : noHistory;
}

/** Up to the first from the end that is none: beyond it nothing can be taken back. */
function stepsFrom(value: unknown): readonly Step[] {
  if (!Array.isArray(value)) return [];
  const steps = value.map((step): Step | null => (Array.isArray(step) && step.every(isChange) ? step : null));
  const broken = steps.lastIndexOf(null);
  return steps.slice(broken + 1).filter((step) => step !== null);
}

function isChange(value: unknown): value is TextChange {
  if (!isRecord(value)) return false;
  const { at, removed, inserted } = value;
  return typeof at === 'number' && Number.isSafeInteger(at) && at >= 0 && typeof removed === 'string' && typeof inserted === 'string';
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
