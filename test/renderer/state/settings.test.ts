import { afterEach, expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../../electron/settings/schema.ts';
import { allowedPatch, changeSettings, resetSettings, settings, startSettings, stepSize } from '../../../renderer/state/settings.ts';
import { type FakeBridge, fakeBridge } from '../../support/fake-bridge.ts';

const state = { values: defaultSettings, managed: [], repaired: false };
let bridge: FakeBridge | undefined;
afterEach(() => bridge?.remove());

test('what machine policy decides and what would change nothing is left out', () => {
  const managed = { ...state, managed: ['theme'] as const };
  expect(allowedPatch(managed, { theme: 'dark', width: 'wide', font: 'legible' })).toEqual({ width: 'wide' });
});

test('a change shows before it is kept', async () => {
  let keep: (value: { ok: true; value: typeof state }) => void = () => undefined;
  bridge = fakeBridge({ 'settings.change': () => new Promise((resolve) => (keep = resolve)) });
  startSettings(state);
  const done = changeSettings({ theme: 'sepia' });
  expect(settings.get().values.theme).toBe('sepia');
  keep({ ok: true, value: { ...state, values: { ...defaultSettings, theme: 'sepia' } } });
  await done;
  expect(settings.get().values.theme).toBe('sepia');
});

test('of quick changes the last one stays, whatever order the answers come in', async () => {
  const waiting: ((value: { ok: true; value: typeof state }) => void)[] = [];
  bridge = fakeBridge({ 'settings.change': () => new Promise((resolve) => waiting.push(resolve)) });
  startSettings(state);
  const both = [changeSettings({ textSize: 4 }), changeSettings({ textSize: 5 })];
  const kept = (textSize: Settings['textSize']) => ({ ok: true as const, value: { ...state, values: { ...defaultSettings, textSize } } });
  waiting[1]?.(kept(5));
  waiting[0]?.(kept(4));
  await Promise.all(both);
  expect(settings.get().values.textSize).toBe(5);
});

test('a change that could not be kept still holds in this window', async () => {
  bridge = fakeBridge({ 'settings.change': () => ({ ok: false, error: { code: 'NO_SPACE', data: {} } }) });
  startSettings(state);
  await changeSettings({ theme: 'dark' });
  expect(settings.get().values.theme).toBe('dark');
});

test('nothing is asked for when nothing may change', async () => {
  bridge = fakeBridge({});
  startSettings({ ...state, managed: ['textSize'] });
  await changeSettings({ textSize: 6 });
  expect([bridge.asked, settings.get().values.textSize]).toEqual([[], 3]);
});

test('resetting and what is pushed replace what is shown', async () => {
  bridge = fakeBridge({ 'settings.reset': () => ({ ok: true, value: state }) });
  startSettings({ ...state, values: { ...defaultSettings, theme: 'dark' } });
  await resetSettings();
  expect(settings.get().values.theme).toBe('system');
  bridge.push('settings.changed', { ...state, repaired: true });
  expect(settings.get().repaired).toBe(true);
});

test.each([
  [3, 1, 4],
  [6, 1, 6],
  [1, -1, 1],
  [2, -1, 1],
] as const)('size %i by %i is %i', (size, by, next) => {
  expect(stepSize(size, by)).toBe(next);
});
