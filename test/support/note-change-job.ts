// Changes notes of two guides as fast as it can, beside others that do the same: adds, rewords and deletes its own. Says
// the words of each change when it was answered: they must be there at the end.
import { isDeleted, type NoteId, type NoteRecord } from '../../content/core/annotation/model.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import { openNoteStore } from '../../content/node/note-store.ts';
import { sampleNote } from './notes.ts';

const [folder = '', writer = 'a', count = '1'] = process.argv.slice(2);
const store = openNoteStore({ folder, log: () => undefined });
const guides = ['house-rules', 'images'] as GuideId[];
const idOf = (at: number): NoteId =>
  `urn:uuid:${writer.charCodeAt(0).toString(16).padStart(8, '0')}-0000-4000-8000-${at.toString(16).padStart(12, '0')}` as NoteId;
const put = (record: NoteRecord) => (records: readonly NoteRecord[]) => [...records.filter(({ id }) => id !== record.id), record];

for (let at = 0; at < Number(count); at += 1) {
  const guide = guides[at % 2] as GuideId;
  const text = `${writer} ${at}`;
  const id = idOf(at);
  await store.change(guide, put(sampleNote({ id, guide, text: at % 3 === 0 ? 'first' : text })));
  if (at % 3 === 0)
    await store.change(guide, (records) =>
      records.map((record) => (record.id === id && !isDeleted(record) ? { ...record, text } : record)),
    );
  process.send?.(text);
}
process.disconnect();
