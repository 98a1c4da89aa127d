import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyMemory, type ShareMemory, type SyncMemory } from '../../../content/core/sync/model.ts';
import { nextRound, pauseAfter, planRound } from '../../../content/core/sync/plan.ts';

const now = new Date('2026-11-22T09:00:00.000Z');
const iso = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString();
const share = (id: string, next: string | null, dead = false): ShareMemory => ({
  share: id,
  tried: iso(-10),
  reached: null,
  good: null,
  failures: 0,
  next,
  trouble: dead ? { error: { code: 'SHARE_UNREACHABLE', data: {} }, first: iso(-10), last: iso(-10), count: 1, since: iso(-10) } : null,
  directory: null,
  channels: [],
});
const memoryOf = (...shares: readonly ShareMemory[]): SyncMemory => ({ ...emptyMemory, shares });
const minutes = (pause: number) => Math.round(pause / 6_000) / 10;

describe('the pause', () => {
  test.each([
    [0, null, 60],
    [1, 'unreachable', 1],
    [2, 'unreachable', 5],
    [3, 'denied', 30],
    [4, 'unreachable', 120],
    [5, 'unreachable', 360],
    [99, 'unreachable', 360],
    [1, 'incomplete', 1],
    [2, 'doubt', 5],
    [3, 'refusal', 30],
    [4, 'older', 60],
    [99, 'local', 60],
  ] as const)('after %s failures (%s) is %s minutes', (failures, trouble, expected) =>
    expect(minutes(pauseAfter(failures, trouble, 0.5))).toBe(expected),
  );

  test('is spread by a fifth either way', () => {
    expect(minutes(pauseAfter(0, null, 0))).toBe(48);
    expect(minutes(pauseAfter(0, null, 0.999999))).toBe(72);
  });
});

describe('a round', () => {
  test('looks at what is due and at what is new, dead ones last', () => {
    const memory = memoryOf(share('a', iso(-1), true), share('b', iso(1)), share('c', iso(0)));
    expect(planRound({ shares: ['a', 'b', 'c', 'new'], memory, now, byHand: false })).toEqual(['c', 'new', 'a']);
  });

  test('by hand looks at all', () => {
    const memory = memoryOf(share('a', iso(300), true), share('b', iso(30)));
    expect(planRound({ shares: ['a', 'b'], memory, now, byHand: true })).toEqual(['b', 'a']);
  });

  test('does not wait for a time that only a wrong clock can have written', () =>
    expect(planRound({ shares: ['a'], memory: memoryOf(share('a', iso(10_000))), now, byHand: false })).toEqual(['a']));

  test('comes when the first share is due', () => {
    const memory = memoryOf(share('a', iso(30)), share('b', iso(20)), share('gone', iso(1)));
    expect(nextRound(['a', 'b'], memory, now)?.toISOString()).toBe(iso(20));
    expect(nextRound(['a', 'new'], memory, now)).toEqual(now);
    expect(nextRound([], memory, now)).toBeNull();
  });

  test('is never planned further away than the longest pause, and never for nothing', () =>
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -9_999, max: 9_999 })), { minLength: 1, maxLength: 5 }), (waits) => {
        const shares = waits.map((wait, index) => share(`s${index}`, wait === null ? null : iso(wait)));
        const ids = shares.map(({ share: id }) => id);
        const next = nextRound(ids, memoryOf(...shares), now) as Date;
        expect(next.getTime() - now.getTime()).toBeLessThanOrEqual(360 * 1.2 * 60_000);
        const due = planRound({ shares: ids, memory: memoryOf(...shares), now: next, byHand: false });
        expect(due.length).toBeGreaterThan(0);
      }),
    ));
});
