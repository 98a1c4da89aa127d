import { expect, test } from 'vitest';
import { medianWords, readingAge, sentencesOf, splitSentences, syllablesOf, wordsOf } from '../../../content/core/style/sentences.ts';
import { guideOf } from './styled.ts';

test.each([
  ['Stop. Call the desk! Who?', ['Stop.', 'Call the desk!', 'Who?']],
  ['Set it, e.g. On Monday. Then go.', ['Set it, e.g. On Monday.', 'Then go.']],
  ['See s. 4 and No. 2 first.', ['See s. 4 and No. 2 first.']],
  ['Version 0.1 is at www.gov.uk today.', ['Version 0.1 is at www.gov.uk today.']],
  ['He said "Stop." Then he left.', ['He said "Stop."', 'Then he left.']],
  ['Say: Stop now. go on', ['Say:', 'Stop now. go on']],
  ['…', []],
])('%j is read as %j', (text, sentences) => {
  expect(splitSentences(text)).toEqual(sentences);
});

test('headings, tables, code and footnotes are not read as sentences', () => {
  const { parsed } = guideOf(
    '## A head\n\nOne two.[^K13b]\n\n- three\n- [ ] four five\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n\n[^K13b]: Note.\n',
  );
  expect(sentencesOf(parsed.blocks).map(({ text, words }) => [text, words])).toEqual([
    ['One two.', 2],
    ['three', 1],
    ['four five', 2],
  ]);
});

test('a word holds its apostrophe, its hyphen and its point', () => {
  expect(wordsOf("The force's sign-in, gov.uk: 24/7.")).toEqual(['The', "force's", 'sign-in', 'gov.uk', '24', '7']);
});

test('the median is the lower of the two in the middle', () => {
  const of = (...words: readonly number[]) => medianWords(words.map((count) => ({ text: '', words: count, line: 1 })));
  expect([of(), of(7), of(9, 3), of(5, 1, 30)]).toEqual([0, 7, 3, 5]);
});

test('longer words and longer sentences are for older readers', () => {
  const age = (text: string) => readingAge(splitSentences(text).map((one) => ({ text: one, words: wordsOf(one).length, line: 1 })));
  const plain = age('Call the desk. Say what you see. Stay where you are.');
  const hard = age(
    'Operational communications professionals proactively disseminate contextualised situational information notwithstanding organisational considerations.',
  );
  expect(plain).toBeLessThan(8);
  expect(hard).toBeGreaterThan(20);
  expect(readingAge([])).toBe(0);
});

test.each([
  ['cat', 1],
  ['police', 2],
  ['moderate', 3],
  ['asked', 1],
  ['information', 4],
  ['24', 1],
])('%s has %i syllables', (word, count) => {
  expect(syllablesOf(word)).toBe(count);
});
