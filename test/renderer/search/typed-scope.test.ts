import { expect, test } from 'vitest';
import { parseQuery } from '../../../content/core/search/query.ts';
import { withoutScope, withoutScopes } from '../../../renderer/search/typed-scope.ts';
import { channelId } from '../../support/library-samples.ts';

const known = ['facebook', 'x', 'law'].map(channelId);

test.each([
  ['facebook: fake account', 'facebook', 'fake account'],
  ['Facebook:fake', 'facebook', 'fake'],
  ['facebook, x: fake', 'facebook', 'x: fake'],
  ['x , facebook : fake', 'facebook', 'x: fake'],
  ['fake account', 'facebook', 'fake account'],
  ['https://x.example', 'x', 'https://x.example'],
])('"%s" without %s is "%s"', (text, channel, rest) => {
  expect(withoutScope(text, channel)).toBe(rest);
});

test('what is taken off here is what the search took for a scope', () => {
  for (const text of ['facebook: a', 'facebook, x: a b', ' law :words', 'facebook:']) {
    const { channels } = parseQuery(text, known);
    expect(channels.length).toBeGreaterThan(0);
    const rest = channels.reduce((left, channel) => withoutScope(left, channel), text);
    expect(parseQuery(rest, known).channels).toEqual([]);
  }
});

test('what is looked for stands without its scope', () => {
  expect([withoutScopes('facebook, x: fake account '), withoutScopes('fake'), withoutScopes('x:')]).toEqual(['fake account', 'fake', '']);
});
