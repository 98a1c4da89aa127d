import { expect, test } from 'vitest';
import { unexplained } from '../../../content/core/style/abbreviations.ts';

const names = (...texts: readonly string[]) => unexplained(texts).map(({ abbreviation, text }) => `${abbreviation} ${text}`);

test.each([
  ['Ask the senior investigating officer (SIO).'],
  ['British Sign Language (known as BSL) is a language.'],
  ['DPO (data protection officer)'],
  ['BSL means British Sign Language.'],
  ['Everybody in the UK has a PDF.'],
  ['X and I and A.'],
  ['Use #MissingPerson, www.ABC.org and force@ABC.uk.'],
])('%j asks for nothing', (text) => {
  expect(names(text)).toEqual([]);
});

test('each is named once, where it is first read', () => {
  expect(names('Ask.', 'Ask the SIO and the DPO.', 'The SIOs (senior investigating officers) and FOI.')).toEqual([
    'SIO 1',
    'DPO 1',
    'FOI 2',
  ]);
});

test('what is explained first needs no more', () => {
  expect(names('Freedom of information (FOI) has a clock.', 'An FOI request waits.', 'FOIs')).toEqual([]);
});
