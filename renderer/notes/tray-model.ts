// What waits for a person after guides changed: notes that need a new place, and those whose words changed or moved and
// that nobody has looked at. Pure.
import type { Fate } from '../../content/core/annotation/model.ts';
import { type DiffPart, diffWords } from '../../content/core/lineage/diff-words.ts';
import type { NoteItem } from './notes-page-model.ts';

export interface TrayView {
  readonly waiting: readonly NoteItem[];
  readonly reworded: readonly NoteItem[];
  readonly moved: readonly NoteItem[];
  /** Somebody chose to keep them without a place. */
  readonly kept: readonly NoteItem[];
}

export function trayOf(items: readonly NoteItem[]): TrayView {
  const of = (state: NoteItem['state']) => items.filter((item) => item.state === state);
  return { waiting: of('waiting'), reworded: of('reworded'), moved: of('moved'), kept: of('kept') };
}

/** What a person is asked to look at; kept ones are settled. */
export const trayCount = ({ waiting, reworded, moved }: TrayView): number => waiting.length + reworded.length + moved.length;

// A change in the middle of a page-long quote is shown with this much on either side, in characters.
const room = 160;

/** The words a note stood on and stands on now; long stretches that stayed are cut in their middle. */
export function rewordingOf({ note }: NoteItem): readonly DiffPart[] {
  const parts = diffWords(note.before?.exact ?? note.anchor.exact, note.anchor.exact);
  return parts.map((part, at) =>
    part.kind === 'same' ? { kind: part.kind, text: shortened(part.text, at > 0, at < parts.length - 1) } : part,
  );
}

function shortened(text: string, hasBefore: boolean, hasAfter: boolean): string {
  const [start, end] = [hasBefore ? room : 0, hasAfter ? room : 0];
  if (text.length <= start + end + room) return text;
  const head = start === 0 ? '' : text.slice(0, text.lastIndexOf(' ', start) + 1 || start);
  const tail = end === 0 ? '' : text.slice(text.indexOf(' ', text.length - end) + 1 || text.length - end);
  return head === '' && tail === '' ? text : `${head}… ${tail}`;
}

/** Where reworded notes are: said of old words that are the same but for spaces as well. */
export const hasRewording = (parts: readonly DiffPart[]): boolean => parts.some(({ kind, text }) => kind !== 'same' && text.trim() !== '');

/** Of notes after an update: how many there are, and whether there is anything to look at. */
export function placedSum(counts: Readonly<Record<Fate, number>>): { readonly all: number; readonly changed: number } {
  const changed = counts.reworded + counts.moved + counts.gone;
  return { all: counts.unchanged + changed, changed };
}
