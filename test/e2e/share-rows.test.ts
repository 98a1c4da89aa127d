// Which test shows each row of what a reader does on a failure (trust.md 1.4) in the real app. A row without a test, or
// a test that was renamed or taken away, fails here.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Row -> file of this folder and words of it that a test's title or its line in a table has. */
const rows: Readonly<Record<number, readonly (readonly [file: string, title: string])[]>> = {
  1: [
    ['share-states', 'that is gone'],
    ['share-first-start', 'with no share at all and nothing that answers'],
  ],
  2: [['share-states', 'that may not be read']],
  3: [['share-local', 'row 3: a share that hangs is given up while pages go on opening']],
  4: [
    ['share-states', 'an empty timestamp'],
    ['share-states', 'a timestamp that is cut'],
  ],
  5: [['sync-window', 'a share that IT set is said, looked at by itself and by F5']],
  6: [['share-refused', 'an older copy']],
  7: [
    ['share-refused', 'a timestamp whose signature is wrong'],
    ['sync-window', 'is refused with a code, in every look, at 400 % and by keyboard'],
  ],
  8: [['share-states', 'row 8: a root that has not arrived yet is a copy under way']],
  9: [['share-refused', 'a root that the stewards did not sign']],
  10: [
    ['share-states', 'a list of files that is cut'],
    ['share-refused', 'row 10: a list with a wrong hash is a copy under way at first'],
  ],
  11: [['share-refused', 'an edition signed by one editor']],
  12: [['share-refused', 'an older list of files under a newer date']],
  13: [['share-refused', 'a snapshot that names no list of files']],
  14: [
    ['share-states', 'row 14: files that are missing are counted'],
    ['share-reading', 'a share that is taken away in the middle of a copy'],
  ],
  15: [['share-refused', 'row 15: a file longer than its signers said']],
  16: [
    ['share-states', 'an end that is past'],
    ['share-first-start', 'from a share whose editions are past their dates'],
  ],
  17: [['share-states', 'a review that is overdue']],
  18: [['share-states', 'row 18: a list of signers that ran out']],
  19: [['share-refused', 'an end that is no date']],
  20: [['share-refused', 'a version of the far future']],
  21: [['share-refused', 'a file name that leads out of its folder']],
  22: [['share-refused', 'a timestamp larger than any may be']],
  23: [['share-local', 'row 23: a store whose state was damaged']],
  24: [['faults', 'a guide whose file is damaged on the disk is not shown']],
  25: [['share-local', 'row 25: a disk that is full']],
  26: [['share-states', 'row 26: a clock that is behind what was signed']],
  27: [['share-states', 'row 27: an edition in a form of the future']],
  28: [['share-states', 'row 28: a channel that was withdrawn']],
};

test('every row of the design has a test in the real app', () => {
  expect(Object.keys(rows)).toEqual(Array.from({ length: 28 }, (_, at) => String(at + 1)));
});

test.each(Object.entries(rows).flatMap(([row, shown]) => shown.map(([file, title]) => [Number(row), file, title] as const)))(
  'row %i is shown by %s: %s',
  (row, file, title) => {
    const text = readFileSync(path.join(import.meta.dirname, `${file}.test.ts`), 'utf8');
    const line = text.split('\n').findIndex((each) => each.includes(`'${title}`));
    expect(line).toBeGreaterThan(0);
    // In a table the row's number stands beside the title.
    const near = text
      .split('\n')
      .slice(Math.max(0, line - 2), line + 1)
      .join(' ');
    if (file.startsWith('share-') && file !== 'share-first-start' && file !== 'share-reading')
      expect(near).toMatch(new RegExp(`\\b${row}\\b`));
  },
);
