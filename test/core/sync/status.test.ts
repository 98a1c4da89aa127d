import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AppError, ErrorCode } from '../../../content/core/base/error.ts';
import type { ChannelId } from '../../../content/core/base/ids.ts';
import { learn } from '../../../content/core/sync/learn.ts';
import { emptyMemory, type HeldChannel, type ShareReport, type SyncMemory } from '../../../content/core/sync/model.ts';
import { statusOf } from '../../../content/core/sync/status.ts';

const facebook = 'facebook' as ChannelId;
const x = 'x' as ChannelId;
const start = Date.parse('2026-11-22T09:00:00.000Z');
const at = (minutes: number) => new Date(start + minutes * 60_000);
const error = (code: ErrorCode, data: AppError['data'] = {}): AppError => ({ code, data });
const held = (version = 10, over: Partial<HeldChannel> = {}): readonly HeldChannel[] =>
  [facebook, x].map((channel) => ({ channel, version, expires: '2027-01-06T00:00:00.000Z', retired: null, ...over }));

type Outcome = 'ok' | AppError;
/** One attempt: the whole share, or each channel, as it came out. */
const report = (
  outcome: Outcome | { readonly facebook: Outcome; readonly x: Outcome },
  version = 10,
  warnings: readonly AppError[] = [],
): ShareReport => {
  const one = (channel: ChannelId, came: Outcome): ShareReport['channels'][number] =>
    came === 'ok'
      ? { channel, outcome: 'current', version, error: null, warnings }
      : { channel, outcome: 'failed', version, error: came, warnings: [] };
  const base = { error: null, directory: { error: null, warnings: [] } };
  if (outcome === 'ok') return { ...base, channels: [one(facebook, 'ok'), one(x, 'ok')] };
  if ('code' in outcome) return { ...base, error: outcome, channels: [] };
  return { ...base, channels: [one(facebook, outcome.facebook), one(x, outcome.x)] };
};
type Look = readonly [minutes: number, share: string, report: ShareReport];
const seeing = (...looks: readonly Look[]): SyncMemory =>
  looks.reduce((memory, [minutes, share, found]) => learn(memory, share, found, at(minutes), 0.5), emptyMemory);
const say = (memory: SyncMemory, minutes: number, shares: readonly string[] = ['a'], editions = held()) =>
  statusOf({ memory, held: editions, shares, started: at(0), now: at(minutes) });
const overall = (...args: Parameters<typeof say>) => {
  const { kind, since, error: why } = say(...args).overall;
  return `${kind} ${(Date.parse(since) - start) / 60_000}${why ? ` ${why.code}` : ''}`;
};
const day = 24 * 60;

