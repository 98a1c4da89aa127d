import { expect, it } from 'vitest';
import { chooseEntries } from '../../../content/cli/inbox/choose.ts';
import type { Sha256 } from '../../../content/core/base/ids.ts';
import type { Entry } from '../../../content/core/suggestion/group.ts';
import { sampleSuggestion } from '../../support/suggestions.ts';

const entry = (start: string): Entry => ({
  digest: start.padEnd(64, '0') as Sha256,
  suggestion: sampleSuggestion(),
  standing: 'current',
  touches: [],
  duplicateOf: null,
  supporters: [],
});
const [one, two, three] = [entry('abcd1'), entry('abcd2'), entry('99aa')] as const;
const all = [one, two, three];

it('takes the beginning of a digest, in the order in which they are named, each once', () => {
  expect(chooseEntries(all, ['99AA', 'abcd1', one.digest])).toEqual([three, one]);
});

it('refuses what fits several, is too short, is no digest or is not there', () => {
  expect(() => chooseEntries(all, ['abcd'])).toThrow('2 suggestions begin with "abcd"');
  expect(() => chooseEntries(all, ['99a'])).toThrow('give 4 digits or more');
  expect(() => chooseEntries(all, ['a.md'])).toThrow('is not the beginning of a suggestion’s digest'.replace('’', "'"));
  expect(() => chooseEntries(all, ['ffff'])).toThrow('SUGGESTION_NOT_FOUND');
});
