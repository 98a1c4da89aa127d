import { expect, test } from 'vitest';
import { phrasePlaces } from '../../../content/core/search/phrase.ts';
import { guide, indexOf } from './small-library.ts';

const index = indexOf(
  guide('a', '# Terms of service\nTo be or not to be.\nTurn on two-step verification.\nends here'),
  guide('b', '# Other\nbegins where\nThe terms of the service of terms of service'),
);
const found = (text: string) =>
  [...phrasePlaces(index, text.split(' '))].map((place) => index.parts.guides[index.guideOf[index.blockAt(place)] ?? 0]);

test.each([
  ['terms of service', ['a', 'b']],
  ['to be or not to be', ['a']],
  ['two step verification', ['a']],
  ['service of terms', ['b']],
  ['of terms of', ['b']],
  ['verification two step', []],
  ['unknown words', []],
  ['ends', ['a']],
])('"%s" stands in %j', (text, expected) => expect(found(text)).toEqual(expected));

test('a phrase does not run from one block into the next', () => expect(found('begins where the')).toEqual([]));
test('no words stand nowhere', () => expect(phrasePlaces(index, [])).toHaveLength(0));