describe('the status', () => {
  test('of no share is none, of one never looked at out of date', () => {
    expect(overall(emptyMemory, 5, [])).toBe('none 0');
    expect(overall(emptyMemory, 5)).toBe('out-of-date 0');
  });

  test('is current since it was last confirmed, and out of date a day later', () => {
    const memory = seeing([0, 'a', report('ok')], [60, 'a', report('ok')]);
    expect(overall(memory, 61)).toBe('current 60');
    expect(overall(memory, 60 + day + 1)).toBe('out-of-date 60');
  });

  test.each([
    ['SHARE_UNREACHABLE', 'unreachable 30 SHARE_UNREACHABLE'],
    ['SHARE_DENIED', 'denied 30 SHARE_DENIED'],
    ['APP_TOO_OLD', 'app-too-old 30 APP_TOO_OLD'],
    ['NO_SPACE', 'no-space 30 NO_SPACE'],
    ['STORE_DENIED', 'out-of-date 30 STORE_DENIED'],
  ] as const)('%s is said at once, since it is so', (code, said) => {
    const memory = seeing([0, 'a', report('ok')], [30, 'a', report(error(code))], [31, 'a', report(error(code))]);
    expect(overall(memory, 32)).toBe(said);
  });

  test('of a half copy is said with its figures at once, without them after a day', () => {
    const counted = error('INCOMPLETE', { have: 212, of: 214 });
    const some = seeing([0, 'a', report('ok')], [30, 'a', report({ facebook: counted, x: 'ok' })]);
    expect(say(some, 31).overall).toMatchObject({ kind: 'incomplete', done: 212, of: 214 });
    const both = seeing([30, 'a', report({ facebook: counted, x: error('INCOMPLETE', { have: 1, of: 9 }) })]);
    expect(say(both, 31).overall).toMatchObject({ kind: 'incomplete', done: 213, of: 223 });
    const cut = error('INCOMPLETE', { file: 'timestamp.json' });
    const none = seeing([0, 'a', report('ok')], [30, 'a', report({ facebook: cut, x: 'ok' })]);
    expect(overall(none, 31)).toBe('current 0');
    expect(overall(none, 30 + day)).toBe('incomplete 30 INCOMPLETE');
  });

  test('of a store that cannot be written says why, also before anything was good', () =>
    expect(overall(seeing([5, 'a', report(error('UNEXPECTED'))]), 6)).toBe('out-of-date 0 UNEXPECTED'));

  test('of a share that was never well is not current, even while its trouble is not sure', () => {
    const seen = say(seeing([5, 'a', report(error('TAMPERED'))]), 6);
    expect([seen.overall.kind, seen.shares[0]?.status.kind]).toEqual(['out-of-date', 'out-of-date']);
  });

  test('names the newest edition that is offered and not held', () => {
    const found = report({ facebook: error('INCOMPLETE', { have: 1, of: 2 }), x: error('INCOMPLETE') });
    const part = { ...found, channels: found.channels.map((row) => ({ ...row, offered: row.channel === x ? 10 : 12 })) };
    expect(say(seeing([0, 'a', part]), 1).channels.map(({ offered }) => offered)).toEqual([12, null]);
  });

  test('of a wrong signature is refused after three sightings over an hour', () => {
    const looks = [0, 1, 6, 40, 70].map((minutes): Look => [minutes, 'a', report({ facebook: error('TAMPERED'), x: 'ok' })]);
    expect(looks.map((_, count) => say(seeing(...looks.slice(0, count + 1)), 71).overall.kind)).toEqual([
      'out-of-date',
      'out-of-date',
      'out-of-date',
      'out-of-date',
      'refused',
    ]);
  });

  test('of a wrong hash is a half copy until then', () => {
    const wrong = error('TAMPERED', { why: 'hash', file: 'abc', have: 3, of: 4 });
    const looks = [0, 30, 61].map((minutes): Look => [minutes, 'a', report({ facebook: wrong, x: 'ok' })]);
    expect(say(seeing(...looks.slice(0, 2)), 31).overall).toMatchObject({ kind: 'incomplete', error: { code: 'INCOMPLETE' } });
    expect(overall(seeing(...looks), 62)).toBe('refused 0 TAMPERED');
  });

  test('of a share that went back is refused after a day, of one that lags only out of date', () => {
    const older = (minutes: number): Look => [minutes, 'a', report({ facebook: error('ROLLED_BACK'), x: error('ROLLED_BACK') })];
    const looks = [10, 70, 200, 10 + day].map(older);
    const went = seeing([0, 'a', report('ok', 10)], ...looks);
    expect(overall(went, 11 + day)).toBe('refused 10 ROLLED_BACK');
    expect(overall(seeing([0, 'a', report('ok', 10)], ...looks.slice(0, 3)), 300)).toBe('current 0');
    expect(overall(seeing([0, 'a', report('ok', 9)], ...looks), 11 + day)).toBe('out-of-date 10 ROLLED_BACK');
  });

  test('past its date is stale whatever the share says, with the reason', () => {
    const old = held(10, { expires: '2026-11-22T09:30:00.000Z' });
    const stale = error('STALE', { expires: '2026-11-22' });
    expect(say(seeing([0, 'a', report('ok', 10, [stale])]), 40, ['a'], old).overall).toMatchObject({
      kind: 'stale',
      error: { code: 'STALE' },
    });
    expect(say(seeing([40, 'a', report(error('SHARE_UNREACHABLE'))]), 50, ['a'], old).overall).toMatchObject({
      kind: 'stale',
      error: { data: { because: 'SHARE_UNREACHABLE' } },
    });
    expect(say(emptyMemory, 50, [], old).overall.kind).toBe('stale');
  });

  test('of a clock that is behind is the clock', () =>
    expect(overall(seeing([0, 'a', report('ok', 10, [error('CLOCK')])]), 1)).toBe('clock 0 CLOCK'));

  test('of a withdrawn channel spoils nothing', () => {
    const editions = held(10, { expires: '2026-11-22T09:00:00.000Z', retired: '2026-01-01' });
    expect(overall(seeing([0, 'a', report('ok')]), 1, ['a'], editions)).toBe('current 0');
  });

  test('says for a day that damage was mended', () => {
    const memory = { ...seeing([0, 'a', report('ok')], [day, 'a', report('ok')]), repaired: at(5).toISOString() };
    expect([overall(memory, 6), overall(memory, 5 + day)]).toEqual(['repaired 5', `current ${day}`]);
  });
});

