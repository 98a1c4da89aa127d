import { expect, test } from 'vitest';
import { collectProblems } from '../../../content/core/guide/problem.ts';
import { checkReading } from '../../../content/core/style/reading.ts';
import { guideOf, withLines } from './styled.ts';

const said = (guide: ReturnType<typeof guideOf>): readonly string[] => {
  const { report, list } = collectProblems(guide.path);
  checkReading(guide, report);
  return list().map(({ severity, rule, message }) => `${severity} ${rule} ${message}`);
};
const long = `${Array.from({ length: 40 }, (_, at) => `word${at}`).join(' ')}.`;

test('a plain guide passes', () => {
  expect(said(withLines('More.'))).toEqual([]);
});

test.each([
  [`A ${long}`, /^hint sentence-long 41 words/],
  ['Please write.', /^hint word-avoid "Please": write say what to do/],
  ['It was changed recently.', /^hint word-undated "recently"/],
  ['On 2026-11-22 it began.', /^hint date-figures "2026-11-22"/],
  ['Ask the SIO.', /^hint abbreviation "SIO"/],
  ['| who |\n|---|\n| the DPO |', /^hint abbreviation "DPO"/],
  ['Call 07911 123456.', /^error personal-data "07911 123456"/],
])('%j is said', (lines, line) => {
  expect(said(withLines(lines))).toEqual([expect.stringMatching(line)]);
});

test('many long sentences, and a text for few', () => {
  const heavy = Array.from({ length: 200 }, () => `Organisational communications ${'considerably disproportionate '.repeat(11)}end.`).join(
    ' ',
  );
  const rules = said(guideOf(`${heavy}\n`)).map((line) => line.split(' ')[1]);
  expect(rules).toEqual(expect.arrayContaining(['sentences-long', 'reading-age']));
});

test('the name of a publisher is not said in another way', () => {
  expect(said(withLines('As ABC reported.', (source) => source.replace('publisher: X help', 'publisher: ABC News')))).toEqual([]);
});

test('title and summary are read too', () => {
  expect(said(withLines('x', (source) => source.replace('summary: One sentence.', 'summary: Please read.')))).toEqual([
    expect.stringMatching(/"Please"/),
  ]);
});
