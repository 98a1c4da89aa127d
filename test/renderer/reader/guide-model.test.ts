import { describe, expect, test } from 'vitest';
import { bannersFor, dateFacts, fileName, isDueSoon, isOverdue, listMark } from '../../../renderer/reader/guide-model.ts';
import { sampleGuide, sampleSeal } from '../../support/library-samples.ts';

const now = '2026-11-22T09:00:00Z';
const kinds = (own: Parameters<typeof sampleGuide>[1], retired: string | null = null, expires = '2027-01-01T00:00:00Z') =>
  bannersFor({ summary: sampleGuide('a', own), seal: sampleSeal({ expires }), retired, now, zone: 'UTC' }).map((banner) => banner.kind);

describe('what a reader must not miss', () => {
  test.each([
    ['an approved, current guide has nothing', {}, []],
    ['a draft', { status: 'draft' }, ['draft']],
    ['a consultation', { status: 'consultation' }, ['consultation']],
    ['an overdue draft, the graver first', { status: 'draft', reviewBy: '2026-06-03' }, ['overdue', 'draft']],
    ['unverified facts', { confidence: 'unverified' }, ['unverified']],
    [
      'a withdrawn guide, and nothing that softens it',
      { status: 'withdrawn', reviewBy: '2026-06-03', confidence: 'unverified' },
      ['withdrawn'],
    ],
    ['a guide due today is not overdue yet', { reviewBy: '2026-11-22' }, []],
    ['a guide without a date', { reviewBy: null }, []],
  ] as const)('%s', (_name, own, expected) => {
    expect(kinds(own)).toEqual(expected);
  });

  test('a channel that was withdrawn stands over everything', () => {
    expect(kinds({ status: 'draft' }, '2026-10-01')).toEqual(['retired']);
  });

  test('an edition whose confirmation ran out says so, last', () => {
    expect(kinds({ status: 'draft' }, null, '2026-11-21T00:00:00Z')).toEqual(['draft', 'unconfirmed']);
  });

  test('an edition whose review is due says that, and not that its confirmation ran out', () => {
    const banners = (seal: Partial<Parameters<typeof sampleSeal>[0]>) =>
      bannersFor({ summary: sampleGuide('a', {}), seal: sampleSeal({ expires: '2026-11-20T00:00:00Z', ...seal }), retired: null, now }).map(
        ({ kind }) => kind,
      );
    const [past, later] = ['2026-11-20T00:00:00Z', '2027-01-01T00:00:00Z'];
    expect(banners({ reviewBy: past, confirmedUntil: later })).toEqual(['unreviewed']);
    expect(banners({ reviewBy: later, confirmedUntil: past })).toEqual(['unconfirmed']);
    expect(banners({ reviewBy: past, confirmedUntil: past })).toEqual(['unreviewed', 'unconfirmed']);
  });

  test('each has a word and a sentence', () => {
    for (const { word, sentence } of bannersFor({
      summary: sampleGuide('a', { status: 'consultation', reviewBy: '2026-01-01', confidence: 'unverified' }),
      seal: sampleSeal({ expires: '2026-01-01T00:00:00Z' }),
      retired: null,
      now,
    })) {
      expect(word).toMatch(/^[A-Z]/);
      expect(sentence).toMatch(/\.$/);
    }
  });
});

test.each([
  ['2026-11-21', true, false],
  ['2026-11-22', false, true],
  ['2027-01-21', false, true],
  ['2027-01-22', false, false],
  [null, false, false],
])('reviewed by %s: overdue %s, due soon %s', (day, overdue, soon) => {
  expect([isOverdue(day, '2026-11-22'), isDueSoon(day, '2026-11-22')]).toEqual([overdue, soon]);
});

test('in a list a guide carries the one mark that matters most', () => {
  const mark = (own: Parameters<typeof sampleGuide>[1]) => listMark(sampleGuide('a', own), '2026-11-22');
  expect([
    mark({}),
    mark({ status: 'withdrawn', reviewBy: '2026-01-01' }),
    mark({ status: 'draft', reviewBy: '2026-01-01' }),
    mark({ status: 'draft', confidence: 'unverified' }),
    mark({ confidence: 'unverified' }),
  ]).toEqual([null, 'withdrawn', 'overdue', 'draft', 'unverified']);
});

test.each([
  ['House rules, moderation and abuse', '0.1', 'House rules, moderation and abuse v0.1.pdf'],
  ['May I hide it? "Yes/no": <how>', '2', 'May I hide it Yes no how v2.pdf'],
  ['\u0000', '1', 'Guide v1.pdf'],
])('%s is saved as a file that Windows takes', (title, version, name) => {
  expect(fileName(title, version)).toBe(name);
});

test('a file name keeps within the contract’s bound', () => {
  expect(fileName('x'.repeat(400), '1'.repeat(40)).length).toBeLessThanOrEqual(120);
});

test('days are said with how far away they are, also when there are none', () => {
  expect(dateFacts(sampleGuide('a', { approved: null, updated: null, reviewBy: '2027-05-22' }), now, 'UTC')).toEqual([
    ['Last reviewed', 'Not yet'],
    ['Next review due', '22 May 2027 (in 6 months)'],
  ]);
  expect(dateFacts(sampleGuide('a', { reviewBy: null }), now, 'UTC').at(-1)).toEqual(['Next review due', 'No date set']);
});
