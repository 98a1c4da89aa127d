import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlockId, GuideId } from '../../../content/core/base/ids.ts';
import {
  emptyReading,
  parseReading,
  withoutTicks,
  withPosition,
  withRestored,
  withSaved,
  withTick,
} from '../../../electron/services/reading-state.ts';

const guide = (id: string) => id as GuideId;
const block = (id: string) => id as BlockId;
const at = new Date('2026-11-22T10:00:00Z');
const [one, two] = [block('babcdefg'), block('bbcdefgh')];

describe('where somebody was', () => {
  test('is listed newest first, each guide once', () => {
    const first = withPosition(emptyReading, guide('a'), null, 5, at);
    const state = withPosition(withPosition(first, guide('b'), one, 6, at), guide('a'), two, 7, at);
    expect(state.recent.map(({ guide, block, edition }) => [guide, block, edition])).toEqual([
      ['a', two, 7],
      ['b', one, 6],
    ]);
  });

  test('is kept for 200 guides', () => {
    let state = emptyReading;
    for (let count = 0; count < 250; count += 1) state = withPosition(state, guide(`g${count}`), null, 1, at);
    expect([state.recent.length, state.recent[0]?.guide]).toEqual([200, 'g249']);
  });
});

test('what is saved is listed newest first and can be taken off', () => {
  const state = withSaved(withSaved(withSaved(emptyReading, guide('a'), true), guide('b'), true), guide('a'), true);
  expect(state.saved).toEqual(['a', 'b']);
  expect(withSaved(state, guide('a'), false).saved).toEqual(['b']);
});

describe('ticks', () => {
  const ticked = withTick(withTick(emptyReading, guide('a'), one, true, at), guide('a'), two, true, at);

  test('are kept by guide with their time', () =>
    expect(ticked.ticks).toEqual({ a: { [one]: at.toISOString(), [two]: at.toISOString() } }));

  test('come off one by one, and the guide with the last', () => {
    const less = withTick(ticked, guide('a'), one, false, at);
    expect(less.ticks).toEqual({ a: { [two]: at.toISOString() } });
    expect(withTick(less, guide('a'), two, false, at).ticks).toEqual({});
  });

  test('that were cleared can be put back beside new ones', () => {
    const cleared = withTick(withoutTicks(ticked, guide('a')), guide('a'), one, true, new Date('2026-11-23T10:00:00Z'));
    expect(
      withRestored(cleared, guide('a'), [
        [one, 'x'],
        [two, at.toISOString()],
      ]).ticks,
    ).toEqual({
      a: { [two]: at.toISOString(), [one]: '2026-11-23T10:00:00.000Z' },
    });
  });

  test('of a guide called like a part of objects are its own', () => {
    const state = withTick(emptyReading, guide('constructor'), one, true, at);
    expect(state.ticks).toEqual({ constructor: { [one]: at.toISOString() } });
    expect(parseReading(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });
});

describe('a stored state', () => {
  test('comes back after any changes', () => {
    const id = fc.constantFrom('a', 'b-1', 'constructor', 'x').map(guide);
    const change = fc.oneof(
      fc.tuple(id, fc.constantFrom(null, one)).map(
        ([g, b]) =>
          (state: typeof emptyReading) =>
            withPosition(state, g, b, 1, at),
      ),
      fc.tuple(id, fc.boolean()).map(
        ([g, on]) =>
          (state: typeof emptyReading) =>
            withSaved(state, g, on),
      ),
      fc.tuple(id, fc.constantFrom(one, two), fc.boolean()).map(
        ([g, b, on]) =>
          (state: typeof emptyReading) =>
            withTick(state, g, b, on, at),
      ),
    );
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const state = changes.reduce((before, apply) => apply(before), emptyReading);
        expect(parseReading(JSON.parse(JSON.stringify(state)))).toEqual(state);
      }),
    );
  });

  test('loses only the rows that do not fit', () =>
    expect(
      parseReading({
        saved: ['a', 'A', 3, 'a'],
        recent: [
          { guide: 'a', block: null, at: at.toISOString(), edition: 1 },
          { guide: 'b', block: 'nope', at: 'never', edition: 1 },
          null,
        ],
        ticks: { a: { [one]: at.toISOString(), x: 'y' }, 'B!': {}, c: [] },
      }),
    ).toEqual({
      saved: ['a'],
      recent: [{ guide: 'a', block: null, at: at.toISOString(), edition: 1 }],
      ticks: { a: { [one]: at.toISOString() } },
    }));

  test.each([[null], [[]], [{}], [{ saved: [], recent: {}, ticks: {} }], [{ saved: [], recent: [], ticks: [] }]])(
    'is refused when it is %j',
    (value) => expect(parseReading(value)).toBeNull(),
  );

  test('never throws', () => fc.assert(fc.property(fc.jsonValue(), (value) => void parseReading(value))));
});
