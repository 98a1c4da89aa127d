// The file of one guide's notes: an AnnotationPage (W3C Web Annotation 5.2), one record to a line, so that of a damaged
// file every whole line can still be read. Bytes in, records out, and what could not be read beside them.
import type { GuideId } from '../base/ids.ts';
import { annotationContext, clockOf, fromAnnotation, toAnnotation } from './json-ld.ts';
import { type Deleted, isDeleted, isNoteId, type NoteRecord, noteLimits } from './model.ts';

/** A higher one was written by a newer app: it is read as far as it goes, and never written over. */
export const noteFormat = 1;

export interface NoteFile {
  readonly records: readonly NoteRecord[];
  /** Lines or items that are no record, as they stood; empty when all is well. */
  readonly refused: readonly string[];
  /** Written by a newer app: read only. */
  readonly isNewer: boolean;
  /** It was cut or damaged, and read line by line. */
  readonly isDamaged: boolean;
}

/** @param saved tells one writing of the same records from another, for who must know whether the file is still that one */
export function writeNoteFile(guide: GuideId, records: readonly NoteRecord[], saved?: string): string {
  const head = { '@context': annotationContext, type: 'AnnotationPage', 'guides:format': noteFormat, 'guides:guide': guide };
  const lines = (list: readonly NoteRecord[]) => list.map((record) => `\n${lineOf(record)}`).join(',');
  const kept = records.filter((record) => !isDeleted(record));
  const start = JSON.stringify(saved === undefined ? head : { ...head, 'guides:saved': saved }).slice(0, -1);
  return `${start},"items":[${lines(kept)}\n],"guides:deleted":[${lines(newest(records.filter(isDeleted)))}\n]}\n`;
}

/** Of thousands of records a change touches one: the others' lines stay as they are. */
const known = new WeakMap<NoteRecord, string>();
function lineOf(record: NoteRecord): string {
  const line = known.get(record) ?? JSON.stringify(isDeleted(record) ? record : toAnnotation(record));
  known.set(record, line);
  return line;
}

/** The oldest deletions go first: no other PC is likely to bring their notes back. */
function newest(gone: readonly Deleted[]): readonly Deleted[] {
  if (gone.length <= noteLimits.deleted) return gone;
  return [...gone].sort((a, b) => (a.deleted < b.deleted ? 1 : -1)).slice(0, noteLimits.deleted);
}

/** Never throws. Of two records with one id the last stands. */
export function readNoteFile(text: string): NoteFile {
  const page = parse(text);
  if (!isRecord(page)) return readLines(text);
  const format = page['guides:format'];
  const items = Array.isArray(page.items) ? page.items : [];
  const deleted = Array.isArray(page['guides:deleted']) ? page['guides:deleted'] : [];
  const isPage = page.type === 'AnnotationPage' && Array.isArray(page.items);
  return {
    ...recordsOf([...items, ...deleted], isPage ? [] : [text]),
    isNewer: typeof format === 'number' && format > noteFormat,
    isDamaged: !isPage,
  };
}

function readLines(text: string): NoteFile {
  const values: unknown[] = [];
  const refused: string[] = [];
  for (const line of text.split('\n')) {
    const bare = line.trim().replace(/,$/, '');
    if (!bare.startsWith('{"id"')) continue;
    const value = parse(bare);
    if (value === undefined) refused.push(line);
    else values.push(value);
  }
  return { ...recordsOf(values, refused), isNewer: false, isDamaged: true };
}

function recordsOf(values: readonly unknown[], before: readonly string[]): Pick<NoteFile, 'records' | 'refused'> {
  const records = new Map<string, NoteRecord>();
  const refused = [...before];
  let gone = 0;
  for (const value of values) {
    const record = deletedFrom(value) ?? fromAnnotation(value);
    const hasRoom = record && (isDeleted(record) ? gone < noteLimits.deleted : records.size - gone < noteLimits.perGuide);
    if (!record || !(hasRoom || records.has(record.id))) {
      refused.push(JSON.stringify(value));
      continue;
    }
    const earlier = records.get(record.id);
    gone += Number(isDeleted(record)) - Number(earlier !== undefined && isDeleted(earlier));
    records.set(record.id, record);
  }
  return { records: [...records.values()], refused };
}

function deletedFrom(value: unknown): Deleted | null {
  if (!isRecord(value) || typeof value.id !== 'string' || !isNoteId(value.id) || typeof value.deleted !== 'string') return null;
  if (value.deleted.length > 40 || Number.isNaN(Date.parse(value.deleted))) return null;
  return { id: value.id, deleted: value.deleted, clock: clockOf(value.clock) };
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
