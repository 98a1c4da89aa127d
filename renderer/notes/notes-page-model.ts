// What the page of all notes shows: which notes match, in which order, under which guide. Pure; thousands of notes are
// folded once when they come, and then only compared.
import type { HighlightName, Note } from '../../content/core/annotation/model.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { AllNotes, ListedGuide } from '../../electron/ipc/note-replies.ts';
import type { NoteName } from '../../electron/ipc/note-schemas.ts';

/** `waiting`: without a place, and nobody has decided to keep it so; `kept`: somebody has. */
export type NoteState = 'unchanged' | 'reworded' | 'moved' | 'waiting' | 'kept' | 'archived';
export const noteStates: readonly NoteState[] = ['unchanged', 'reworded', 'moved', 'waiting', 'kept', 'archived'];

export interface NoteItem {
  /** Of guide and note together: an import may bring one id into two guides. */
  readonly key: string;
  readonly note: Note;
  readonly section: string | null;
  readonly state: NoteState;
  /** Null for a guide that is not on this PC. */
  readonly title: string | null;
  /** A newer app wrote this guide's notes: they are shown, and cannot be changed. */
  readonly readOnly: boolean;
  /** Everything that is searched, folded. */
  readonly hay: string;
}

export const noteSpans = ['day', 'week', 'month', 'year'] as const;
export type NoteSpan = (typeof noteSpans)[number];

/** Null or `any`: does not narrow. */
export interface NoteFilter {
  readonly typed: string;
  readonly guide: GuideId | null;
  readonly kind: HighlightName | null;
  readonly tag: string | null;
  /** Null: all but what was put away. */
  readonly state: NoteState | null;
  readonly words: 'any' | 'with' | 'without';
  /** Changed within this time before now. */
  readonly span: NoteSpan | null;
}
export const everyNote: NoteFilter = { typed: '', guide: null, kind: null, tag: null, state: null, words: 'any', span: null };

export const noteOrders = ['guide', 'newest', 'changed', 'oldest'] as const;
/** Guide and reading order; made last first; changed last first; changed longest ago first. */
export type NoteOrder = (typeof noteOrders)[number];

export interface NoteGroup {
  readonly guide: GuideId;
  /** Null for a guide that is not on this PC. */
  readonly title: string | null;
  readonly items: readonly NoteItem[];
  /** Of the whole group, also where only its beginning is shown. */
  readonly count: number;
}

export const stateOf = ({ archived, fate, before }: Pick<Note, 'archived' | 'fate' | 'before'>): NoteState =>
  archived ? 'archived' : fate === 'gone' ? (before ? 'waiting' : 'kept') : fate;

export const keyOf = ({ guide, id }: NoteName): string => `${guide} ${id}`;

/** Lower case, without accents, straight quotation marks. */
export const foldForSearch = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’]/g, "'")
    .toLowerCase();

export function itemsOf({ guides }: AllNotes): readonly NoteItem[] {
  return guides.flatMap((guide) => [...guide.notes].sort(byReading).map((listed) => itemOf(guide, listed)));
}

function itemOf({ guide, title, readOnly }: ListedGuide, { note, section }: ListedGuide['notes'][number]): NoteItem {
  // A line break is in no word that a person types, so that no match runs over the edge of a part.
  const hay = foldForSearch([note.text, note.anchor.exact, note.tags.join('\n'), title ?? guide].join('\n'));
  return { key: keyOf({ guide, id: note.id }), note, section, state: stateOf(note), title, readOnly, hay };
}

/** What has no place comes last: it stands nowhere in what is read. */
const byReading = ({ note: a }: { readonly note: Note }, { note: b }: { readonly note: Note }): number =>
  Number(a.fate === 'gone') - Number(b.fate === 'gone') || a.anchor.start - b.anchor.start || compare(a.created, b.created);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The items that match, in order. @param now ISO time: spans end there */
export function listNotes(items: readonly NoteItem[], filter: NoteFilter, order: NoteOrder, now: string): readonly NoteItem[] {
  const words = foldForSearch(filter.typed).split(/\s+/).filter(Boolean);
  const since = filter.span === null ? null : sinceOf(filter.span, now);
  const found = items.filter(
    ({ note, state, hay }) =>
      (filter.state === null ? state !== 'archived' : state === filter.state) &&
      (filter.guide === null || note.guide === filter.guide) &&
      (filter.kind === null || note.highlight === filter.kind) &&
      (filter.tag === null || note.tags.includes(filter.tag)) &&
      (filter.words === 'any' || (note.text.trim() !== '') === (filter.words === 'with')) &&
      (since === null || note.modified >= since) &&
      words.every((word) => hay.includes(word)),
  );
  return ordered(found, order);
}

function ordered(found: readonly NoteItem[], order: NoteOrder): readonly NoteItem[] {
  switch (order) {
    case 'guide':
      return groupNotes(found, Number.POSITIVE_INFINITY).flatMap(({ items }) => items);
    case 'newest':
      return [...found].sort((a, b) => compare(b.note.created, a.note.created));
    case 'changed':
      return [...found].sort((a, b) => compare(b.note.modified, a.note.modified));
    case 'oldest':
      return [...found].sort((a, b) => compare(a.note.modified, b.note.modified));
  }
}

