// Notes for screens of the real app: made through the contract as the window makes them, and taken away again.
import type { Page } from 'playwright';
import { type AnchorText, anchorTextOf } from '../../content/core/annotation/anchor-text.ts';
import type { HighlightName } from '../../content/core/annotation/model.ts';
import { parseGuide } from '../../content/core/guide/parse.ts';
import type { NoteEdit } from '../../electron/ipc/note-schemas.ts';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { noteId, passageOf } from './note-scene.ts';
import { call } from './screens.ts';

export interface NoteWish {
  /** Its words in the guide; they must stand there. */
  readonly on: string;
  readonly text?: string;
  readonly tags?: readonly string[];
  readonly highlight?: HighlightName;
}

const textOf = ({ source, blockIds }: GuideDocument): AnchorText =>
  anchorTextOf(parseGuide(source, '', { mode: 'lenient' }).blocks, blockIds);

/** The same wishes under the same number are the same notes, however often they are made. */
export async function makeNotes(page: Page, guide: string, wishes: readonly NoteWish[], first = 1): Promise<void> {
  const document = await call(page, 'library.guide', { id: guide as never });
  const text = textOf(document);
  const edits = wishes.map(
    (wish, at): NoteEdit => ({
      kind: 'add',
      id: noteId(first + at),
      passage: passageOf(text, wish.on),
      highlight: wish.highlight ?? 'important',
      text: wish.text ?? '',
      tags: [...(wish.tags ?? [])],
    }),
  );
  await call(page, 'notes.edit', { guide, edition: document.seal.version, edits });
}

/** Words of the guide's first blocks that are long enough to be marked, as they stand there. */
export async function wordsIn(page: Page, guide: string, count: number): Promise<readonly string[]> {
  const { text, blocks } = textOf(await call(page, 'library.guide', { id: guide as never }));
  return blocks
    .flatMap(({ id, start, end }) => (id === null || end - start < 60 ? [] : [text.slice(start, start + 40).trim()]))
    .filter((words) => text.indexOf(words) === text.lastIndexOf(words))
    .slice(0, count);
}

export async function clearNotes(page: Page): Promise<void> {
  const { guides } = await call(page, 'notes.all', {});
  for (const { guide, notes } of guides)
    if (notes.length > 0)
      await call(page, 'notes.edit', { guide, edition: 0, edits: notes.map(({ note }) => ({ kind: 'delete', id: note.id })) });
}
