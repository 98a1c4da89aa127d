import { expect, test } from 'vitest';
import type { Problem } from '../../../content/core/guide/model.ts';
import { readAnswers, withoutAnswered } from '../../../content/core/style/answers.ts';

const hint: Problem = {
  severity: 'hint',
  rule: 'abbreviation',
  file: 'p/a.md',
  line: 3,
  field: null,
  message: '"RTC" is not said in full.',
};
const idOf = (file: string) => ({ 'p/a.md': 'a' })[file];

test('a list of answers is read', () => {
  const { answers, problems } = readAnswers('- guide: a\n  rule: abbreviation\n  words: RTC\n  why: An example.\n', 'p/s.yml');
  expect(problems).toEqual([]);
  expect(answers).toEqual([{ guide: 'a', rule: 'abbreviation', words: 'RTC', why: 'An example.' }]);
  expect(readAnswers('', 'p/s.yml')).toEqual({ answers: [], problems: [] });
});

test.each(['a: b', '- guide: a\n  rule: x\n', '- guide: a\n  rule: x\n  why: y\n  who: z\n', '- [\n', '- &a x\n- *a', '- null'])(
  '%j is a fault of the file, and nothing is thrown',
  (text) => {
    const { answers, problems } = readAnswers(text, 'p/s.yml');
    expect(answers).toEqual([]);
    expect(problems[0]).toMatchObject({ severity: 'error', rule: 'answers', file: 'p/s.yml' });
  },
);

test('what is answered is not said again, and an answer to nothing is', () => {
  const answer = { guide: 'a', rule: 'abbreviation', words: 'RTC', why: 'An example.' };
  expect(withoutAnswered([hint], [answer], idOf, 'p/s.yml')).toEqual([]);
  expect(withoutAnswered([], [answer], idOf, 'p/s.yml')).toEqual([
    expect.objectContaining({ severity: 'error', rule: 'answer-idle', message: expect.stringContaining('"RTC"') }),
  ]);
  expect(withoutAnswered([hint], [{ ...answer, words: '' }], idOf, 'p/s.yml')).toEqual([]);
  expect(withoutAnswered([hint], [{ ...answer, guide: 'b' }], idOf, 'p/s.yml')).toHaveLength(2);
});

test('an error cannot be answered', () => {
  const error: Problem = { ...hint, severity: 'error' };
  expect(withoutAnswered([error], [{ guide: 'a', rule: 'abbreviation', words: '', why: 'No.' }], idOf, 'p/s.yml')[0]).toEqual(error);
});
