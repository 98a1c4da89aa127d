import { expect, test } from 'vitest';
import type { ChannelId } from '../../../content/core/base/ids.ts';
import { isDemoRoot, sealOf } from '../../../content/core/trust/seal.ts';
import { begin, believe, editors, makeEdition, makeRoot, now, nowVersion, withFields } from '../../support/signed-repository.ts';

const channel = 'facebook' as ChannelId;
const publicOf = (index: number) => editors[index]?.key.keyval.public ?? '';

test('the seal says who signed, by name where the directory has one', () => {
  const seal = sealOf(believe(makeEdition()), channel, new Map([[publicOf(0), 'A. Editor, Northumbria']]));
  expect(seal).toEqual({
    channel,
    version: nowVersion,
    signers: ['A. Editor, Northumbria', publicOf(1).slice(0, 8)],
    threshold: 2,
    keys: 5,
    checkedAt: now.toISOString(),
    expires: '2027-01-06T12:00:00.000Z',
    confirmedUntil: '2027-01-06T12:00:00.000Z',
    reviewBy: '2027-01-06T12:00:00.000Z',
    demo: true,
  });
});

test('there is no seal before everything verified', () => {
  expect(sealOf(begin(), channel, new Map())).toBeNull();
  for (const role of ['targets', 'timestamp']) expect(sealOf({ ...believe(makeEdition()), [role]: null }, channel, new Map())).toBeNull();
});

test('the seal ends with whatever ends first', () => {
  const early = withFields({ expires: '2026-12-01T00:00:00Z' });
  for (const edition of [makeEdition({ editTargets: early }), makeEdition({ editTimestamp: early })])
    expect(sealOf(believe(edition), channel, new Map())?.expires).toBe('2026-12-01T00:00:00.000Z');
});

test('the review ends with the targets, the confirmation with the timestamp', () => {
  const early = withFields({ expires: '2026-12-01T00:00:00Z' });
  const [soon, later] = ['2026-12-01T00:00:00.000Z', '2027-01-06T12:00:00.000Z'];
  const seal = (edition: ReturnType<typeof makeEdition>) => sealOf(believe(edition), channel, new Map());
  expect(seal(makeEdition({ editTargets: early }))).toMatchObject({ reviewBy: soon, confirmedUntil: later });
  expect(seal(makeEdition({ editTimestamp: early }))).toMatchObject({ reviewBy: later, confirmedUntil: soon });
});

test('only a signed mark makes a demonstration', () => {
  const root = makeRoot({ edit: ({ demo: _, ...signed }) => signed });
  expect([isDemoRoot(begin()), isDemoRoot(begin({}, root))]).toEqual([true, false]);
});