const spanDays: Readonly<Record<NoteSpan, number>> = { day: 1, week: 7, month: 31, year: 366 };
// A day has 86,400,000 milliseconds; an hour more or less of summer time matters to nobody here.
const sinceOf = (span: NoteSpan, now: string): string => new Date(Date.parse(now) - spanDays[span] * 86_400_000).toISOString();

/** Guides by title, those that are not on this PC last; at most `limit` notes in all. */
export function groupNotes(items: readonly NoteItem[], limit: number): readonly NoteGroup[] {
  const groups = new Map<GuideId, NoteItem[]>();
  for (const item of items) {
    const known = groups.get(item.note.guide);
    if (known) known.push(item);
    else groups.set(item.note.guide, [item]);
  }
  let room = limit;
  return [...groups]
    .map(([guide, all]) => ({ guide, title: all[0]?.title ?? null, items: all }))
    .sort((a, b) => Number(a.title === null) - Number(b.title === null) || titleOrder.compare(a.title ?? a.guide, b.title ?? b.guide))
    .flatMap(({ guide, title, items: all }) => {
      const shown = all.slice(0, Math.max(0, room));
      room -= shown.length;
      return shown.length === 0 ? [] : [{ guide, title, items: shown, count: all.length }];
    });
}
const titleOrder = new Intl.Collator('en-GB', { numeric: true });

export interface NoteChoices {
  readonly guides: readonly { readonly guide: GuideId; readonly title: string | null }[];
  /** As they are spelt, each once, in the order of the alphabet. */
  readonly tags: readonly string[];
  readonly archived: number;
}

/** What the filters offer. */
export function choicesOf(items: readonly NoteItem[]): NoteChoices {
  const guides = new Map<GuideId, string | null>();
  const tags = new Set<string>();
  let archived = 0;
  for (const { note, title, state } of items) {
    guides.set(note.guide, title);
    for (const tag of note.tags) tags.add(tag);
    if (state === 'archived') archived += 1;
  }
  return {
    guides: [...guides]
      .map(([guide, title]) => ({ guide, title }))
      .sort((a, b) => titleOrder.compare(a.title ?? a.guide, b.title ?? b.guide)),
    tags: [...tags].sort(titleOrder.compare),
    archived,
  };
}

/** Of how many notes the list shows some: what was put away is counted by itself. */
export const countAll = (items: readonly NoteItem[], { state: wanted }: NoteFilter): number =>
  items.filter(({ state }) => (state === 'archived') === (wanted === 'archived')).length;

export const isNarrowed = (filter: NoteFilter): boolean =>
  (Object.keys(everyNote) as (keyof NoteFilter)[]).some((name) => filter[name] !== everyNote[name]);

/** Ticks one more, or none of it. */
export function toggleTick(ticked: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(ticked);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Shift-click: all from one row to another are as the first one is. */
export function tickRange(ticked: ReadonlySet<string>, shown: readonly NoteItem[], from: string, to: string): ReadonlySet<string> {
  const [a, b] = [shown.findIndex(({ key }) => key === from), shown.findIndex(({ key }) => key === to)];
  if (a === -1 || b === -1) return toggleTick(ticked, to);
  const next = new Set(ticked);
  for (const { key } of shown.slice(Math.min(a, b), Math.max(a, b) + 1)) {
    if (ticked.has(from)) next.add(key);
    else next.delete(key);
  }
  return next;
}

/** Ticks all of these; where all are ticked already, none of them. */
export function tickAll(ticked: ReadonlySet<string>, shown: readonly NoteItem[]): ReadonlySet<string> {
  const next = new Set(ticked);
  const isAll = shown.every(({ key }) => ticked.has(key));
  for (const { key } of shown) {
    if (isAll) next.delete(key);
    else next.add(key);
  }
  return next;
}

export const namesOf = (items: readonly NoteItem[]): readonly NoteName[] => items.map(({ note: { guide, id } }) => ({ guide, id }));

/** Which of the rows the keys lead to from one; the same at either end. */
export function stepRow(shown: readonly NoteItem[], current: string | null, by: number): string | null {
  const at = shown.findIndex(({ key }) => key === current);
  // From nowhere the first step goes to the first row, or back to the last.
  const from = at === -1 ? (by > 0 ? -1 : shown.length) : at;
  const next = Math.min(shown.length - 1, Math.max(0, from + by));
  return shown[next]?.key ?? null;
}

/** Where a row that is gone stood, the one that has its place now. */
export function nearestRow(before: readonly NoteItem[], after: readonly NoteItem[], current: string | null): string | null {
  if (after.some(({ key }) => key === current)) return current;
  const kept = new Set(after.map(({ key }) => key));
  const at = before.findIndex(({ key }) => key === current);
  const next =
    before.slice(at + 1).find(({ key }) => kept.has(key)) ?? before.slice(0, Math.max(0, at)).findLast(({ key }) => kept.has(key));
  return next?.key ?? after[0]?.key ?? null;
}
