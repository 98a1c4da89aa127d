import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seekExact } from '../../../content/core/annotation/seek-exact.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';

const guides: Readonly<Record<string, string>> = {
  'house-rules': 'Publish your house rules. Hide a comment that breaks them,\nthen tell the person why. Thank everybody.',
  'x-setup': 'Choose the name of the account. Thank everybody. Turn on two-step verification before anything else.',
};
const find = (exact: string, prefix = '', suffix = '', texts = guides) => {
  const search = seekExact([{ exact, prefix, suffix }]);
  for (const [guide, text] of Object.entries(texts)) search.look(guide as GuideId, text);
  return search.found()[0];
};

describe('quotes of which nobody says where they stand', () => {
  test('are found in the guide that has the very words', () => {
    expect(find('Turn on two-step verification')).toBe('x-setup');
    expect(find('tell the person why. Thank')).toBe('house-rules');
  });

  test('are found although lines break elsewhere', () => {
    expect(find('breaks them, then\n\n tell the person')).toBe('house-rules');
  });

  test('of a word or two are found by what stands around them', () => {
    expect(find('hide a comment')).toBeNull();
    expect(find('Hide', 'Publish your house rules. ', ' a comment that')).toBe('house-rules');
    expect(find('Hide', 'quite other words here ', ' and here')).toBeNull();
  });

  test('that several guides have are found by their context, and without one left alone', () => {
    const shared = { a: 'Before it. Always ask before you publish pictures. Then go.', b: 'Always ask before you publish pictures. Stop.' };
    expect(find('Always ask before you publish pictures.', '', '', shared)).toBeNull();
    expect(find('Always ask before you publish pictures.', 'Before it. ', ' Then', shared)).toBe('a');
    expect(find('Always ask before you publish pictures.', '', ' Stop.', shared)).toBe('b');
  });

  test('that no guide has are found nowhere', () => {
    expect(find('words that nobody ever wrote in a guide')).toBeNull();
    expect(find('')).toBeNull();
    expect(find('words that are far longer than the guide', '', '', { a: 'short' })).toBeNull();
  });

  test('are each found where they were cut from', () => {
    const text = fc.stringMatching(/^[a-d ]{60,200}$/);
    fc.assert(
      fc.property(text, fc.nat(20), fc.integer({ min: 26, max: 39 }), (inside, from, length) => {
        const exact = inside.slice(from, from + length);
        const search = seekExact([{ exact, prefix: inside.slice(0, from), suffix: inside.slice(from + length) }]);
        search.look('other' as GuideId, 'e'.repeat(300));
        search.look('this' as GuideId, inside);
        const isLong = exact.replace(/\s+/g, ' ').trim().length >= 24;
        expect(search.found()[0] === 'this' || !isLong).toBe(true);
      }),
    );
  });
});
