import { describe, expect, test } from 'vitest';
import { mostCarried, openCarried, readCarried } from '../../../content/core/annotation/carried.ts';
import { compareClocks } from '../../../content/core/annotation/clock.ts';
import { toAnnotation } from '../../../content/core/annotation/json-ld.ts';
import { writeNoteFile } from '../../../content/core/annotation/note-file.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { sampleNote } from '../../support/notes.ts';

const read = (value: unknown) => readCarried(typeof value === 'string' ? value : JSON.stringify(value), sha256);
const guide = 'house-rules' as GuideId;
const notes = [sampleNote({ text: 'one' }), sampleNote({ text: 'two' })];

const fromElsewhere = {
  id: 'abc123',
  created: '2026-10-01T10:00:00.000000+00:00',
  updated: '2026-10-02T10:00:00.000000+00:00',
  user: 'acct:someone@hypothes.is',
  uri: 'https://example.org/guides/house-rules.html',
  text: 'Ours is <b>Monday</b>',
  tags: ['rota'],
  target: [
    { source: 'https://example.org', selector: [{ type: 'TextQuoteSelector', exact: 'hide, then', prefix: 'Do not ', suffix: ' answer' }] },
  ],
};

describe('a file of notes from elsewhere', () => {
  test.each([
    ['a guide’s own file', writeNoteFile(guide, notes)],
    ['a list of such files', [JSON.parse(writeNoteFile(guide, notes)) as unknown]],
    ['a list of annotations', notes.map(toAnnotation)],
    ['a file that was cut', writeNoteFile(guide, [...notes, sampleNote()]).slice(0, -200)],
  ])('may be %s', (_, value) => {
    expect(read(value)?.notes).toEqual(notes);
  });

  test('may be a single annotation', () => {
    expect(read(toAnnotation(notes[0] as (typeof notes)[0]))?.notes).toEqual([notes[0]]);
  });

  test('may be an export of Hypothesis, of which no person’s name is taken', () => {
    const carried = read({ export_date: '2026-10-03', annotations: [fromElsewhere] });
    expect(carried?.notes[0]).toMatchObject({
      guide,
      text: 'Ours is <b>Monday</b>',
      tags: ['rota'],
      created: '2026-10-01T10:00:00.000Z',
      anchor: { exact: 'hide, then', edition: { version: 0 } },
    });
    expect(JSON.stringify(carried)).not.toContain('someone');
    expect(read({ annotations: [fromElsewhere] })?.notes[0]?.id).toBe(carried?.notes[0]?.id);
  });

  test('of Hypothesis that was exported again later has the later words', () => {
    const clockOf = (updated: string) => read({ annotations: [{ ...fromElsewhere, updated }] })?.notes[0]?.clock ?? {};
    const [first, second] = [clockOf('2026-10-02T10:00:00Z'), clockOf('2026-10-05T10:00:00Z')];
    expect(compareClocks(first, second)).toBe('before');
    expect(compareClocks(first, clockOf('2026-10-02T10:00:00Z'))).toBe('equal');
  });

  test('is read by and by to the same', () => {
    const many = Array.from({ length: 25 }, () => toAnnotation(sampleNote()));
    const reader = openCarried(JSON.stringify([...many, 'no note']), sha256);
    expect([1, 2, 3].map(() => reader.read(10))).toEqual([true, true, false]);
    expect(reader.result()).toEqual(read([...many, 'no note']));
  });

  test('cannot reach into what every object has', () => {
    const text = JSON.stringify(toAnnotation(notes[0] as (typeof notes)[0]));
    const hostile = text.replace(
      '{"id"',
      '{"__proto__":{"isAdmin":true,"guides:archived":true},"constructor":{"prototype":{"isAdmin":true}},"id"',
    );
    const carried = read(`[${hostile.replace('"guides:clock":{', '"guides:clock":{"__proto__":3,"constructor":4,')}]`);
    expect(carried?.notes[0]).toEqual({ ...notes[0], clock: { a: 1, constructor: 4 } });
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  test('gives each note once, and counts what is none', () => {
    expect(read([...notes, ...notes].map(toAnnotation))?.notes).toHaveLength(2);
    expect(read({ annotations: [{ ...fromElsewhere, target: [] }, 7, fromElsewhere] })).toMatchObject({ refused: 2, notes: { length: 1 } });
  });

  test('of 100,000 notes is taken whole, and of more up to a bound, and the rest is counted', { timeout: 60_000 }, () => {
    const one = toAnnotation(notes[0] as (typeof notes)[0]);
    const many = Array.from({ length: 100_007 }, (_, at) => ({
      ...one,
      id: `urn:uuid:00000000-0000-4000-9000-${at.toString(16).padStart(12, '0')}`,
    }));
    expect(read(many)).toMatchObject({ notes: { length: mostCarried }, beyond: 7 });
    expect(mostCarried).toBe(100_000);
  });

  test.each(['', 'hello', '{}', '{"annotations": 3}', 'null', '<html>', '\u0000'])('is not %j', (text) => {
    expect(read(text)).toBeNull();
  });
});
