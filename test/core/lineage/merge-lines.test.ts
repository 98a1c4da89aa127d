import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeLines } from '../../../content/core/lineage/merge-lines.ts';

const lines = (text: string) => text.split('').join('\n');
const merge = (base: string, ours: string, theirs: string) =>
  mergeLines(lines(base), lines(ours), lines(theirs))?.replaceAll('\n', '') ?? null;

describe('three texts, by lines', () => {
  it.each<[string, string, string, string | null]>([
    ['abc', 'abc', 'abc', 'abc'],
    ['abc', 'xbc', 'abc', 'xbc'],
    ['abc', 'abc', 'abz', 'abz'],
    ['abc', 'xbc', 'abz', 'xbz'],
    ['abc', 'xbc', 'xbc', 'xbc'],
    ['abc', 'xbc', 'ybc', null],
    ['abc', 'ac', 'abcd', 'acd'],
    ['abc', 'abXc', 'abYc', null],
    ['abcde', 'Abcde', 'abcdE', 'AbcdE'],
  ])('%s with %s and %s gives %s', (base, ours, theirs, expected) => {
    expect(merge(base, ours, theirs)).toBe(expected);
  });

  it('takes the only side that changed, whatever the texts are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '')).map((list) => list.join('\n'));
    fc.assert(
      fc.property(text, text, (base, other) => {
        expect(mergeLines(base, other, base)).toBe(other);
        expect(mergeLines(base, base, other)).toBe(other);
        expect(mergeLines(base, other, other)).toBe(other);
      }),
    );
  });
});
