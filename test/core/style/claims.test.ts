import { expect, test } from 'vitest';
import { collectProblems } from '../../../content/core/guide/problem.ts';
import { checkClaims, footnotesIn } from '../../../content/core/style/claims.ts';
import { guideOf, withLines } from './styled.ts';

const rules = (guide: ReturnType<typeof guideOf>): readonly string[] => {
  const { report, list } = collectProblems(guide.path);
  checkClaims(guide, report);
  return list().map(({ severity, rule }) => `${severity} ${rule}`);
};

test('a guide whose sources and footnotes agree passes', () => {
  expect(rules(withLines('More.'))).toEqual([]);
});

test.each([
  ['A claim.[^P9]', 'error source-missing'],
  ['> [!must]\n> Do it.', 'error callout-unsourced'],
  ['> [!should] Try it\n> Do it.', 'error callout-unsourced'],
  ['You must do it.', 'error must-outside'],
  ['- [ ] You mustn’t do it.', 'error must-outside'],
  ['> [!warning]\n> You must not.', 'error must-outside'],
])('%j is %s', (lines, said) => {
  expect(rules(withLines(lines))).toEqual([said]);
});

test.each([
  '> [!must] By law\n> You must do it.[^K13b]',
  '> [!must]\n> The Equality Act 2010 says that you must think of it.',
  '> [!should]\n> Do it.[^K13b]',
  '> [!could]\n> Do it.',
  '**Must**: a law binds you.',
  'The sign said "you must wait".',
])('%j is fine', (lines) => {
  expect(rules(withLines(lines))).toEqual([]);
});

test('a source that nothing points to, that has no mark, or that is general knowledge', () => {
  const mark = (to: string) => (source: string) => source.replace('mark: B', to);
  expect(rules(guideOf('Nothing.\n'))).toEqual(['error source-unused']);
  expect(rules(withLines('x', mark('mark: C')))).toEqual(['error source-general']);
  expect(rules(withLines('x', mark('mark: null')))).toEqual(['error source-unmarked']);
});

test('the line of a footnote is that of its first use', () => {
  const guide = guideOf('One.[^a]\n\nTwo.[^b][^a]\n\n[^a]: A.\n[^b]: B.\n');
  const { bodyLine } = guide.parsed;
  expect([...footnotesIn(guide)]).toEqual([
    ['a', bodyLine],
    ['b', bodyLine + 2],
  ]);
});
