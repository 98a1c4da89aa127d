// What the selection bar, the keys and the context menu do with words of the guide on the page.
import type { HighlightName } from '../../content/core/annotation/model.ts';
import type { Passage } from '../../electron/ipc/note-schemas.ts';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { tellFault } from '../shell/tell-fault.ts';
import { openNotes } from '../state/notes.ts';
import { suggestWish } from '../state/suggestions.ts';
import { noteDone } from '../text/notes-card.ts';
import { openCard, settleNote, showAtOnce } from './card-store.ts';
import { addNote, changeNotes, lastHighlight, newNoteId } from './note-actions.ts';
import { noteOn, partsOf, wordsOfParts } from './passage-parts.tsx';

export interface Words {
  readonly guide: GuideDocument;
  readonly article: HTMLElement;
  readonly passage: Passage;
}

/** Words that have a highlight of their own get another kind instead of a second one. */
export async function highlightPassage(words: Words, highlight: HighlightName): Promise<void> {
  if (isReadOnly()) return;
  const { guide, passage } = words;
  const known = noteOn(openNotes.get()?.notes ?? [], passage)?.note;
  leaveSelection();
  if (known) {
    await changeNotes([known], { highlight });
    return;
  }
  const id = newNoteId();
  showAtOnce(id, toBe(words, highlight, [], noteDone.highlighted(highlight)), new Date().toISOString());
  const kept = await addNote(guide, passage, { id, highlight, text: '', tags: [] });
  settleNote(id, kept !== null);
}

/** Opens a card to write in: that of the note that stands on these words, or of a new one. */
export function writeNote(words: Words): void {
  write(words, lastHighlight.get(), noteDone.noted);
}

/** The piece that these words are in becomes one that can be changed (suggest/page). */
export function suggestChange({ passage }: Words): void {
  suggestWish.set({ passage, why: '' });
}

function write(words: Words, highlight: HighlightName, said: string): void {
  if (isReadOnly()) return;
  const known = noteOn(openNotes.get()?.notes ?? [], words.passage)?.note;
  // The words stay selected: they are what the card is about, and its highlight comes under them.
  if (known) {
    openCard(known.id, true);
    return;
  }
  const id = newNoteId();
  showAtOnce(id, toBe(words, highlight, [], said), new Date().toISOString());
  leaveSelection();
  openCard(id, true);
}

function toBe({ guide, article, passage }: Words, highlight: HighlightName, tags: readonly string[], said: string) {
  const parts = partsOf(article, passage);
  return { guide, passage, highlight, tags, said, parts, words: wordsOfParts(article, parts) };
}

function isReadOnly(): boolean {
  if (!openNotes.get()?.readOnly) return false;
  tellFault({ code: 'NOTES_NEWER', data: {} });
  return true;
}

/** The highlight can only be seen without it; the next selection by keys goes on from here. */
function leaveSelection(): void {
  const selection = getSelection();
  if (selection && selection.rangeCount > 0) selection.collapseToEnd();
}
