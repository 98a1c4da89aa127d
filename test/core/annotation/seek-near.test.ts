import { describe, expect, test } from 'vitest';
import { seekNear } from '../../../content/core/annotation/seek-near.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';

const guides: Readonly<Record<string, string>> = {
  'house-rules': 'Publish your house rules. Hide a comment that breaks them, then tell the person why.',
  'x-setup': 'Choose the name of the account. Turn on two-step verification before anything else.',
  'bereaved-families': 'Never name a person before the family has been told. Turn comments off.',
};
const propose = (quote: string) => {
  const search = seekNear([quote]);
  for (const [guide, text] of Object.entries(guides)) search.look(guide as GuideId, text);
  return search.candidates()[0];
};

describe('guides in which it is worth looking for a quote', () => {
  test('share most of what its words tell', () => {
    expect(propose('Hide any comment which breaks the rules of the house')).toEqual(['house-rules']);
    expect(propose('verification in two steps: turn it on before you choose a name')?.[0]).toBe('x-setup');
  });

  test('are none where the words are others', () => {
    expect(propose('Rain is expected in the north of the country tomorrow')).toEqual([]);
    expect(propose('')).toEqual([]);
  });

  test('are three at most, the best first', () => {
    const search = seekNear(['alpha beta gamma delta']);
    const texts = ['alpha beta gamma', 'alpha beta gamma delta', 'alpha beta', 'beta gamma delta', 'gamma delta', 'nothing of it'];
    texts.forEach((text, at) => {
      search.look(`g${at}` as GuideId, text);
    });
    expect(search.candidates()[0]).toEqual(['g1', 'g0', 'g3']);
  });
});
