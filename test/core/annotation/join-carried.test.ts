import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCarried } from '../../../content/core/annotation/carried.ts';
import { compareClocks, tick } from '../../../content/core/annotation/clock.ts';
import { joinCarried } from '../../../content/core/annotation/join-carried.ts';
import { mergeRecords } from '../../../content/core/annotation/merge.ts';
import {
  type Deleted,
  highlightNames,
  type Note,
  type NoteId,
  type NoteRecord,
  noteLimits,
} from '../../../content/core/annotation/model.ts';
import { writeNoteFile } from '../../../content/core/annotation/note-file.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { sampleNote } from '../../support/notes.ts';

const guide = 'house-rules' as GuideId;
const join = (mine: readonly NoteRecord[], carried: readonly Note[]) => joinCarried(mine, carried, { writer: 'here', sha256 });
const deletedOf = (note: Note): Deleted => ({ id: note.id, deleted: '2026-11-23T10:00:00.000Z', clock: tick(note.clock, 'here') });
const none = { added: 0, updated: 0, known: 0, revived: 0, beyond: 0 };
const note = sampleNote({ text: 'first', clock: { a: 1 } });

describe('notes out of a file', () => {
  test('that are not here are added as they are', () => {
    expect(join([], [note])).toEqual({ ...none, records: [note], added: 1, changed: [note.id] });
  });

  test('that are here just so, or newer, change nothing', () => {
    const later = { ...note, text: 'later', clock: tick(note.clock, 'here') };
    expect(join([note], [note])).toEqual({ ...none, records: [note], known: 1, changed: [] });
    expect(join([later], [note])).toEqual({ ...none, records: [later], known: 1, changed: [] });
  });

  test('with later words replace what is here', () => {
    const later = { ...note, text: 'later', clock: tick(note.clock, 'b') };
    expect(join([note], [later])).toMatchObject({ ...none, records: [later], updated: 1 });
  });

  test('that were changed here and there are both kept', () => {
    const here = { ...note, text: 'here', clock: tick(note.clock, 'here') };
    const there = { ...note, text: 'there', clock: tick(note.clock, 'b') };
    const both = join([here], [there]);
    expect(both).toMatchObject({ ...none, updated: 1, records: { length: 2 } });
    expect(both.records.map((record) => 'text' in record && record.text).sort()).toEqual(['here', 'there']);
    expect(join(both.records, [there])).toMatchObject({ ...none, known: 1, records: both.records });
  });

  test('that another program changed without counting are both kept, once', () => {
    const there = { ...note, text: 'typed in another program' };
    const both = join([note], [there]);
    expect(both).toMatchObject({ ...none, updated: 1, records: { length: 2 } });
    expect(join(both.records, [there])).toMatchObject({ ...none, known: 1, changed: [] });
    expect(join(both.records, [note])).toMatchObject({ ...none, known: 1, changed: [] });
  });

  test('that were deleted here come back, and win over the deletion on other PCs', () => {
    const gone = deletedOf(note);
    const back = join([gone], [note]);
    expect(back).toMatchObject({ ...none, revived: 1, changed: [note.id] });
    const [record] = back.records as [Note];
    expect(record).toMatchObject({ text: 'first' });
    expect(compareClocks(record.clock, gone.clock)).toBe('after');
    expect(mergeRecords([gone], back.records, sha256)).toEqual(back.records);
    expect(join(back.records, [note])).toMatchObject({ ...none, known: 1 });
  });

  test('that have no room left in the guide’s file are counted, and what is here stays', () => {
    const full = Array.from({ length: noteLimits.perGuide }, () => sampleNote());
    const [first] = full as [Note];
    const conflict = { ...first, text: 'there', clock: { b: 1 } };
    const after = join(full, [sampleNote(), conflict]);
    expect(after).toMatchObject({ ...none, beyond: 2, changed: [] });
    expect(after.records).toEqual(full);
  });

  test('find room where others were deleted, and come back only where there is room', () => {
    const full = Array.from({ length: noteLimits.perGuide }, () => sampleNote());
    const [first, ...others] = full as [Note, ...Note[]];
    expect(join([deletedOf(first), ...others], [note])).toMatchObject({ ...none, added: 1 });
    expect(join([deletedOf(note), ...full], [note])).toMatchObject({ ...none, beyond: 1, changed: [] });
    expect(join([deletedOf(first), ...others], [first, note])).toMatchObject({ ...none, revived: 1, beyond: 1 });
  });

  const hex = fc.stringMatching(/^[0-9a-f]{2}$/);
  const noteOf = fc
    .record({
      tail: hex,
      text: fc.string({ maxLength: 30 }),
      tags: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 3 }),
      highlight: fc.constantFrom(...highlightNames),
      archived: fc.boolean(),
      clock: fc.dictionary(fc.constantFrom('a', 'b', 'here'), fc.integer({ min: 1, max: 3 }), { noNullPrototype: true }),
      fate: fc.constantFrom('unchanged' as const, 'gone' as const),
    })
    .map(({ tail, ...rest }) => sampleNote({ ...rest, id: `urn:uuid:00000000-0000-4000-9000-0000000000${tail}` as NoteId }));
  const notes = fc.uniqueArray(noteOf, { maxLength: 12, selector: ({ id }) => id });

  test('go out and come back as they were', () => {
    fc.assert(
      fc.property(notes, (list) => {
        const carried = readCarried(writeNoteFile(guide, list), sha256);
        expect(join([], (carried?.notes ?? []) as Note[]).records).toEqual(list);
      }),
    );
  });

  test('taken in twice are as taken in once, whatever is here', () => {
    fc.assert(
      fc.property(notes, notes, fc.array(fc.boolean()), (here, list, gone) => {
        const mine = here.map((record, at) => (gone[at] ? deletedOf(record) : record));
        const once = join(mine, list);
        const twice = join(once.records, list);
        expect(twice.records).toEqual(once.records);
        expect(twice).toMatchObject({ added: 0, updated: 0, revived: 0, known: list.length });
      }),
    );
  });

  test('lose no words, whatever is here', () => {
    fc.assert(
      fc.property(notes, notes, (here, list) => {
        const after = join(here, list);
        const texts = new Set(after.records.map((record) => ('text' in record ? record.text : '')));
        const clockOf = (id: NoteId) => after.records.find((record) => record.id === id)?.clock ?? {};
        for (const record of [...here, ...list])
          expect(texts.has(record.text) || compareClocks(clockOf(record.id), record.clock) === 'after').toBe(true);
      }),
    );
  });

  test('come to the same in whatever order the file has them', () => {
    const byId = (records: readonly NoteRecord[]) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
    fc.assert(
      fc.property(
        notes,
        notes.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        (here, [list, shuffled]) => {
          expect(byId(join(here, shuffled).records)).toEqual(byId(join(here, list).records));
        },
      ),
    );
  });
});
