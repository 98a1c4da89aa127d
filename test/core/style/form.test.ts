import { expect, test } from 'vitest';
import { collectProblems } from '../../../content/core/guide/problem.ts';
import { checkForm } from '../../../content/core/style/form.ts';
import { cleanBody, guideOf, withLines } from './styled.ts';

const rules = (guide: ReturnType<typeof guideOf>): readonly string[] => {
  const { report, list } = collectProblems(guide.path);
  checkForm(guide, report);
  return list().map(({ severity, rule }) => `${severity} ${rule}`);
};

test('a guide of the common form passes', () => {
  expect(rules(guideOf(cleanBody))).toEqual([]);
});

test.each([
  [cleanBody.replace('As at 22 November 2026.', ''), ['error as-at']],
  [cleanBody.replace('## Checklist', '## To do'), ['error section-missing']],
  [cleanBody.replace('- [ ] Name the owner.\n', ''), ['error checklist-short']],
  [cleanBody.replace('(guide:x-use)', '(https://www.gov.uk)'), ['error dead-end']],
  [
    'As at 22 November 2026, this is short.\n',
    ['error length', 'error section-missing', 'error section-missing', 'error section-missing', 'error checklist-short'],
  ],
])('what is missing is said', (body, said) => {
  expect([...rules(guideOf(body))].sort()).toEqual([...said].sort());
});

test.each([
  ['![](a.svg)', ['error alt-missing']],
  ['![Diagram of the steps](a.svg)', ['hint alt-redundant']],
  [`![${'Long '.repeat(60)}](a.svg)`, ['hint alt-long']],
  ['![Three steps: ask, write, send](a.svg)', []],
])('a picture written %j is %j', (lines, said) => {
  expect(rules(withLines(lines))).toEqual(said);
});
