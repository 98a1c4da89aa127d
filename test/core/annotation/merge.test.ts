import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tick } from '../../../content/core/annotation/clock.ts';
import { mergeRecords } from '../../../content/core/annotation/merge.ts';
import { isDeleted, type NoteRecord } from '../../../content/core/annotation/model.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { sampleNote } from '../../support/notes.ts';

const merge = (a: readonly NoteRecord[], b: readonly NoteRecord[]) => mergeRecords(a, b, sha256);
const textsOf = (records: readonly NoteRecord[]) =>
  records.flatMap((record) => (isDeleted(record) ? [] : [record.text])).sort((a, b) => (a < b ? -1 : 1));
const byId = (records: readonly NoteRecord[]) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('merging two lists of notes', () => {
  const first = sampleNote({ text: 'first', clock: { a: 1 } });

  test('keeps what only one side has', () => {
    const other = sampleNote({ text: 'other', clock: { b: 1 } });
    expect(textsOf(merge([first], [other]))).toEqual(['first', 'other']);
  });

  test('takes the later of two versions, whichever side has it', () => {
    const later = { ...first, text: 'later', clock: tick(first.clock, 'a') };
    expect(textsOf(merge([first], [later]))).toEqual(['later']);
    expect(textsOf(merge([later], [first]))).toEqual(['later']);
  });

  test('keeps both versions of a note that two PCs changed', () => {
    const here = { ...first, text: 'here', clock: tick(first.clock, 'a') };
    const there = { ...first, text: 'there', clock: tick(first.clock, 'b') };
    expect(textsOf(merge([here], [there]))).toEqual(['here', 'there']);
  });

  test('does not double a note that two PCs changed to the same', () => {
    const here = { ...first, text: 'same', clock: tick(first.clock, 'a') };
    const there = { ...first, text: 'same', clock: tick(first.clock, 'b') };
    expect(textsOf(merge([here], [there]))).toEqual(['same']);
  });

  test('a deletion holds against what it has seen, and yields to words that it has not', () => {
    const gone: NoteRecord = { id: first.id, deleted: '2026-11-23T00:00:00.000Z', clock: tick(first.clock, 'a') };
    expect(textsOf(merge([gone], [first]))).toEqual([]);
    const edited = { ...first, text: 'edited', clock: tick(first.clock, 'b') };
    expect(textsOf(merge([gone], [edited]))).toEqual(['edited']);
  });

  test('a place in a newer edition is no change of the words', () => {
    const moved = { ...first, anchor: { ...first.anchor, edition: { version: 9, digest: '' } } };
    expect(merge([first], [moved])).toEqual([moved]);
    expect(merge([moved], [first])).toEqual([moved]);
  });

  const change = fc.record({ writer: fc.constantFrom('a', 'b', 'c'), text: fc.constantFrom('one', 'two', 'three'), gone: fc.boolean() });
  const history = fc.array(change, { maxLength: 4 });

  /** What one PC has after its own changes; each is its own writer, as PCs are. */
  const changed = (writer: string, changes: readonly { text: string; gone: boolean }[]): readonly NoteRecord[] => {
    let record: NoteRecord = first;
    changes.forEach(({ text, gone }, at) => {
      const clock = tick(record.clock, writer);
      const modified = `2026-11-22T10:0${at}:00.000Z`;
      record = gone ? { id: first.id, deleted: modified, clock } : { ...first, text: `${writer} ${text} ${at}`, modified, clock };
    });
    return [record];
  };

  test('is the same in any order, any number of times, on any PC', () => {
    fc.assert(
      fc.property(history, history, history, (x, y, z) => {
        const [a, b, c] = [changed('a', x), changed('b', y), changed('c', z)];
        expect(byId(merge(a, b))).toEqual(byId(merge(b, a)));
        expect(byId(merge(merge(a, b), b))).toEqual(byId(merge(a, b)));
        expect(textsOf(merge(merge(a, b), c))).toEqual(textsOf(merge(a, merge(b, c))));
      }),
    );
  });

  test('loses no words that somebody wrote and nobody who saw them removed', () => {
    fc.assert(
      fc.property(history, history, (x, y) => {
        const [a, b] = [changed('a', x), changed('b', y)];
        const texts = textsOf(merge(a, b));
        for (const [own] of [a, b]) if (own && !isDeleted(own) && own !== first) expect(texts).toContain(own.text);
      }),
    );
  });
});
