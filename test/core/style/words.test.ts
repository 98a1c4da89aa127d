import { expect, test } from 'vitest';
import { figureDates, undatedWords, type WordRule, wordsToAvoid } from '../../../content/core/style/words.ts';

const found = (rules: readonly WordRule[], text: string): readonly string[] =>
  rules.flatMap(({ pattern }) => [...text.matchAll(pattern)].map(([one]) => one));

test.each([
  ['Please call', ['Please']],
  ['Utilise it, and utilizing helps', ['Utilise', 'utilizing']],
  ['They ensured it via mail', ['ensured', 'via']],
  ['Prior to that, in order to win', ['in order to', 'Prior to']],
  ['It is easy and/or simply done!', ['simply', 'easy', 'and/or']].map((one) => one) as [string, string[]],
  ['Purchase of a robust tool', ['robust', 'Purchase']],
  ['Post it, e.g. here, etc.', ['e.g.', 'etc.']],
])('in %j these are avoided: %j', (text, words) => {
  expect([...found(wordsToAvoid, text)].sort()).toEqual([...(words as string[])].concat(text.includes('!') ? ['!'] : []).sort());
});

test.each(['A pleasant way to use it', 'Justice and adjusting', 'The deviant', 'Easter', 'A != b', 'Commons'])(
  '%j is let alone',
  (text) => {
    expect(found(wordsToAvoid, text)).toEqual([]);
  },
);

test('words that are true for a day', () => {
  expect(found(undatedWords, 'Recently, the latest rule of last year comes soon.')).toEqual(['Recently', 'latest', 'last year', 'soon']);
  expect(found(undatedWords, 'The last update of 22 November 2026 is presented.')).toEqual([]);
});

test('dates in figures', () => {
  const dates = (text: string) => figureDates.flatMap((pattern) => [...text.matchAll(pattern)].map(([one]) => one));
  expect(dates('On 2026-11-22, 22/11/2026 and 1.2.26.')).toEqual(['2026-11-22', '22/11/2026', '1.2.26']);
  expect(dates('Section 2.3 of 24/7, size 16:9, on 22 November 2026.')).toEqual([]);
});
