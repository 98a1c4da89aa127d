import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eachWord, hashWords, longestWord, wordsOf } from '../../../content/core/search/words.ts';

const all = (text: string): string[] => {
  const found: string[] = [];
  eachWord(text, (word, start, end, joined) => found.push(`${word}${joined ? '+' : ''}=${text.slice(start, end)}`));
  return found;
};

test.each([
  ['Set up a Page', ['set=Set', 'up=up', 'a=a', 'page=Page']],
  ['two-step', ['two=two', 'step=step', 'twostep+=two-step']],
  ['e-mail', ['e=e', 'mail=mail', 'email+=e-mail']],
  ["force's", ["force=force's"]],
  ['Force’s', ['force=Force’s']],
  ["don't", ["dont=don't"]],
  ['O’Neill', ['oneill=O’Neill']],
  ['@handle #hashtag', ['handle=handle', 'hashtag=hashtag']],
  ['U.S. e.g. R&D', ['us=U.S', 'eg=e.g', 'rd=R&D']],
  ['gov.uk', ['gov=gov', 'uk=uk']],
  ['24/7', ['24=24', '7=7']],
  ['Café Ŵyn', ['cafe=Café', 'wyn=Ŵyn']],
  ['hid\u00adden', ['hidden=hid\u00adden']],
  ['end. Next', ['end=end', 'next=Next']],
  ['-- … -', []],
  ['📢 مرحبا ਪੁਲਿਸ', ['مرحبا=مرحبا', 'ਪੁਲਿਸ=ਪੁਲਿਸ']],
  ['trailing-', ['trailing=trailing']],
  ['a--b', ['a=a', 'b=b']],
  ['', []],
])('%j is cut into %j', (text, expected) => expect(all(text)).toEqual(expected));

test('a run without spaces is cut short and still found by its beginning', () => {
  expect(wordsOf('x'.repeat(500))).toEqual(['x'.repeat(longestWord)]);
});

describe('whatever is typed', () => {
  test('words are lower case, in order, and inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let last = 0;
        eachWord(text, (_word, start, end, joined) => {
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThan(end);
          if (!joined) {
            expect(start).toBeGreaterThanOrEqual(last);
            last = end;
          }
        });
      }),
    );
  });

  test('a word of letters is cut as itself wherever it stands', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,12}$/), fc.constantFrom(' ', ', ', ' – ', '/', '\n', ' 📢 '), (word, between) => {
        expect(wordsOf(`before${between}${word.toUpperCase()}${between}after`)).toEqual(['before', word, 'after']);
      }),
    );
  });
});

test('the hash tells the same words in another order apart', () => {
  expect(hashWords(['set', 'up'])).toBe(hashWords(['set', 'up']));
  expect(hashWords(['up', 'set'])).not.toBe(hashWords(['set', 'up']));
  expect(hashWords(['setup'])).not.toBe(hashWords(['set', 'up']));
});
