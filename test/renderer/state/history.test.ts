import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canGoBack, canGoForward, current, type Place, samePlace, startHistory, step, visit } from '../../../renderer/state/history.ts';
import { channelId, guideId } from '../../support/library-samples.ts';

const home: Place = { kind: 'home' };
const guide = (id: string, target: string | null = null): Place => ({ kind: 'guide', guide: guideId(id), target });
const at = (block: string) => ({ block, offset: 80 });

test('back leads to where one was, at the same spot', () => {
  let history = visit(startHistory(home), guide('a'), null);
  history = visit(history, guide('b'), at('b2345672'));
  history = step(history, -1, at('b7777777'));
  expect(current(history)).toEqual({ place: guide('a'), spot: at('b2345672') });
  history = step(history, 1, null);
  expect(current(history)).toEqual({ place: guide('b'), spot: at('b7777777') });
});

test('going somewhere new forgets what lay ahead', () => {
  let history = visit(visit(startHistory(home), guide('a'), null), guide('b'), null);
  history = visit(step(history, -1, null), guide('c'), null);
  expect([canGoForward(history), history.entries.map((entry) => entry.place)]).toEqual([false, [home, guide('a'), guide('c')]]);
});

test('going where one is adds nothing', () => {
  const history = visit(startHistory(guide('a', 's')), guide('a', 's'), null);
  expect([history.entries.length, canGoBack(history)]).toEqual([1, false]);
});

test('a place within the guide is a place of its own', () => {
  const history = visit(startHistory(guide('a')), guide('a', 'b2345672'), at('b1'));
  expect(canGoBack(history)).toBe(true);
  expect(current(step(history, -1, null)).spot).toEqual(at('b1'));
});

test('at either end nothing happens', () => {
  const history = startHistory(home);
  expect([step(history, -1, null), step(history, 1, null)]).toEqual([history, history]);
});

test.each([
  [home, home, true],
  [home, { kind: 'saved' }, false],
  [guide('a'), guide('a', 'x'), false],
  [guide('a'), home, false],
  [{ kind: 'channel', channel: channelId('x') }, { kind: 'channel', channel: channelId('x') }, true],
  [{ kind: 'channel', channel: channelId('x') }, { kind: 'channel', channel: channelId('y') }, false],
] as [Place, Place, boolean][])('%j and %j are the same: %s', (a, b, same) => {
  expect(samePlace(a, b)).toBe(same);
});

test('law: whatever one does, one is somewhere, and the history stays bounded', () => {
  const move = fc.oneof(fc.constant(-1 as const), fc.constant(1 as const), fc.constantFrom('a', 'b', 'c', 'd'));
  fc.assert(
    fc.property(fc.array(move, { maxLength: 400 }), (moves) => {
      let history = startHistory(home);
      for (const one of moves) history = typeof one === 'string' ? visit(history, guide(one), null) : step(history, one, null);
      expect(history.entries[history.at]).toBeDefined();
      expect(history.entries.length).toBeLessThanOrEqual(200);
    }),
  );
});

test('law: back after a visit is where one was', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 20 }), (ids) => {
      let history = startHistory(home);
      for (const id of ids) history = visit(history, guide(id), null);
      const before = current(history).place;
      expect(current(step(visit(history, guide('new'), null), -1, null)).place).toEqual(before);
    }),
  );
});
