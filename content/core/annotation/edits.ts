// What a person does to the notes of one guide -> the records after it, and what they were before, so that it can be
// taken back. All of it happens or nothing; doing the same again changes nothing, because a process that died is asked
// once more. Time and writer are passed in.

import type { AppError } from '../base/error.ts';
import type { GuideId } from '../base/ids.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { joinClocks, tick } from './clock.ts';
import { tidyTags } from './json-ld.ts';
import { type Anchor, type HighlightName, isDeleted, type Note, type NoteId, type NoteRecord, noteLimits } from './model.ts';
import { acknowledged, placedAt } from './place-notes.ts';

/** As the window asks for them, with anchors in place of passages. */
export type NoteChange =
  | {
      readonly kind: 'add';
      readonly id: NoteId;
      readonly anchor: Anchor;
      readonly highlight: HighlightName;
      readonly text: string;
      readonly tags: readonly string[];
    }
  | ({ readonly kind: 'revise'; readonly id: NoteId } & Revision)
  | { readonly kind: 'place'; readonly id: NoteId; readonly anchor: Anchor }
  | { readonly kind: 'accept'; readonly id: NoteId }
  | { readonly kind: 'delete'; readonly id: NoteId };

/** What is not named stays. */
export interface Revision {
  readonly highlight?: HighlightName | undefined;
  readonly text?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly archived?: boolean | undefined;
}

/** How some records of a guide were before a change. */
export interface Before {
  readonly guide: GuideId;
  readonly records: readonly NoteRecord[];
  /** They had not been there. */
  readonly absent: readonly NoteId[];
}

export interface ChangePorts {
  readonly guide: GuideId;
  /** Name of this process in clocks. */
  readonly writer: string;
  /** ISO time. */
  readonly now: string;
}

export interface Changed {
  /** The very list that was given where nothing changed. */
  readonly records: readonly NoteRecord[];
  readonly before: Before;
  /** Ids of the records that are not as they were. */
  readonly changed: readonly NoteId[];
}

/** Fails with NOTE_NOT_FOUND, or NOTES_FULL when the guide's file has no room; then nothing is changed. */
export function changeNotes(mine: readonly NoteRecord[], changes: readonly NoteChange[], ports: ChangePorts): Result<Changed> {
  const list = listOf(mine);
  for (const change of changes) {
    const here = list.get(change.id);
    if (change.kind === 'add') {
      const note = added(here, change, ports);
      if (note !== here) list.put(note);
    } else if (change.kind === 'delete') {
      if (here && !isDeleted(here)) list.put({ id: here.id, deleted: ports.now, clock: tick(here.clock, ports.writer) });
    } else {
      if (!here || isDeleted(here)) return refuse('NOTE_NOT_FOUND');
      const note = changedNote(here, change, ports);
      if (!isSame(note, here)) list.put({ ...note, clock: tick(here.clock, ports.writer) });
    }
  }
  const notes = list.notes();
  if (notes > noteLimits.perGuide && notes > notesIn(mine)) return refuse('NOTES_FULL');
  return ok(list.result(ports.guide));
}

/** Puts back what was there, as something later than what is there now, on every PC. */
export function restoreNotes(mine: readonly NoteRecord[], before: Before, { writer, now }: Omit<ChangePorts, 'guide'>): Changed {
  const list = listOf(mine);
  const remove = (id: NoteId): void => {
    const here = list.get(id);
    if (here && !isDeleted(here)) list.put({ id, deleted: now, clock: tick(here.clock, writer) });
  };
  for (const id of before.absent) remove(id);
  for (const record of before.records) {
    if (isDeleted(record)) {
      remove(record.id);
      continue;
    }
    const here = list.get(record.id);
    if (here && !isDeleted(here) && isSame(here, record)) continue;
    list.put({ ...record, clock: tick(here ? joinClocks(here.clock, record.clock) : record.clock, writer) });
  }
  return list.result(before.guide);
}

function added(
  here: NoteRecord | undefined,
  change: Extract<NoteChange, { kind: 'add' }>,
  { guide, writer, now }: ChangePorts,
): NoteRecord {
  const { id, anchor, highlight, text } = change;
  const words = { highlight, text, tags: tidyTags(change.tags) };
  const clock = tick(here?.clock ?? {}, writer);
  if (!here || isDeleted(here)) {
    return { id, guide, ...words, created: now, modified: now, archived: false, anchor, fate: 'unchanged', before: null, clock };
  }
  // Asked again by a process that did not hear the answer; it may have more words by now.
  return saysJust(here, words) ? here : { ...here, ...words, modified: now, clock };
}

function changedNote(here: Note, change: Extract<NoteChange, { kind: 'revise' | 'place' | 'accept' }>, { now }: ChangePorts): Note {
  switch (change.kind) {
    case 'accept':
      return acknowledged(here);
    case 'place': {
      const isThere = here.fate === 'unchanged' && JSON.stringify(here.anchor) === JSON.stringify(change.anchor);
      return isThere ? here : { ...placedAt(here, change.anchor), modified: now };
    }
    case 'revise': {
      const { highlight = here.highlight, text = here.text, archived = here.archived } = change;
      const words = { highlight, text, tags: change.tags ? tidyTags(change.tags) : here.tags };
      return saysJust(here, words) && archived === here.archived ? here : { ...here, ...words, archived, modified: now };
    }
  }
}

function saysJust(note: Note, { highlight, text, tags }: Pick<Note, 'highlight' | 'text' | 'tags'>): boolean {
  return note.highlight === highlight && note.text === text && JSON.stringify(note.tags) === JSON.stringify(tags);
}

/** In all but the clock. */
function isSame(a: Note, b: Note): boolean {
  const isPlaced = a.fate === b.fate && JSON.stringify([a.anchor, a.before]) === JSON.stringify([b.anchor, b.before]);
  return isPlaced && saysJust(a, b) && a.archived === b.archived && a.modified === b.modified && a.created === b.created;
}

function notesIn(records: Iterable<NoteRecord>): number {
  let count = 0;
  for (const record of records) if (!isDeleted(record)) count += 1;
  return count;
}

const refuse = (code: AppError['code']): Result<never> => fail({ code, data: {} });

interface List {
  get(id: NoteId): NoteRecord | undefined;
  put(record: NoteRecord): void;
  /** How many are not deleted. */
  notes(): number;
  result(guide: GuideId): Changed;
}

/** Remembers what each record was when it was first changed. */
function listOf(mine: readonly NoteRecord[]): List {
  const now = new Map<NoteId, NoteRecord>(mine.map((record) => [record.id, record]));
  const before = new Map<NoteId, NoteRecord | null>();
  return {
    get: (id) => now.get(id),
    put(record) {
      if (!before.has(record.id)) before.set(record.id, now.get(record.id) ?? null);
      now.set(record.id, record);
    },
    notes: () => notesIn(now.values()),
    result: (guide) => ({
      records: before.size === 0 ? mine : [...now.values()],
      before: {
        guide,
        records: [...before.values()].filter((record) => record !== null),
        absent: [...before].flatMap(([id, record]) => (record === null ? [id] : [])),
      },
      changed: [...before.keys()],
    }),
  };
}
