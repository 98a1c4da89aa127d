import { expect, test } from 'vitest';
import { readerText } from '../../../renderer/text/reader.ts';
import { checkWords } from '../../support/plain-words.ts';

test('the words follow the rules', () => checkWords(readerText, /missing(?:Guide|Place)|outside$/));

test('the seal says who signed, or how many did where no names are known', () => {
  expect(readerText.footerSigned(['A. Editor', 'B. Editor'], 2, 5)).toBe('Signed by A. Editor, B. Editor (2 of 5 keys needed)');
  expect(readerText.footerSigned([], 1, 1)).toBe('Signed with 1 of 1 key');
});

test('an overdue guide says since when', () => {
  expect(readerText.bannerOverdue('2026-06-03', '2026-11-22').sentence).toContain('3 June 2026 (6 months ago)');
});
