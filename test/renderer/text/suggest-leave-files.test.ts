import { expect, test } from 'vitest';
import { leaveFilesText, plainWords, size, wordLabels } from '../../../renderer/text/suggest-leave-files.ts';
import { checkWords } from '../../support/plain-words.ts';

test('the words in files keep the rules for words', () => {
  checkWords({ leaveFilesText, plainWords, wordLabels }, /\.(?:marks|edition|dates)/);
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_500, '1.5 kB'],
  [2_345_678, '2.3 MB'],
])('%i is said as %s', (bytes, said) => expect(size(bytes)).toBe(said));

test('days are those of London, whatever this PC’s clock thinks', () => {
  expect(leaveFilesText.dates('2026-06-30T23:30:00.000Z', '2026-06-30T23:40:00.000Z')).toBe('1 July 2026');
  expect(leaveFilesText.dates('2026-01-01T10:00:00.000Z', '2026-01-03T10:00:00.000Z')).toBe('1 January 2026, last changed 3 January 2026');
});
