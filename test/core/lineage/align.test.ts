import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignTexts } from '../../../content/core/lineage/align.ts';

const told = (old: string, next: string) =>
  alignTexts(old, next).map((stretch) => `${stretch.passage === 0 ? '' : '>'}${old.slice(...stretch.old)}`);

describe('two editions side by side', () => {
  test.each([
    ['one two three', 'one two three', ['one two three']],
    ['one two three', 'one three', ['one', 'three']],
    ['one  two', 'one two', ['one', 'two']],
    ['one two', 'three four', []],
    ['', 'one', []],
    ['one', '', []],
  ])('of %j in %j stays %j', (old, next, kept) => {
    expect(told(old, next)).toEqual(kept);
  });

  const sentence = 'Delete only what the law tells you to delete, and keep a copy.';
  const other = 'Publish your rules where everybody can find them before you moderate.';
  const long = `${other} Say who moderates, and when, and what happens to what people write at night.`;

  test('a passage that went elsewhere is found whole', () => {
    expect(told(`${sentence}\n${long}`, `${long}\n${sentence}`)).toEqual([`>${sentence}`, long]);
  });

  test('a line that went elsewhere and was changed is found in its parts', () => {
    const changed = sentence.replace('law tells', 'law now tells');
    expect(told(`${sentence}\n${long}`, `${long}\n${changed}`)).toEqual([
      '>Delete only what the law',
      '>tells you to delete, and keep a copy.',
      long,
    ]);
  });

  test('few words that stand elsewhere by chance are not taken for moved', () => {
    expect(told('see the guide\nfirst come the rules', 'first come the rules\nnow see the guide')).toEqual(['first come the rules']);
  });

  const word = fc.constantFrom('a', 'b', 'c', 'the', 'guide', 'rules', 'hide', 'delete');
  const text = fc.array(fc.tuple(word, fc.constantFrom(' ', '\n', '  ')), { maxLength: 60 }).map((list) => list.flat().join(''));

  test('every stretch is equal text, whole words, ascending in the old text and apart in the new one', () => {
    fc.assert(
      fc.property(text, text, (old, next) => {
        const stretches = alignTexts(old, next);
        const taken = new Set<number>();
        let last = 0;
        for (const stretch of stretches) {
          expect(old.slice(...stretch.old)).toBe(next.slice(...stretch.next));
          expect(stretch.old[0]).toBeGreaterThanOrEqual(last);
          last = stretch.old[1];
          for (let at = stretch.next[0]; at < stretch.next[1]; at++) {
            expect(taken.has(at)).toBe(false);
            taken.add(at);
          }
        }
      }),
    );
  });
});
