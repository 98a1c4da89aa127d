import { afterEach, expect, test } from 'vitest';
import { ask, listen, logFault } from '../../renderer/api.ts';
import { type FakeBridge, fakeBridge } from '../support/fake-bridge.ts';

let bridge: FakeBridge;
afterEach(() => bridge.remove());

test('an answer comes through as it is', async () => {
  bridge = fakeBridge({ 'gaps.add': ({ query }) => ({ ok: true, value: { count: query.length } }) });
  expect(await ask('gaps.add', { query: 'geofence' })).toEqual({ ok: true, value: { count: 8 } });
});

test('what breaks on the way is a refusal, never a throw', async () => {
  bridge = fakeBridge({
    'search.warm': () => {
      throw new Error('gone');
    },
  });
  expect(await ask('search.warm', {})).toEqual({ ok: false, error: { code: 'UNEXPECTED', data: {} } });
});

test('without a main process every call is refused and nothing is heard', async () => {
  bridge = fakeBridge({});
  Object.assign(globalThis, { window: {} });
  expect((await ask('app.start', {})).ok).toBe(false);
  expect(listen('command', () => undefined)()).toBeUndefined();
});

test('pushes are heard until one stops listening', () => {
  bridge = fakeBridge({});
  const heard: string[] = [];
  const stop = listen('command', (command) => heard.push(command));
  bridge.push('command', 'find');
  stop();
  bridge.push('command', 'home');
  expect(heard).toEqual(['find']);
});

test('a fault is logged within the contract’s bounds', () => {
  bridge = fakeBridge({ 'log.fault': () => ({ ok: true, value: null }) });
  logFault('w'.repeat(300), new TypeError('x'.repeat(900)));
  logFault('window', 'a string');
  const [first, second] = bridge.asked.map(([, request]) => request as { where: string; message: string });
  expect([first?.where.length, first?.message.length, second?.message]).toEqual([200, 500, 'unknown']);
});
