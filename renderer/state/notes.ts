// The notes on the guide that is shown, and what was done to notes last. The main process keeps them: its answers
// replace ours. Every change gives back how to undo it, here and in the row that Ctrl+Z goes through.
import type { NoteId } from '../../content/core/annotation/model.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { Result } from '../../content/core/base/result.ts';
import type { EditedNotes, GuideNotes, NoteCounts, ShownNote } from '../../electron/ipc/note-replies.ts';
import type { NoteEdit } from '../../electron/ipc/note-schemas.ts';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { type AppError, ask, listen } from '../api.ts';
import { createStore } from './store.ts';

/** Of the guide and edition on the page; null until they are here, and where no guide is shown. */
export const openNotes = createStore<GuideNotes | null>(null);
export const noteCounts = createStore<NoteCounts>({ notes: 0, changed: 0, unplaced: 0 });
/** The note whose card is open. */
export const activeNote = createStore<NoteId | null>(null);
/** Counts up whenever notes of any guide may have changed: lists over all guides ask again. */
export const notesVersion = createStore(0);

let shown: { readonly guide: GuideId; readonly edition: number } | null = null;
let asked = 0;

export function startNotes(): void {
  listen('notes.changed', ({ guides, counts }) => {
    noteCounts.set(counts);
    notesVersion.update((version) => version + 1);
    if (shown && (guides === null || guides.includes(shown.guide))) void reloadNotes();
  });
  void ask('notes.counts', {}).then((reply) => reply.ok && noteCounts.set(reply.value));
}

/** The page shows this guide now, or none. */
export async function showNotesOf(guide: GuideDocument | null): Promise<void> {
  const next = guide && { guide: guide.summary.id, edition: guide.seal.version };
  if (next?.guide !== shown?.guide || next?.edition !== shown?.edition) {
    openNotes.set(null);
    activeNote.set(null);
  }
  shown = next;
  if (next) await reloadNotes();
}

async function reloadNotes(): Promise<void> {
  if (!shown) return;
  const wanted = shown;
  asked += 1;
  const mine = asked;
  const reply = await ask('notes.guide', wanted);
  // A later answer, also that of an edit, knows more.
  if (mine !== asked || wanted !== shown || !reply.ok) return;
  held = null;
  openNotes.update((before) => sharing(before, reply.value));
}

/** What came, with the very objects that we have of notes that are the same: whoever shows 500 draws only the one. */
export function sharing(before: GuideNotes | null, after: GuideNotes): GuideNotes {
  if (before?.guide !== after.guide || before.edition !== after.edition) return after;
  const known = new Map(before.notes.map((each) => [each.note.id, each]));
  return {
    ...after,
    notes: after.notes.map((each) => {
      const old = known.get(each.note.id);
      return old && isSame(old, each) ? old : each;
    }),
  };
}

/** Field by field: 500 notes are compared at every letter that is kept. */
function isSame(a: ShownNote, b: ShownNote): boolean {
  const fields = ['modified', 'highlight', 'archived', 'text', 'fate'] as const;
  return (
    a.fate === b.fate &&
    fields.every((field) => a.note[field] === b.note[field]) &&
    isSameList(a.note.tags, b.note.tags, (tag, other) => tag === other) &&
    isSameList(a.parts, b.parts, (part, other) => part.block === other.block && part.from === other.from && part.to === other.to) &&
    a.note.anchor.exact === b.note.anchor.exact &&
    a.note.before?.exact === b.note.before?.exact &&
    isSameList(
      Object.entries(a.note.clock),
      Object.entries(b.note.clock),
      ([writer, ticks], [by, count]) => writer === by && ticks === count,
    )
  );
}

const isSameList = <T>(a: readonly T[], b: readonly T[], same: (one: T, other: T) => boolean): boolean =>
  a.length === b.length && a.every((one, at) => same(one, b[at] as T));

/** The answers to quiet edits, until they are shown: of all notes, or of those that were edited. */
let held: { readonly reply: GuideNotes; readonly isWhole: boolean } | null = null;

/**
 * On disk when it answers, and `openNotes` is up to date.
 * @param quiet shown only by `showHeld`: words that are still being written, where 500 notes would come and be drawn at every save
 */
export async function editNotes(
  guide: GuideId,
  edition: number,
  edits: readonly NoteEdit[],
  quiet = false,
): Promise<Result<EditedNotes, AppError>> {
  // What is asked for meanwhile knows less than an answer about all notes, but more than one about a few.
  if (!quiet) asked += 1;
  const reply = await ask('notes.edit', { guide, edition, edits: [...edits], ...(quiet ? { brief: true } : {}) });
  if (!reply.ok) return reply;
  hold(reply.value, !quiet);
  if (!quiet) showHeld();
  return reply;
}

function hold(reply: GuideNotes, isWhole: boolean): void {
  const isSamePage = held?.reply.guide === reply.guide && held.reply.edition === reply.edition;
  if (isWhole || !held || !isSamePage) held = { reply, isWhole };
  else held = { reply: { ...reply, notes: joined(held.reply.notes, reply.notes) }, isWhole: held.isWhole };
}

/** Shows what quiet edits have changed. */
export function showHeld(): void {
  const latest = held;
  held = null;
  if (!latest) return;
  const { reply, isWhole } = latest;
  if (shown?.guide === reply.guide && shown.edition === reply.edition)
    openNotes.update((before) => {
      if (isWhole) return sharing(before, reply);
      // Nothing is here yet: what is on its way has these words too.
      return before && sharing(before, { ...reply, notes: joined(before.notes, reply.notes) });
    });
  notesVersion.update((version) => version + 1);
}

function joined(before: readonly ShownNote[], later: readonly ShownNote[]): readonly ShownNote[] {
  const newer = new Map(later.map((each) => [each.note.id, each]));
  const known = new Set(before.map(({ note }) => note.id));
  return [...before.map((each) => newer.get(each.note.id) ?? each), ...later.filter(({ note }) => !known.has(note.id))];
}

export const findNote = (notes: GuideNotes | null, id: NoteId | null): ShownNote | null =>
  id === null ? null : (notes?.notes.find(({ note }) => note.id === id) ?? null);

// Ctrl+Z goes back through this many steps; the main process remembers more.
const mostSteps = 100;
export interface Step {
  /** Several where one action touched several guides. */
  readonly tokens: readonly string[];
  readonly text: string;
}
const steps: Step[] = [];

/** Remembers a change under a sentence that says what it was. Returns how to undo just this one. */
export function rememberStep(step: Step): () => Promise<AppError | null> {
  steps.push(step);
  if (steps.length > mostSteps) steps.shift();
  return () => undo(step);
}

/** Undoes what was done last; null where nothing is left to undo. */
export async function undoLast(): Promise<{ readonly step: Step; readonly error: AppError | null } | null> {
  const step = steps.at(-1);
  return step ? { step, error: await undo(step) } : null;
}

async function undo(step: Step): Promise<AppError | null> {
  const at = steps.indexOf(step);
  if (at === -1) return null;
  steps.splice(at, 1);
  for (const token of [...step.tokens].reverse()) {
    const reply = await ask('notes.undo', { token });
    if (!reply.ok) return reply.error;
  }
  return null;
}
