// What a person types into a note, on its way to the disk. Words are sent while they are typed, one request at a time,
// again and again until they are kept; they outlive the field they were typed into. Nothing is ever dropped but for
// later words of the same note.
import type { NoteId } from '../../content/core/annotation/model.ts';
import type { Result } from '../../content/core/base/result.ts';
import type { AppError } from '../api.ts';
import { createStore, type Store } from '../state/store.ts';

/** `waiting`: typed, not on disk yet; `failed`: it was tried, and will be again. */
export type Kept = 'kept' | 'waiting' | 'failed';
export type Send = (text: string) => Promise<Result<unknown, AppError>>;

interface Writing {
  send: Send;
  readonly kept: Store<Kept>;
  text: string;
  /** What is on disk, as far as is known; null: not even the note. */
  saved: string | null;
  /** The field is there. */
  open: boolean;
  timer: ReturnType<typeof setTimeout> | null;
  sending: Promise<void> | null;
  tries: number;
}

// "On disk within a second of typing": this, the way to the other process, and a write.
export const saveAfterMs = 400;
// A disk that is full or a file that is locked for a moment; then less and less often.
const retryMs = [1_000, 2_000, 5_000, 10_000, 30_000];
// Trying again cannot help: a newer app's file, a note that was deleted meanwhile.
const hopeless: readonly string[] = ['NOTES_NEWER', 'NOTE_NOT_FOUND'];

const writings = new Map<NoteId, Writing>();

/**
 * A note's field opens. What was typed before and is not kept yet stands in it.
 * @param text what is on disk; null: the note itself is not, and is sent at once
 */
export function startSaving(id: NoteId, text: string | null, send: Send): { readonly text: string; readonly kept: Store<Kept> } {
  const known = writings.get(id);
  if (known) {
    known.open = true;
    return known;
  }
  const own: Writing = {
    ...{ send, kept: createStore<Kept>(text === null ? 'waiting' : 'kept'), text: text ?? '', saved: text },
    ...{ open: true, timer: null, sending: null, tries: 0 },
  };
  writings.set(id, own);
  if (text === null) void sendNow(own);
  return own;
}

/** Call at every key: costs no more than remembering the text. */
export function typed(id: NoteId, text: string): void {
  const own = writings.get(id);
  if (!own) return;
  own.text = text;
  if (own.kept.get() !== 'failed') own.kept.set(text === own.saved && !own.sending ? 'kept' : 'waiting');
  // Not put off by the next key: somebody who types without a pause is kept up with as well.
  if (own.timer === null && !own.sending) own.timer = setTimeout(() => void sendNow(own), saveAfterMs);
}

/** Sends what is not on disk yet, of one note or of all: the field, the page or the window is about to go. */
export async function flush(only?: NoteId): Promise<void> {
  await Promise.all([...writings].flatMap(([id, own]) => (only === undefined || id === only ? [sendNow(own)] : [])));
}

/** The field is closed; what is left to do goes on without it. */
export async function stopSaving(id: NoteId): Promise<void> {
  const own = writings.get(id);
  if (!own) return;
  own.open = false;
  await sendNow(own);
  tidy();
}

/** Words that were typed and are not known to be on disk; null where there are none. */
export function unsavedText(id: NoteId): string | null {
  const own = writings.get(id);
  return own && own.kept.get() !== 'kept' ? own.text : null;
}

/** The note is deleted: nothing of it is sent any more. */
export function forgetText(id: NoteId): void {
  const own = writings.get(id);
  if (own?.timer) clearTimeout(own.timer);
  writings.delete(id);
}

async function sendNow(own: Writing): Promise<void> {
  if (own.timer) clearTimeout(own.timer);
  own.timer = null;
  while (own.sending) await own.sending;
  if (own.text === own.saved || !isWanted(own)) return;
  own.sending = sendOnce(own);
  await own.sending;
}

async function sendOnce(own: Writing): Promise<void> {
  const { text } = own;
  const reply = await own.send(text);
  own.sending = null;
  if (!isWanted(own)) return;
  const again = (ms: number): void => {
    own.timer ??= setTimeout(() => void sendNow(own), ms);
  };
  if (reply.ok) {
    own.tries = 0;
    own.saved = text;
    own.kept.set(own.text === text ? 'kept' : 'waiting');
    if (own.text === text) tidy();
    else again(saveAfterMs);
    return;
  }
  own.kept.set('failed');
  if (hopeless.includes(reply.error.code)) return;
  again(retryMs[Math.min(own.tries, retryMs.length - 1)] ?? 0);
  own.tries += 1;
}

const isWanted = (own: Writing): boolean => [...writings.values()].includes(own);

/** Forgets what is on disk and has no field any more. */
function tidy(): void {
  for (const [id, own] of writings) if (!own.open && own.text === own.saved && !own.sending) writings.delete(id);
}
