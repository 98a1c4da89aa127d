import { expect, test } from 'vitest';
import { cleanText, refusedIn } from '../../../../renderer/suggest/editor/clean-text.ts';

test.each([
  ['line ends of other systems', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['marks that turn the text', 'a\u202eb\u2066c', 'abc'],
  ['signs without a shape', 'a\u200bb\ufeffc', 'abc'],
  ['control characters, but not tabs', 'a\u0007b\tc', 'ab\tc'],
  ['composed letters', 'e\u0301', 'é'],
  ['quotation marks and dashes as they are', '“a” – ‘b’', '“a” – ‘b’'],
  ['joiners inside words of other scripts', '\u200d', '\u200d'],
])('%s', (_name, text, clean) => expect(cleanText(text)).toBe(clean));

test('says where something stands that may not be there', () => {
  expect(refusedIn('a\u202eb')).toEqual([{ from: 1, to: 2 }]);
  expect(refusedIn('plain')).toEqual([]);
});
