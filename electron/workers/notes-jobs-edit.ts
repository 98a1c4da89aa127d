// Jobs that change notes: a person's edits, and taking them back. What was touched is also placed in the newest
// edition, so that a note made on an older page stands right from its first moment.
import { anchorAt, rangeInBlock } from '../../content/core/annotation/anchor-text.ts';
import { type Changed, changeNotes, type NoteChange, restoreNotes } from '../../content/core/annotation/edits.ts';
import { type Anchor, isDeleted, type NoteId, type NoteRecord } from '../../content/core/annotation/model.ts';
import type { Placer } from '../../content/core/annotation/place-notes.ts';
import { AppFault } from '../../content/core/base/error.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { NoteEdit, NoteEdits, Passage } from '../ipc/note-schemas.ts';
import type { NoteContext, NoteJob, NoteJobs } from './notes-context.ts';
import { notesOf, showNotes } from './notes-show.ts';
import type { EditionText } from './notes-texts.ts';

const edit: NoteJob<'edit'> = async (request, context) => {
  const { guide, edition } = request;
  const { store, writer, now } = context;
  const changes = await changesOf(request, context);
  const place = await placerOf(guide, (await store.read(guide)).records, changes.map(anchorOf), context);
  let token: string | null = null;
  const kept = await store.change(guide, (records) => {
    const result = changeNotes(records, changes, { guide, writer, now });
    if (!result.ok) throw new AppFault(result.error.code, result.error.data);
    // Another PC may write in the same moment: then this runs again, over what was changed already.
    token ??= context.remember([result.value.before]);
    return settled(result.value, place);
  });
  // It is on disk: whoever typed does not wait until all guides are counted.
  void context.changed([guide], 'window').catch(() => undefined);
  const touched = new Set<NoteId>(changes.map(({ id }) => id));
  const shown = request.brief ? { ...kept, records: kept.records.filter(({ id }) => touched.has(id)) } : kept;
  return { ...(await showNotes(guide, edition, shown, context)), undo: token ?? '' };
};

const restore: NoteJob<'restore'> = async ({ before }, context) => {
  const { store, writer, now } = context;
  for (const one of before) {
    const { records } = await store.read(one.guide);
    const anchors = notesOf(one.records).map(({ anchor }) => anchor);
    const place = await placerOf(one.guide, records, anchors, context);
    await store.change(one.guide, (mine) => settled(restoreNotes(mine, one, { writer, now }), place));
  }
  await context.changed(before.map(({ guide }) => guide));
  return null;
};

export const editJobs = { edit, restore } satisfies Partial<NoteJobs>;

async function changesOf({ guide, edition, edits }: NoteEdits, { texts }: NoteContext): Promise<readonly NoteChange[]> {
  const needsText = edits.some(({ kind }) => kind === 'add' || kind === 'place');
  const text = needsText ? await texts.edition(guide, edition) : null;
  if (needsText && !text) throw new AppFault('GUIDE_NOT_FOUND', { guide });
  return edits.map((asked) => changeOf(asked, text));
}

function changeOf(asked: NoteEdit, text: EditionText | null): NoteChange {
  switch (asked.kind) {
    case 'add': {
      const { passage, ...rest } = asked;
      return { ...rest, anchor: anchorIn(text, passage) };
    }
    case 'place':
      return { kind: 'place', id: asked.id, anchor: anchorIn(text, asked.passage) };
    case 'revise':
    case 'accept':
    case 'delete':
      return asked;
  }
}

/** Throws BAD_REQUEST for a passage that is not in the text, or has no words. */
function anchorIn(text: EditionText | null, { start, end }: Passage): Anchor {
  const from = text && rangeInBlock(text.text, start.block, start.offset, start.offset)?.[0];
  const to = text && rangeInBlock(text.text, end.block, end.offset, end.offset)?.[1];
  const anchor = text && from != null && to != null ? anchorAt(text.text, from < to ? [from, to] : [to, from], text.ref) : null;
  if (!anchor) throw new AppFault('BAD_REQUEST', { what: 'passage' });
  return anchor;
}

const anchorOf = (change: NoteChange): Anchor | null => ('anchor' in change ? change.anchor : null);

/** Null where the guide is not held: then notes stay where they are. */
async function placerOf(
  guide: GuideId,
  records: readonly NoteRecord[],
  anchors: readonly (Anchor | null)[],
  { texts }: NoteContext,
): Promise<Placer | null> {
  const newest = await texts.newest(guide);
  if (!newest) return null;
  const places = [...notesOf(records), ...anchors.flatMap((anchor) => (anchor ? [{ anchor }] : []))];
  return texts.placer(guide, newest, places);
}

function settled({ records, changed }: Changed, place: Placer | null): readonly NoteRecord[] {
  if (!place || changed.length === 0) return records;
  const touched = new Set<NoteId>(changed);
  return records.map((record) => (touched.has(record.id) && !isDeleted(record) ? place(record).note : record));
}
