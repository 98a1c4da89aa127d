import { expect, test } from 'vitest';
import { SynonymTable } from '../../../content/core/search/synonyms.ts';

const table = new SynonymTable([['2fa', 'two-step verification', 'mfa'], ['DM', 'direct message'], ['alone'], ['', '!!']]);
const met = (text: string) =>
  table
    .meetings(text.split(' '))
    .map((meeting) => `${meeting.from}-${meeting.to}: ${meeting.alternatives.map((words) => words.join(' ')).join(', ')}`);

test.each([
  ['2fa', ['0-1: two step verification, mfa']],
  ['turn on two step verification', ['2-5: 2fa, mfa']],
  ['two step', []],
  ['dms', ['0-1: direct message']],
  ['direct messages', ['0-2: dm']],
  ['alone', ['0-1: ']],
  ['other', []],
])('%j meets %j', (text, expected) => expect(met(text)).toEqual(expected));

test('without groups nothing is met', () => expect(new SynonymTable([]).meetings(['a'])).toEqual([]));
