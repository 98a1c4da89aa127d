// What became of a note's words, as a person is told it: the old and the new ones side by side, what stayed cut short.
import type { Note } from '../../content/core/annotation/model.ts';
import { type DiffPart, diffWords } from '../../content/core/lineage/diff-words.ts';
import type { ShownNote } from '../../electron/ipc/note-replies.ts';

export type CardFate =
  | { readonly kind: 'reworded'; readonly parts: readonly DiffPart[] }
  | { readonly kind: 'moved' }
  /** The words are not in the edition on the page. */
  | { readonly kind: 'gone'; readonly words: string };

/** Null where there is nothing to tell: unchanged, or somebody has seen to it. */
export function cardFate({ note, parts, fate }: ShownNote): CardFate | null {
  const { anchor, before } = note;
  if (parts.length === 0) return { kind: 'gone', words: (before ?? anchor).exact };
  if (before === null) return null;
  if (fate === 'moved') return { kind: 'moved' };
  return fate === 'reworded' ? { kind: 'reworded', parts: changesOf(before, anchor) } : null;
}

const changesOf = (before: Note['anchor'], after: Note['anchor']): readonly DiffPart[] => shorten(diffWords(before.exact, after.exact));

// Of what stayed, as much as says where the change is.
const around = 60;

/** Cuts long stretches that stayed to their ends beside a change. */
export function shorten(parts: readonly DiffPart[]): readonly DiffPart[] {
  return parts.map((part, at) => {
    if (part.kind !== 'same') return part;
    const [isFirst, isLast] = [at === 0, at === parts.length - 1];
    const { text } = part;
    const most = isFirst || isLast ? around : around * 2;
    if (text.length <= most + around / 2) return part;
    const head = isFirst ? '' : text.slice(0, text.indexOf(' ', around) + 1 || around);
    const tail = isLast ? '' : text.slice(text.lastIndexOf(' ', text.length - around) + 1 || -around);
    return { kind: 'same', text: `${head}… ${tail}` };
  });
}
