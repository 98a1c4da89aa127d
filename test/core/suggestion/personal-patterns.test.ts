import { expect, test } from 'vitest';
import { type PersonalKind, rules } from '../../../content/core/suggestion/personal-patterns.ts';

const samples: Readonly<Record<PersonalKind, string>> = {
  phone: '07911 123456',
  email: 'jsmith@kent.police.uk',
  'collar-number': 'PC 1234',
  'crime-reference': '46/123456/26',
  'national-insurance': 'AB 12 34 56 C',
  vehicle: 'LB07 XYZ',
  address: '12 Acacia Avenue, Maidstone ME15 9BZ',
  'birth-date': 'born on 3 March 1984',
  name: 'Sgt Patel',
};

test('every kind has a rule that finds it, and says where', () => {
  for (const [kind, text] of Object.entries(samples)) {
    const match = rules.filter((rule) => rule.kind === kind).flatMap(({ pattern }) => [...text.matchAll(pattern)])[0];
    expect([kind, match?.indices?.[0]?.length]).toEqual([kind, 2]);
  }
});

test('no rule repeats without an end: a text cannot keep one busy', () => {
  for (const { pattern } of rules) {
    // Classes and escaped signs aside, `*`, `+` and `{n,}` are what has no end.
    const bare = pattern.source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, 'x');
    expect([pattern.source, /[*+]|\{\d+,\}/.test(bare)]).toEqual([pattern.source, false]);
  }
});
