// Jobs that only tell: the notes of a guide, of all guides, how many wait, and where one without a place might stand.
import { likelyPlaces } from '../../content/core/annotation/likely-places.ts';
import type { Note } from '../../content/core/annotation/model.ts';
import { AppFault } from '../../content/core/base/error.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { LikelyNotePlace, ListedGuide, ListedNote } from '../ipc/note-replies.ts';
import type { NoteContext, NoteJob, NoteJobs } from './notes-context.ts';
import { notesOf, partsOf, showNotes } from './notes-show.ts';
import { sectionAt } from './notes-texts.ts';

// As much as fits into a tray beside others.
const mostWords = 400;

const guide: NoteJob<'guide'> = async ({ guide, edition }, context) => showNotes(guide, edition, await context.store.read(guide), context);

const all: NoteJob<'all'> = async (_request, context) => {
  const guides: ListedGuide[] = [];
  for (const guide of context.store.guides()) {
    guides.push(await listed(guide, context));
    await context.breathe();
  }
  return { guides };
};

const likely: NoteJob<'likely'> = async ({ guide, id }, { store, texts }) => {
  const note = notesOf((await store.read(guide)).records).find((one) => one.id === id);
  if (!note) throw new AppFault('NOTE_NOT_FOUND');
  const text = await texts.newest(guide);
  if (!text) return [];
  return likelyPlaces(note.anchor, text.text).flatMap(({ range, reason }): readonly LikelyNotePlace[] => {
    const [part] = partsOf(text, range);
    if (!part) return [];
    const passage = { start: { block: part.block, offset: part.from }, end: { block: part.block, offset: part.to } };
    return [{ passage, reason, words: text.text.text.slice(...range).slice(0, mostWords), section: sectionAt(text, range[0]) }];
  });
};

export const readJobs = { guide, all, likely } satisfies Partial<NoteJobs>;

async function listed(guide: GuideId, { store, texts }: NoteContext): Promise<ListedGuide> {
  const kept = await store.read(guide);
  const notes: ListedNote[] = [];
  for (const note of notesOf(kept.records)) notes.push({ note, section: await sectionOf(note, texts) });
  return { guide, title: texts.title(guide), notes, readOnly: kept.isReadOnly, refused: kept.refused, setAside: kept.setAside };
}

/** Of the edition that its place is counted in: of an unplaced note the last one it stood in. */
async function sectionOf({ guide, anchor }: Note, texts: NoteContext['texts']): Promise<string | null> {
  const text = anchor.edition.version === 0 ? null : await texts.edition(guide, anchor.edition.version);
  return text?.ref.digest === anchor.edition.digest ? sectionAt(text, anchor.start) : null;
}
