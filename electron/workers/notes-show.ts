// The notes of one guide as a page shows them: each with the parts of blocks that it stands on in the edition that is
// shown, which may be an older one than the newest. What is found here is for showing only; nothing is kept.
import { blocksIn } from '../../content/core/annotation/anchor-text.ts';
import { isDeleted, type Note, type NoteRecord } from '../../content/core/annotation/model.ts';
import { isSameEdition } from '../../content/core/annotation/place-notes.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { KeptNotes } from '../../content/node/note-store.ts';
import type { GuideNotes, NotePart, ShownNote } from '../ipc/note-replies.ts';
import type { NoteContext } from './notes-context.ts';
import type { EditionText } from './notes-texts.ts';

export const notesOf = (records: readonly NoteRecord[]): readonly Note[] => records.filter((record): record is Note => !isDeleted(record));

type ShowPorts = Pick<NoteContext, 'texts' | 'breathe'>;

/** @param edition of the page; 0: the newest. Where it is not held, notes have no parts. */
export async function showNotes(guide: GuideId, edition: number, kept: KeptNotes, context: ShowPorts): Promise<GuideNotes> {
  const text = await context.texts.edition(guide, edition);
  const notes = notesOf(kept.records);
  const shown = text ? await shownIn(text, guide, notes, context) : notes.map((note) => ({ note, parts: [], fate: note.fate }));
  return { guide, edition: text?.ref.version ?? edition, notes: shown, readOnly: kept.isReadOnly, refused: kept.refused };
}

async function shownIn(
  into: EditionText,
  guide: GuideId,
  notes: readonly Note[],
  { texts, breathe }: ShowPorts,
): Promise<readonly ShownNote[]> {
  const isNewest = (await texts.newest(guide)) === into;
  const asked = isNewest ? notes : notes.map((note) => asOnceIn(into, note));
  const place = await texts.placer(guide, into, asked);
  const placed: { readonly shown: ShownNote; readonly start: number }[] = [];
  for (const [at, note] of notes.entries()) {
    const here = place(asked[at] ?? note).note;
    const { fate, anchor } = here;
    const parts = fate === 'gone' ? [] : partsOf(into, [anchor.start, anchor.end]);
    const start = parts.length === 0 ? Number.POSITIVE_INFINITY : anchor.start;
    placed.push({ shown: { note: isNewest ? here : note, parts, fate }, start });
    await breathe();
  }
  return placed.sort((a, b) => (a.start === b.start ? 0 : a.start - b.start)).map(({ shown }) => shown);
}

/** Where the note stood in that edition, if it was put there; else as if it had been put where it stands now. */
function asOnceIn(into: EditionText, note: Note): Note {
  const stood = note.before && isSameEdition(note.before.edition, into.ref) ? note.before : note.anchor;
  return { ...note, anchor: stood, fate: 'unchanged', before: null };
}

/** What a range covers of which blocks. */
export const partsOf = (inside: EditionText, range: readonly [number, number]): readonly NotePart[] =>
  blocksIn(inside.text, range).map(({ id, from, to }) => ({ block: id, from, to }));
