// Which notes a guide's page shows, how, and in which order. Only decisions: painting is `highlights.tsx`, the marks in
// the margin are `margin-marks.tsx`.
import type { HighlightName, NoteId } from '../../content/core/annotation/model.ts';
import type { GuideNotes, NotePart, ShownNote } from '../../electron/ipc/note-replies.ts';

export interface PageNote {
  readonly id: NoteId;
  readonly highlight: HighlightName;
  readonly hasText: boolean;
  /** What became of its words, where nobody has seen to that yet. */
  readonly news: 'reworded' | 'moved' | null;
  /** At least one. */
  readonly parts: readonly NotePart[];
  /** Equal for two notes that look the same at the same place. */
  readonly looks: string;
}

/** Notes with a place in the shown edition, in reading order; archived ones are off the page. */
export function notesOnPage(notes: GuideNotes | null): readonly PageNote[] {
  return (notes?.notes ?? []).filter(({ note, parts }) => parts.length > 0 && !note.archived).map(pageNote);
}

function pageNote({ note, parts, fate }: ShownNote): PageNote {
  const hasText = note.text.trim() !== '';
  const news = note.before !== null && (fate === 'reworded' || fate === 'moved') ? fate : null;
  const looks = [note.highlight, hasText, news, ...parts.map(({ block, from, to }) => `${block}:${from}-${to}`)].join(' ');
  return { id: note.id, highlight: note.highlight, hasText, news, parts, looks };
}

/** The notes that begin in each block, in reading order. */
export function notesByBlock(notes: readonly PageNote[]): ReadonlyMap<string, readonly PageNote[]> {
  const blocks = new Map<string, PageNote[]>();
  for (const note of notes) {
    const block = (note.parts[0] as NotePart).block;
    const here = blocks.get(block);
    if (here) here.push(note);
    else blocks.set(block, [note]);
  }
  return blocks;
}

/** Notes whose words hold a place, the shortest first: of two that overlap, the one inside the other is meant. */
export function notesAt(notes: readonly PageNote[], block: string, offset: number): readonly PageNote[] {
  return notes
    .filter(({ parts }) => parts.some((part) => part.block === block && part.from <= offset && offset < part.to))
    .sort((a, b) => lengthOf(a) - lengthOf(b));
}

const lengthOf = ({ parts }: PageNote): number => parts.reduce((sum, { from, to }) => sum + to - from, 0);

/** The note after (or before) the present one; without one, the first whose words begin at or below the edge, or the last above it. */
export function stepNote(tops: readonly number[], present: number | null, edge: number, by: 1 | -1): number | null {
  const count = tops.length;
  if (count === 0) return null;
  if (present !== null) return (present + by + count) % count;
  const next = tops.findIndex((top) => top >= edge);
  if (by === 1) return next === -1 ? 0 : next;
  return next === -1 ? count - 1 : (next - 1 + count) % count;
}
