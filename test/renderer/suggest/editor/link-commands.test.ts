import { expect, test } from 'vitest';
import { addressOf, linkAt, setLink } from '../../../../renderer/suggest/editor/link-commands.ts';
import { after, stateOf } from '../../../support/editor-state.ts';

test.each([
  ['gov.uk/x?a=1', 'https://gov.uk/x?a=1'],
  [' https://www.gov.uk ', 'https://www.gov.uk'],
  ['press@kent.police.uk', 'mailto:press@kent.police.uk'],
  ['guide:house-rules', 'guide:house-rules'],
  ['https://x.uk/a (b)', 'https://x.uk/a%20%28b%29'],
])('takes %s', (typed, address) => expect(addressOf(typed)).toEqual({ address }));

test.each([
  ['', 'empty'],
  ['javascript:alert(1)', 'refused'],
  ['file:///c:/x', 'refused'],
  ['\\\\server\\share', 'refused'],
])('refuses “%s”', (typed, refusal) => expect(addressOf(typed)).toEqual({ refusal }));

test('the link around the caret, the words that would become one, or nothing', () => {
  expect(linkAt(stateOf('see [the ru¦les](guide:x) now'))).toEqual({ from: 5, to: 14, start: 4, end: 24, address: 'guide:x' });
  expect(linkAt(stateOf('see ru¦les'))).toEqual({ from: 4, to: 9, start: 4, end: 9, address: '' });
  expect(linkAt(stateOf(' ¦ '))).toBeNull();
});

test('a link is set, changed and removed', () => {
  const set = (marked: string, address: string | null): string => {
    const here = linkAt(stateOf(marked));
    if (!here) throw new Error('no words');
    return after(marked, setLink(here, address));
  };
  expect(set('see ¦rules¦', 'guide:x')).toBe('see [rules](guide:x)¦');
  expect(set('see [ru¦les](guide:x)', 'guide:y')).toBe('see [rules](guide:y)¦');
  expect(set('see [ru¦les](guide:x)', null)).toBe('see rules¦');
});
