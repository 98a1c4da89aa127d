import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffParts } from '../../../../renderer/suggest/editor/diff-parts.ts';

const told = (old: string, next: string): string =>
  diffParts(old, next)
    .map(({ kind, text, said }) => `${kind === 'gone' ? '-' : kind === 'come' ? '+' : ''}${text}${said === '' ? '' : ` (${said})`}`)
    .join('|');

test.each([
  ['The slow fox', 'The quick fox', 'The |-slow|+quick| fox'],
  ['on time', 'on **time**', 'on |time (now bold)'],
  ['a **b** c', 'a **x** c', 'a |-b|+x| c'],
  ['', 'new', '+new'],
  ['old', '', '-old'],
  ['same', 'same', 'same'],
])('“%s” and “%s”', (old, next, parts) => expect(told(old, next)).toBe(parts));

test('what stayed and what came is the newer text as it is read', () => {
  const text = fc
    .array(fc.constantFrom('one ', 'two ', '**three** ', '[a](guide:b) ', '\n\n', '- x\n'), { maxLength: 12 })
    .map((parts) => parts.join(''));
  const read = (source: string): string =>
    diffParts(source, source)
      .map((part) => part.text)
      .join('');
  fc.assert(
    fc.property(text, text, (old, next) => {
      const squeezed = (words: string) => words.replace(/\s+/g, ' ').trim();
      const kept = diffParts(old, next).filter(({ kind }) => kind !== 'gone');
      expect(squeezed(kept.map((part) => part.text).join(''))).toBe(squeezed(read(next)));
    }),
  );
});