describe('of several shares', () => {
  const gone = report(error('SHARE_UNREACHABLE'));

  test('one that is well is enough, whatever the others are', () => {
    const bad = [0, 30, 70].map((minutes): Look => [minutes, 'b', report({ facebook: error('TAMPERED'), x: error('ROLLED_BACK') })]);
    const memory = seeing([0, 'a', gone], ...bad, [71, 'c', report('ok')]);
    expect(overall(memory, 72, ['a', 'b', 'c'])).toBe('current 71');
    expect(say(memory, 72, ['a', 'b', 'c']).shares.map(({ status }) => status.kind)).toEqual(['unreachable', 'refused', 'current']);
  });

  test('the channels are each taken from where they are well', () => {
    const memory = seeing(
      [0, 'a', report({ facebook: 'ok', x: error('INCOMPLETE', { have: 1, of: 2 }) })],
      [1, 'b', report({ facebook: error('INCOMPLETE', { have: 1, of: 2 }), x: 'ok' })],
    );
    expect(overall(memory, 2, ['a', 'b'])).toBe('current 0');
  });

  test('the fullest half copy gives the figures', () => {
    const memory = seeing(
      [0, 'a', report({ facebook: error('INCOMPLETE', { have: 1, of: 9 }), x: 'ok' })],
      [1, 'b', report({ facebook: error('INCOMPLETE', { have: 7, of: 9 }), x: 'ok' })],
    );
    expect(say(memory, 2, ['a', 'b']).overall).toMatchObject({ done: 7, of: 9 });
  });

  test('all gone is said as that, and one that is forgotten counts no more', () => {
    const memory = seeing([0, 'a', report('ok')], [60, 'a', gone], [61, 'b', gone]);
    expect(overall(memory, 62, ['a', 'b'])).toBe('unreachable 60 SHARE_UNREACHABLE');
    expect(overall(memory, 62, [])).toBe('none 0');
  });
});

// Anything that can happen, in any order, at any pace.
const outcomes = fc.oneof(
  fc.constant<Outcome>('ok'),
  fc
    .constantFrom<ErrorCode>(
      'SHARE_UNREACHABLE',
      'SHARE_DENIED',
      'INCOMPLETE',
      'TAMPERED',
      'MALFORMED',
      'ROLLED_BACK',
      'APP_TOO_OLD',
      'NO_SPACE',
      'CANCELLED',
    )
    .chain((code) => fc.constantFrom({}, { why: 'hash', file: 'a' }, { have: 1, of: 2 }).map((data): Outcome => error(code, data))),
);
const looks = fc
  .array(
    fc.record({
      wait: fc.integer({ min: 0, max: 500 }),
      share: fc.constantFrom('a', 'b'),
      found: fc.oneof(outcomes, fc.record({ facebook: outcomes, x: outcomes })),
    }),
    { maxLength: 12 },
  )
  .map((steps) => {
    let minutes = 0;
    return steps.map(({ wait, share, found }): Look => {
      minutes += wait;
      return [minutes, share, report(found)];
    });
  });

describe('whatever happens', () => {
  const all = (list: readonly Look[], shares = ['a', 'b']) => {
    const said = say(seeing(...list), (list.at(-1)?.[0] ?? 0) + 1, shares);
    return [said.overall, ...said.shares.map(({ status }) => status), ...said.channels.map(({ status }) => status)];
  };

  test('every status has a time that is not in the future', () =>
    fc.assert(
      fc.property(looks, (list) => {
        for (const { since } of all(list)) expect(Date.parse(since)).toBeLessThanOrEqual(at((list.at(-1)?.[0] ?? 0) + 1).getTime());
      }),
    ));

  test('nothing is refused before three sightings over more than an hour', () =>
    fc.assert(
      fc.property(looks, (list) => {
        const bad = (found: ShareReport) =>
          [found.error, ...found.channels.map((row) => row.error)].some((why) =>
            ['TAMPERED', 'MALFORMED', 'ROLLED_BACK'].includes(why?.code ?? ''),
          );
        const seen = ['a', 'b'].map((share) => list.filter((look) => look[1] === share && bad(look[2])).map(([minutes]) => minutes));
        const mayBe = seen.some((times) => times.length >= 3 && (times.at(-1) ?? 0) - (times[0] ?? 0) > 60);
        if (!mayBe) expect(all(list).map(({ kind }) => kind)).not.toContain('refused');
      }),
    ));

  test('a channel that the last look at one share found well is never said to be in trouble', () =>
    fc.assert(
      fc.property(looks, (list) => {
        const [last] = list.slice(-1);
        const memory = seeing(...list, [(last?.[0] ?? 0) + 1, 'a', report('ok')]);
        const said = say(memory, (last?.[0] ?? 0) + 2, ['a', 'b']);
        for (const { status } of said.channels) expect(status.kind).toBe('current');
      }),
    ));
});
