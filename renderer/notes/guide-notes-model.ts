// The notes of the guide on the page, as the list beside it shows them. Pure.
import { highlightNames } from '../../content/core/annotation/model.ts';
import type { GuideNotes, ShownNote } from '../../electron/ipc/note-replies.ts';
import { stateOf } from './notes-page-model.ts';

export interface GuideNotesView {
  /** With a place in the edition that is shown, in reading order. */
  readonly placed: readonly ShownNote[];
  /** Of this guide: need a new place, or changed and nobody has seen to it. */
  readonly waiting: number;
  /** All but archived ones. */
  readonly count: number;
}

export function guideNotesView(notes: GuideNotes | null): GuideNotesView {
  const live = (notes?.notes ?? []).filter(({ note }) => !note.archived);
  return {
    placed: live.filter(({ parts }) => parts.length > 0),
    waiting: live.filter(({ note }) => ['waiting', 'reworded', 'moved'].includes(stateOf(note))).length,
    count: live.length,
  };
}

/**
 * Position of the note that is read: the last whose block begins above the line of sight; null above the first.
 * @param tops distance of each note's block from the top of the view, in reading order
 */
export function activeNoteAt(tops: readonly number[], line: number): number | null {
  let active: number | null = null;
  tops.forEach((top, index) => {
    if (top <= line) active = index;
  });
  return active;
}

// A row is two lines of the pane; more would be read in the guide.
const rowWords = 90;

/** The note's own words, or the words it is on; markup and line breaks are left out. */
export function rowText({ note }: Pick<ShownNote, 'note'>): { readonly text: string; readonly isQuote: boolean } {
  const own = plainWords(note.text);
  return own === '' ? { text: cut(plainWords(note.anchor.exact)), isQuote: true } : { text: cut(own), isQuote: false };
}

/** Light markdown as the words alone. */
const plainWords = (text: string): string =>
  text
    .replace(/^\s*(?:[-*+]|\d+\.|>|#+)\s+/gm, '')
    .replace(/(\*\*|__|`)/g, '')
    .replace(/\s+/g, ' ')
    .trim();

export function cut(text: string, most = rowWords): string {
  if (text.length <= most) return text;
  const at = text.lastIndexOf(' ', most);
  return `${text.slice(0, at > most / 2 ? at : most).trimEnd()} …`;
}

/** In the order of the selection bar: 1 to 4, for the tint. */
export const toneOf = (name: (typeof highlightNames)[number]): number => highlightNames.indexOf(name) + 1;
