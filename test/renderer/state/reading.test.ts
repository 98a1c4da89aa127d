import { afterEach, expect, test } from 'vitest';
import type { BlockId } from '../../../content/core/base/ids.ts';
import type { ReadingState } from '../../../electron/ipc/replies.ts';
import {
  clearTicks,
  isSaved,
  keepPlace,
  placeIn,
  reading,
  setSaved,
  setTick,
  startReading,
  ticksOf,
  withPlace,
  withSaved,
  withTick,
} from '../../../renderer/state/reading.ts';
import { type FakeBridge, fakeBridge } from '../../support/fake-bridge.ts';
import { guideId } from '../../support/library-samples.ts';

const empty: ReadingState = { saved: [], recent: [], ticks: {} };
const [a, b] = [guideId('a'), guideId('b')];
const block = 'b2345672' as BlockId;
const other = 'b7654327' as BlockId;
let bridge: FakeBridge | undefined;
afterEach(() => bridge?.remove());

test('what is saved stands first and only once', () => {
  const saved = withSaved(withSaved(withSaved(empty, a, true), b, true), a, true);
  expect(saved.saved).toEqual(['a', 'b']);
  expect(isSaved(withSaved(saved, a, false), a)).toBe(false);
});

test('a tick goes on and off, each guide its own', () => {
  const on = withTick(withTick(empty, a, block, 'now'), b, other, 'now');
  expect([ticksOf(on, a), ticksOf(on, b)]).toEqual([{ [block]: 'now' }, { [other]: 'now' }]);
  expect(ticksOf(withTick(on, a, block, null), a)).toEqual({});
});

test('the place last read is kept for each guide, the newest first', () => {
  const state = withPlace(withPlace(withPlace(empty, a, block, 1, 't1'), b, null, 1, 't2'), a, other, 2, 't3');
  expect(state.recent.map((entry) => [entry.guide, entry.block])).toEqual([
    ['a', other],
    ['b', null],
  ]);
  expect([placeIn(state, a), placeIn(state, b), placeIn(state, guideId('c'))]).toEqual([other, null, null]);
});

test('what the main process kept is what counts', async () => {
  const kept: ReadingState = { ...empty, saved: [b, a] };
  bridge = fakeBridge({ 'reading.saved': () => ({ ok: true, value: kept }) });
  startReading(empty);
  await setSaved(a, true);
  expect(reading.get()).toBe(kept);
});

test('a tick that could not be kept stays on screen', async () => {
  bridge = fakeBridge({ 'reading.tick': () => ({ ok: false, error: { code: 'NO_SPACE', data: {} } }) });
  startReading(empty);
  await setTick(a, block, true, '2026-11-22T09:00:00Z');
  expect(ticksOf(reading.get(), a)).toEqual({ [block]: '2026-11-22T09:00:00Z' });
});

test('clearing can be undone', async () => {
  bridge = fakeBridge({});
  startReading(withTick(withTick(empty, a, block, 't1'), a, other, 't2'));
  const undo = await clearTicks(a);
  expect(ticksOf(reading.get(), a)).toEqual({});
  await undo();
  expect(ticksOf(reading.get(), a)).toEqual({ [block]: 't1', [other]: 't2' });
  expect(bridge.asked.at(-1)).toEqual([
    'reading.restore-ticks',
    {
      guide: a,
      ticks: [
        [block, 't1'],
        [other, 't2'],
      ],
    },
  ]);
});

test('the place is told at once here and sent to be kept', () => {
  bridge = fakeBridge({});
  startReading(empty);
  keepPlace(a, block, 7, 't1');
  expect(placeIn(reading.get(), a)).toBe(block);
  expect(bridge.asked).toEqual([['reading.position', { guide: a, block, edition: 7 }]]);
});
