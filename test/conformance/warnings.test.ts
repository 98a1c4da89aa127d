// What a person is told although everything verified, by which clock it is judged, and the bounds of what is read.
import { describe, expect, test } from 'vitest';
import { dayMs } from '../../content/core/publish/roles.ts';
import { parseMetadata, type RoleName } from '../../content/core/trust/metadata.ts';
import { floorsOf, noFloors, type TrustOptions, warningsOf } from '../../content/core/trust/state.ts';
import { begin, believe, makeEdition, makeRoot, now, nowVersion, withFields } from '../support/signed-repository.ts';

const daysOff = (days: number): Date => new Date(now.getTime() + days * dayMs);
const undated = makeRoot({ edit: ({ issued: _, ...signed }) => signed });
const old = { now: daysOff(-3_650) };

describe('the floors for the next update', () => {
  const floors = { timestamp: 1, snapshot: 2, targets: 3 };
  test('are those of before, while nothing is believed', () => expect(floorsOf(begin({ floors }))).toEqual(floors));
  test('are what is believed, once it is', () =>
    expect(floorsOf(believe(makeEdition(), begin({ floors })))).toEqual({
      timestamp: nowVersion,
      snapshot: nowVersion,
      targets: nowVersion,
    }));
  test('are none to begin with', () => expect(noFloors).toEqual({ timestamp: 0, snapshot: 0, targets: 0 }));
});

describe('a clock behind what was signed', () => {
  const told = (over: Partial<TrustOptions>, root = makeRoot()) => warningsOf(begin(over, root)).map(({ code, data }) => [code, data]);
  const clock = [['CLOCK', {}]];

  test('is told from a day on', () => {
    expect(told({ now: daysOff(-1) })).toEqual([]);
    expect(told({ now: new Date(daysOff(-1).getTime() - 1) })).toEqual(clock);
    expect(told({ now: daysOff(-2), mode: 'strict' })).toEqual([]);
  });

  test('is told by a root’s date, where it has one', () => {
    expect(told(old, undated)).toEqual([]);
    expect(told(old, makeRoot({ edit: withFields({ issued: 'soon' }) }))).toEqual([]);
    expect(told(old, makeRoot({ edit: withFields({ issued: 2026 }) }))).toEqual([]);
  });

  test('that cannot be told hides no expiry', () => {
    const root = makeRoot({ edit: withFields({ issued: 'soon', expires: '2026-11-01T00:00:00Z' }) });
    expect(warningsOf(begin({}, root)).map(({ code }) => code)).toEqual(['ROOT_STALE']);
  });

  test.each(['timestamp', 'snapshot', 'targets'])('is told by the floor of the %s', (role) => {
    expect(told({ ...old, floors: { ...noFloors, [role]: nowVersion } }, undated)).toEqual(clock);
  });

  test('is told by the timestamp that is believed', () => {
    const state = believe(makeEdition(), begin({ now }, undated));
    const warned = (days: number) => warningsOf({ ...state, options: { ...state.options, now: daysOff(days) } });
    expect([warned(-1), warned(-2)]).toEqual([[], [{ code: 'CLOCK', data: {} }]]);
  });

  test('hides no expiry in the product; in strict mode it is the clock that counts', () => {
    const edition = makeEdition({ expires: daysOff(-5) });
    const fresh = begin({ now }, undated);
    const state = { ...believe(edition, fresh), options: { ...fresh.options, now: daysOff(-10) } };
    expect(warningsOf(state).map(({ code }) => code)).toEqual(['CLOCK', 'STALE', 'REVIEW_OVERDUE']);
    expect(warningsOf({ ...state, options: { ...state.options, mode: 'strict' } })).toEqual([]);
  });
});

describe('what has expired', () => {
  const day = (days: number) => ({ expires: `${daysOff(days).toISOString().slice(0, 19)}Z` });
  const told = (timestamp: number, snapshot: number, targets: number, root = 1_000) => {
    const edition = makeEdition({
      editTimestamp: withFields(day(timestamp)),
      editSnapshot: withFields(day(snapshot)),
      editTargets: withFields(day(targets)),
    });
    return warningsOf(believe(edition, begin({}, makeRoot({ edit: withFields(day(root)) })))).map(
      ({ code, data }) => `${code} ${data?.expires}`,
    );
  };

  test('is told with its day', () => {
    expect(told(9, 9, 9)).toEqual([]);
    expect(told(9, 9, 9, -1)).toEqual(['ROOT_STALE 2026-11-21']);
    expect(told(9, 9, -2)).toEqual(['REVIEW_OVERDUE 2026-11-20']);
  });

  test('is told once for timestamp and snapshot, with the earlier day', () => {
    expect(told(-1, 9, 9)).toEqual(['STALE 2026-11-21']);
    expect(told(9, -2, 9)).toEqual(['STALE 2026-11-20']);
    expect([told(-1, -2, 9), told(-2, -1, 9)]).toEqual([['STALE 2026-11-20'], ['STALE 2026-11-20']]);
  });
});

describe('the size of a file', () => {
  const kilo = 1024;
  const limits: readonly (readonly [RoleName, product: number, strict: number])[] = [
    ['root', 128 * kilo, 512 * kilo],
    ['timestamp', 8 * kilo, 16 * kilo],
    ['snapshot', 64 * kilo, 2_048 * kilo],
    ['targets', 4_096 * kilo, 5_120 * kilo],
  ];
  test.each(limits)('of %s is bounded to the byte', (role, product, strict) => {
    const file = role === 'root' ? makeRoot() : makeEdition()[role];
    for (const [mode, limit] of [
      ['product', product],
      ['strict', strict],
    ] as const) {
      const long = (more: number) => Buffer.concat([file, Buffer.alloc(limit - file.length + more, ' ')]);
      expect(parseMetadata(role, long(0), mode).ok).toBe(true);
      const over = parseMetadata(role, long(1), mode);
      expect(!over.ok && over.error).toEqual({ code: 'TOO_LARGE', data: { file: `${role}.json`, why: 'bytes' } });
    }
  });
});
