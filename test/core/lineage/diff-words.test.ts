import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from '../../../content/core/lineage/diff-words.ts';

const shown = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');

describe('words that came and went', () => {
  it.each([
    ['a b c', 'a b c', 'a b c'],
    ['a b c', 'a x c', 'a [-b -]{+x +}c'],
    ['', 'new words', '{+new words+}'],
    ['old words', '', '[-old words-]'],
    ['check it twice', 'check it', 'check [-it twice-]{+it+}'],
  ])('%j -> %j', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  it('hold both texts, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '  ', '\n', 'ä')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after);
        const side = (other: string) => parts.map(({ kind, text: part }) => (kind === other ? '' : part)).join('');
        expect([side('added'), side('removed')]).toEqual([before, after]);
      }),
    );
  });
});
