import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AppError, ErrorCode } from '../../../content/core/base/error.ts';
import type { Sighting } from '../../../content/core/sync/model.ts';
import { isOld, isSure, observe, troubleOf } from '../../../content/core/sync/sightings.ts';

const start = Date.parse('2026-11-22T09:00:00.000Z');
const at = (minutes: number) => new Date(start + minutes * 60_000);
const error = (code: ErrorCode, data: AppError['data'] = {}): AppError => ({ code, data });
const seen = (looks: readonly (readonly [minutes: number, error: AppError | null])[]) =>
  looks.reduce<Sighting | null>((before, [minutes, found]) => observe(before, found, at(minutes)), null);

describe('a trouble', () => {
  test.each([
    ['SHARE_UNREACHABLE', {}, 'unreachable'],
    ['SHARE_DENIED', {}, 'denied'],
    ['INCOMPLETE', {}, 'incomplete'],
    ['TAMPERED', { why: 'hash' }, 'doubt'],
    ['TAMPERED', { why: 'long' }, 'doubt'],
    ['TAMPERED', { why: 'signatures' }, 'refusal'],
    ['MALFORMED', {}, 'refusal'],
    ['TOO_LARGE', {}, 'refusal'],
    ['ROLLED_BACK', {}, 'older'],
    ['APP_TOO_OLD', {}, 'app'],
    ['NO_SPACE', {}, 'local'],
    ['STORE_DENIED', {}, 'local'],
    ['CANCELLED', {}, 'stopped'],
  ] as const)('%s %j is %s', (code, data, trouble) => expect(troubleOf(error(code, data))).toBe(trouble));

  test('is counted while it stays the same, from when it was first seen', () => {
    const tampered = error('TAMPERED', { why: 'signatures' });
    expect(seen([0, 1, 6, 70].map((minutes) => [minutes, tampered]))).toMatchObject({
      count: 4,
      first: at(0).toISOString(),
      last: at(70).toISOString(),
    });
  });

  test('that was over begins anew', () => {
    const tampered = error('TAMPERED', { why: 'signatures' });
    expect(seen([[0, tampered], [10, null]])).toBeNull(); // biome-ignore format: one line each
    expect(seen([[0, tampered], [10, null], [90, tampered]])).toMatchObject({ count: 1, since: at(90).toISOString() }); // biome-ignore format: one line each
  });

  test('of another file is another doubt, but nothing was well since the first', () => {
    const a = error('TAMPERED', { why: 'hash', file: 'a' });
    const b = error('TAMPERED', { why: 'hash', file: 'b' });
    const sighting = seen([[0, a], [40, a], [80, b]]); // biome-ignore format: one line each
    expect(sighting).toMatchObject({ count: 1, first: at(80).toISOString(), since: at(0).toISOString() });
  });

  test('starts its count anew when the clock was put back', () => {
    const rolled = error('ROLLED_BACK');
    expect(seen([[600, rolled], [700, rolled], [5, rolled]])).toMatchObject({ count: 1, since: at(5).toISOString() }); // biome-ignore format: one line each
  });
});

describe('being sure', () => {
  test.each([
    [[0], false],
    [[0, 30], false],
    [[0, 30, 60], false],
    [[0, 61], false],
    [[0, 30, 61], true],
    [[0, 1, 2, 3, 59], false],
  ])('after looks at minutes %j: %s', (minutes, sure) => {
    const sighting = seen(minutes.map((minute) => [minute, error('TAMPERED')]));
    expect(sighting !== null && isSure(sighting)).toBe(sure);
  });

  test('a copy is old when it was never whole for a day, a roll-back when itself was seen for a day', () => {
    const half = seen([[0, error('ROLLED_BACK')], [60, error('INCOMPLETE')]]); // biome-ignore format: one line each
    const older = seen([[0, error('INCOMPLETE')], [60, error('ROLLED_BACK')]]); // biome-ignore format: one line each
    expect([half, older].map((sighting) => sighting && isOld(sighting, at(24 * 60)))).toEqual([true, false]);
    expect(older && isOld(older, at(25 * 60))).toBe(true);
  });

  test('needs three sightings over more than an hour, however they come', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 8 }), (minutes) => {
        const looks = [...minutes].sort((a, b) => a - b);
        const sighting = seen(looks.map((minute) => [minute, error('TAMPERED')]));
        const span = (looks.at(-1) ?? 0) - (looks[0] ?? 0);
        expect(sighting !== null && isSure(sighting)).toBe(looks.length >= 3 && span > 60);
      }),
    ));
});
