import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NoteRecord } from '../../../content/core/annotation/model.ts';
import { noteFormat, readNoteFile, writeNoteFile } from '../../../content/core/annotation/note-file.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { sampleNote } from '../../support/notes.ts';

const guide = 'house-rules' as GuideId;
const notes: readonly NoteRecord[] = [
  sampleNote({ text: 'one\nwith a “second” line' }),
  sampleNote({ tags: ['rota'] }),
  sampleNote({ text: '{"id": "}]' }),
  { id: sampleNote().id, deleted: '2026-11-22T12:00:00.000Z', clock: { a: 2 } },
];
const whole = writeNoteFile(guide, notes);

describe('a file of notes', () => {
  test('comes back as it was written', () => {
    expect(readNoteFile(whole)).toEqual({ records: notes, refused: [], isNewer: false, isDamaged: false });
    expect(readNoteFile(writeNoteFile(guide, []))).toMatchObject({ records: [], refused: [], isDamaged: false });
  });

  test('is one JSON document of the standard’s type', () => {
    expect(JSON.parse(whole)).toMatchObject({ type: 'AnnotationPage', items: { length: 3 } });
  });

  test('cut anywhere, every record that is whole is still there', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        const cut = whole.slice(0, length);
        const ends = cut.split('\n').filter((line) => line.startsWith('{"id"') && isWhole(line)).length;
        expect(readNoteFile(cut).records).toHaveLength(ends);
      }),
    );
  });

  test('with one line spoilt, the others are read and the line is kept beside them', () => {
    const spoilt = whole.replace('"motivation":"commenting"', '"motivation":"commenting');
    const read = readNoteFile(spoilt);
    expect(read.isDamaged).toBe(true);
    expect(read.records).toHaveLength(3);
    expect(read.refused).toHaveLength(1);
  });

  test('an item that is no note is refused by itself', () => {
    const read = readNoteFile(whole.replace('"type":"Annotation"', '"type":"Other"'));
    expect(read.records).toHaveLength(3);
    expect(read.refused).toHaveLength(1);
    expect(read.isDamaged).toBe(false);
  });

  test('of a newer format is read as far as it goes, and said to be newer', () => {
    const read = readNoteFile(whole.replace(`"guides:format":${noteFormat}`, `"guides:format":${noteFormat + 1}`));
    expect(read).toMatchObject({ isNewer: true, records: { length: 4 } });
  });

  test.each([
    ['', 0],
    ['null', 0],
    ['[]', 0],
    ['{}', 1],
    ['{"items": 3}', 1],
    ['\u0000\u0000', 0],
  ])('of %j ends in no record', (text, refused) => {
    const read = readNoteFile(text);
    expect(read.records).toEqual([]);
    expect(read.refused).toHaveLength(refused);
    expect(read.isDamaged).toBe(true);
  });
});

function isWhole(line: string): boolean {
  try {
    JSON.parse(line.replace(/,$/, ''));
    return true;
  } catch {
    return false;
  }
}
