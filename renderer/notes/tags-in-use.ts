// Which tags a field offers: those of this guide's notes first, then all others, asked for when somebody wants one.
import type { AllNotes } from '../../electron/ipc/note-replies.ts';
import { ask } from '../api.ts';
import { notesVersion, openNotes } from '../state/notes.ts';
import { createStore } from '../state/store.ts';

/** Of all guides, the most used first. */
export const tagsInUse = createStore<readonly string[]>([]);
let askedAt = -1;

/** Once for each state of the notes: thousands of notes cross for it. */
export async function fetchTags(): Promise<void> {
  const version = notesVersion.get();
  if (askedAt === version) return;
  askedAt = version;
  const reply = await ask('notes.all', {});
  if (reply.ok) tagsInUse.set(countedTags(reply.value));
  else askedAt = -1;
}

export function countedTags({ guides }: AllNotes): readonly string[] {
  const counts = new Map<string, number>();
  for (const { notes } of guides) for (const { note } of notes) for (const tag of note.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || a.localeCompare(b, 'en-GB')).map(([tag]) => tag);
}

// As many as stand under a field without scrolling.
const mostOffered = 6;

/** What is offered for what was typed, but for tags that the note has. */
export function offeredTags(typed: string, own: readonly string[], all: readonly string[] = known()): readonly string[] {
  const wanted = typed.trim().replace(/^#/, '').toLowerCase();
  const has = new Set(own.map((tag) => tag.toLowerCase()));
  const fits = all.filter((tag) => !has.has(tag.toLowerCase()) && tag.toLowerCase().includes(wanted));
  const starts = fits.filter((tag) => tag.toLowerCase().startsWith(wanted));
  return [...new Set([...starts, ...fits])].slice(0, mostOffered);
}

function known(): readonly string[] {
  const here = (openNotes.get()?.notes ?? []).flatMap(({ note }) => note.tags);
  return [...new Set([...here, ...tagsInUse.get()])];
}
