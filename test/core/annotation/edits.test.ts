import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareClocks } from '../../../content/core/annotation/clock.ts';
import { type Changed, type ChangePorts, changeNotes, type NoteChange, restoreNotes } from '../../../content/core/annotation/edits.ts';
import { mergeRecords } from '../../../content/core/annotation/merge.ts';
import { highlightNames, isDeleted, type Note, type NoteId, type NoteRecord, noteLimits } from '../../../content/core/annotation/model.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { sampleNote } from '../../support/notes.ts';

const guide = 'house-rules' as GuideId;
const at = (minute: number): ChangePorts => ({ guide, writer: 'pc1', now: new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString() });
const idOf = (number: number) => `urn:uuid:00000000-0000-4000-9000-${number.toString(16).padStart(12, '0')}` as NoteId;
const { anchor } = sampleNote();
const elsewhere = { ...anchor, start: 40, end: 45, exact: 'other' };

function done(records: readonly NoteRecord[], changes: readonly NoteChange[], ports = at(1)): Changed {
  const result = changeNotes(records, changes, ports);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const add = (number: number, text = 'Words'): NoteChange => ({
  kind: 'add',
  id: idOf(number),
  anchor,
  highlight: 'do',
  text,
  tags: ['#Rota', 'rota'],
});
const only = (records: readonly NoteRecord[]) => {
  const [record] = records;
  if (records.length !== 1 || !record || isDeleted(record)) throw new Error('not one note');
  return record;
};

describe('what a person does', () => {
  test('makes a note with its time, its writer and tidy tags', () => {
    expect(done([], [add(1)]).records).toEqual([
      {
        ...{ id: idOf(1), guide, highlight: 'do', text: 'Words', tags: ['Rota'], archived: false },
        ...{ created: at(1).now, modified: at(1).now, anchor, fate: 'unchanged', before: null, clock: { pc1: 1 } },
      },
    ]);
  });

  test('changes only what is named', () => {
    const note = sampleNote({ text: 'Old', tags: ['rota'] });
    const changed = only(done([note], [{ kind: 'revise', id: note.id, text: 'New' }]).records);
    expect(changed).toEqual({ ...note, text: 'New', modified: at(1).now, clock: { a: 1, pc1: 1 } });
    expect(only(done([note], [{ kind: 'revise', id: note.id, archived: true, tags: ['b '] }]).records)).toMatchObject({
      ...{ text: 'Old', archived: true, tags: ['b'] },
    });
  });

  test('gives a note another place, or leaves it where it is', () => {
    const note = sampleNote({ fate: 'reworded', before: elsewhere });
    expect(only(done([note], [{ kind: 'place', id: note.id, anchor: elsewhere }]).records)).toMatchObject({
      ...{ anchor: elsewhere, fate: 'unchanged', before: null, modified: at(1).now },
    });
    expect(only(done([note], [{ kind: 'accept', id: note.id }]).records)).toMatchObject({
      ...{ anchor: note.anchor, fate: 'unchanged', before: null, modified: note.modified, clock: { a: 1, pc1: 1 } },
    });
  });

  test('deletes a note so that no other PC brings it back', () => {
    const note = sampleNote();
    const { records } = done([note], [{ kind: 'delete', id: note.id }]);
    expect(records).toEqual([{ id: note.id, deleted: at(1).now, clock: { a: 1, pc1: 1 } }]);
    expect(mergeRecords([note], records, sha256)).toEqual(records);
  });

  test('happens together or not at all', () => {
    const note = sampleNote();
    for (const kind of ['accept', 'place', 'revise'] as const) {
      const missing = { kind, id: idOf(9), anchor } as NoteChange;
      expect(changeNotes([note], [{ kind: 'delete', id: note.id }, missing], at(1))).toMatchObject({ error: { code: 'NOTE_NOT_FOUND' } });
    }
    const deleted = done([note], [{ kind: 'delete', id: note.id }]).records;
    expect(changeNotes(deleted, [{ kind: 'revise', id: note.id, text: 'a' }], at(2))).toMatchObject({ error: { code: 'NOTE_NOT_FOUND' } });
  });

  test('is refused when the guide is full, but for what needs no more room', () => {
    const full = Array.from({ length: noteLimits.perGuide }, () => sampleNote());
    expect(changeNotes(full, [add(1)], at(1))).toMatchObject({ error: { code: 'NOTES_FULL' } });
    const [first] = full as [Note];
    expect(done(full, [{ kind: 'revise', id: first.id, text: 'Still' }]).changed).toEqual([first.id]);
  });

  test('changes nothing where everything is so already', () => {
    const note = sampleNote({ text: 'Same', tags: ['a'] });
    const list = [note];
    const nothing: NoteChange[] = [
      { kind: 'revise', id: note.id, text: 'Same', tags: [' a '], highlight: 'important', archived: false },
      { kind: 'place', id: note.id, anchor: note.anchor },
      { kind: 'accept', id: note.id },
      { kind: 'delete', id: idOf(9) },
    ];
    expect(done(list, nothing)).toEqual({ records: list, before: { guide, records: [], absent: [] }, changed: [] });
    expect(done(list, nothing).records).toBe(list);
  });

  test('asked again with more words keeps the words, and brings back what was deleted meanwhile', () => {
    const made = done([], [add(1, 'Half')]).records;
    expect(only(done(made, [add(1, 'Half a word more')], at(2)).records)).toMatchObject({ text: 'Half a word more', created: at(1).now });
    const deleted = done(made, [{ kind: 'delete', id: idOf(1) }], at(2)).records;
    expect(only(done(deleted, [add(1)], at(3)).records)).toMatchObject({ text: 'Words', clock: { pc1: 3 } });
  });
});

describe('taking back', () => {
  test('deletes what was added, and brings back what was deleted, later than both', () => {
    const note = sampleNote({ text: 'Ours' });
    const { records, before } = done([note], [add(1), { kind: 'delete', id: note.id }]);
    const back = restoreNotes(records, before, at(2));
    expect(back.records.filter((record) => !isDeleted(record))).toEqual([{ ...note, clock: { a: 1, pc1: 2 } }]);
    expect(mergeRecords(records, back.records, sha256)).toEqual(back.records);
  });

  test('brings a deletion back that an import had undone', () => {
    const deleted = { id: idOf(1), deleted: at(0).now, clock: { a: 2 } };
    const back = restoreNotes([sampleNote({ id: idOf(1), clock: { a: 3 } })], { guide, records: [deleted], absent: [] }, at(2));
    expect(back.records).toEqual([{ id: idOf(1), deleted: at(2).now, clock: { a: 3, pc1: 1 } }]);
  });

  test('brings back a note of which not even the deletion is here any more', () => {
    const note = sampleNote();
    expect(restoreNotes([], { guide, records: [note], absent: [] }, at(2)).records).toEqual([{ ...note, clock: { a: 1, pc1: 1 } }]);
  });
});

const change = (): fc.Arbitrary<NoteChange> => {
  const id = fc.integer({ min: 0, max: 5 }).map(idOf);
  const words = {
    highlight: fc.constantFrom(...highlightNames),
    text: fc.constantFrom('', 'One', 'Two'),
    tags: fc.subarray(['a', 'B', 'c']),
  };
  const place = fc.constantFrom(anchor, elsewhere);
  return fc.oneof(
    fc.record({ kind: fc.constant('add' as const), id, anchor: place, ...words }),
    fc.record({ kind: fc.constant('revise' as const), id, archived: fc.boolean(), ...words }, { requiredKeys: ['kind', 'id'] }),
    fc.record({ kind: fc.constant('place' as const), id, anchor: place }),
    fc.record({ kind: fc.constantFrom('accept' as const, 'delete' as const), id }),
  );
};
/** Without clocks, by id: what a person sees. */
const content = (records: readonly NoteRecord[]) =>
  records.flatMap((record) => (isDeleted(record) ? [] : [{ ...record, clock: null }])).sort((a, b) => (a.id < b.id ? -1 : 1));
/** Some state that edits led to, deleted notes among it. */
const state = fc.array(change(), { maxLength: 12 }).map((changes) => {
  let records: readonly NoteRecord[] = [sampleNote({ id: idOf(0), fate: 'gone', before: elsewhere })];
  for (const one of changes) {
    const result = changeNotes(records, [one], { ...at(0), writer: 'pc0' });
    if (result.ok) records = result.value.records;
  }
  return records;
});

describe('a law', () => {
  test('edits and then undo leave the same notes, and are later on every PC', () => {
    fc.assert(
      fc.property(state, fc.array(change(), { minLength: 1, maxLength: 8 }), (records, changes) => {
        const result = changeNotes(records, changes, at(1));
        if (!result.ok) return;
        const { before, records: edited } = result.value;
        const back = restoreNotes(edited, before, at(2)).records;
        expect(content(back)).toEqual(content(records));
        // Whatever another PC still has of either, this wins.
        expect(content(mergeRecords(mergeRecords(edited, back, sha256), records, sha256))).toEqual(content(records));
        for (const record of edited) {
          const later = back.find(({ id }) => id === record.id);
          expect(['equal', 'after']).toContain(compareClocks(later?.clock ?? {}, record.clock));
        }
      }),
    );
  });

  test('the same asked twice is the same as once', () => {
    fc.assert(
      fc.property(state, change(), (records, asked) => {
        const once = changeNotes(records, [asked], at(1));
        if (!once.ok) return;
        const twice = changeNotes(once.value.records, [asked], at(1));
        // Only what a deleted note was is not there to be changed.
        expect(twice.ok && twice.value.records).toBe(once.value.records);
        const undone = restoreNotes(once.value.records, once.value.before, at(2)).records;
        expect(restoreNotes(undone, once.value.before, at(2)).records).toBe(undone);
      }),
    );
  });

  test('a list of edits asked again ends where it ended', () => {
    fc.assert(
      fc.property(state, fc.array(change(), { maxLength: 8 }), (records, changes) => {
        const once = changeNotes(records, changes, at(1));
        if (!once.ok) return;
        const twice = changeNotes(once.value.records, changes, at(1));
        if (twice.ok) expect(content(twice.value.records)).toEqual(content(once.value.records));
      }),
    );
  });
});
