import { expect, test } from 'vitest';
import { cleanText } from '../../../content/core/copy/clean.ts';

test.each([
  ['a\u0000b\u001bc\u007f', 'a\ufffdb\ufffdc\ufffd'],
  ['a\u202eb\u2067c', 'a\ufffdb\ufffdc'],
  ['half \ud800 a sign', 'half \ufffd a sign'],
  ['tab\tand\nline 👩‍💻 é 日本', 'tab\tand\nline 👩‍💻 é 日本'],
])('%j', (text, clean) => {
  expect(cleanText(text)).toBe(clean);
});
