import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bad, good, minutes, scene } from '../../support/sync-service.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-22T09:00:00.000Z') }));
afterEach(() => vi.useRealTimers());

describe('rounds', () => {
  test('begin after the window is quiet, and come about every hour', async () => {
    const { sync, rounds, logged, saved } = scene();
    await minutes(5);
    expect(rounds).toEqual([]);
    sync.start();
    sync.start();
    expect(rounds).toEqual([]);
    await minutes(1);
    expect(rounds).toEqual(['a']);
    await minutes(58);
    expect(rounds).toHaveLength(1);
    await minutes(3);
    expect(rounds).toHaveLength(2);
    expect(logged).toEqual(['share-set', 'share-checked', 'share-checked']);
    expect(saved().shares).toHaveLength(1);
    sync.stop();
    await minutes(600);
    expect(rounds).toHaveLength(2);
  });

  test('come soon after a sleep that lasted longer than the pause', async () => {
    const { sync, rounds } = scene();
    sync.start();
    await minutes(5);
    vi.setSystemTime(Date.now() + 8 * 60 * 60_000);
    await minutes(11);
    expect(rounds).toHaveLength(2);
  });

  test('wait for nothing where no share is set', async () => {
    const { sync, rounds } = scene([]);
    sync.start();
    await minutes(600);
    expect([rounds, sync.state().overall.kind]).toEqual([[], 'none']);
  });

  test('back off from a share that is not there, and go on with the others', async () => {
    const { sync, rounds } = scene(['a', 'b'], { a: bad({ code: 'SHARE_UNREACHABLE', data: {} }) });
    sync.start();
    await minutes(1);
    expect(rounds).toEqual(['a+b']);
    await minutes(30);
    expect(rounds).toEqual(['a+b', 'a', 'a']);
  });

  test('go on without a share that hangs, in a new process', async () => {
    const { sync, rounds, logged } = scene(['a', 'b'], { a: 'hang' });
    sync.start();
    await minutes(0.2);
    expect(rounds).toEqual(['a+b', 'b']);
    expect(sync.state().shares.map(({ status }) => status.kind)).toEqual(['unreachable', 'current', 'current']);
    expect(logged).toContain('sync-process-hung');
  });

  test('bring what is new to the library', async () => {
    const { sync, imports, answers } = scene(['a'], { a: good(true) });
    sync.check(false);
    await minutes(0);
    expect(imports()).toBe(1);
    answers.a = good();
    sync.check(false);
    await minutes(0);
    expect(imports()).toBe(1);
  });
});

describe('asking by hand', () => {
  test('looks at every share at once, and says that it does', async () => {
    const { sync, rounds, pushed } = scene(['a', 'b'], { b: 'wait' });
    sync.start();
    await minutes(0.2);
    expect(sync.state().overall.kind).toBe('copying');
    expect(sync.state().shares[1]?.status).toMatchObject({ kind: 'copying', done: 3, of: 9 });
    sync.check(true);
    await minutes(0);
    expect(rounds).toHaveLength(1);
    expect(pushed.some(({ overall }) => overall.kind === 'checking')).toBe(true);
  });

  test('during a round of some shares is followed by one of all', async () => {
    const { sync, rounds, answers, goOn } = scene(['a', 'b'], { a: 'wait' });
    sync.start();
    await minutes(0.2);
    sync.check(true);
    sync.check(true);
    answers.a = good();
    goOn();
    await minutes(0);
    expect(rounds).toEqual(['a+b', 'a+b']);
    expect(sync.state().overall).toEqual(sync.state().settled);
  });
});

describe('a folder chosen by hand', () => {
  test('comes before a round that takes long, which then goes on', async () => {
    const { sync, rounds, interrupted } = scene(['a'], { a: 'wait', folder: good(true) });
    sync.start();
    await minutes(0.2);
    const report = sync.importFrom({ id: 'folder', path: '/media/stick' });
    await minutes(0);
    expect(await report).toMatchObject({ changed: true });
    expect([rounds, interrupted()]).toEqual([['a', 'folder', 'a'], 1]);
    expect(sync.state().shares.map(({ id }) => id)).toEqual(['a', 'seed']);
  });

  test('that hangs, or comes too late, is answered as well', async () => {
    const { sync, logged } = scene([], { folder: 'hang' });
    expect(await sync.importFrom({ id: 'folder', path: '/media/stick' })).toBeNull();
    expect(logged).toContain('sync-process-hung');
    sync.stop();
    expect(await sync.importFrom({ id: 'folder', path: '/media/stick' })).toBeNull();
  });
});

describe('calling it off', () => {
  test('ends the round between two files, and the next one waits for an hour', async () => {
    const { sync, rounds, interrupted, logged } = scene(['a'], { a: 'wait' });
    sync.start();
    await minutes(0.2);
    expect(sync.state().overall).toMatchObject({ kind: 'copying', done: 3, of: 9 });
    sync.halt();
    await minutes(0);
    expect([rounds, interrupted(), sync.state().overall.kind === 'copying', logged]).toEqual([
      ['a'],
      1,
      false,
      ['share-set', 'halted', 'CANCELLED'],
    ]);
    expect(Date.parse(sync.state().nextCheck ?? '') - Date.now()).toBe(60 * 60_000);
    await minutes(50);
    expect(rounds).toHaveLength(1);
    await minutes(15);
    expect(rounds).toHaveLength(2);
  });

  test('is over when the person asks again', async () => {
    const { sync, rounds, answers } = scene(['a'], { a: 'wait' });
    sync.start();
    await minutes(0.2);
    sync.halt();
    await minutes(0);
    answers.a = good();
    sync.check(true);
    await minutes(0);
    expect([rounds, sync.state().overall.kind]).toEqual([['a', 'a'], 'current']);
  });

  test('of a folder chosen by hand says how much was copied', async () => {
    const { sync } = scene(['a'], { folder: 'wait' });
    sync.start();
    await minutes(0.2);
    const next = sync.state().nextCheck;
    const report = sync.importFrom({ id: 'folder', path: '/media/stick' });
    await minutes(0);
    sync.halt();
    expect(await report).toMatchObject({ error: { code: 'CANCELLED', data: { have: 3, of: 9 } }, channels: [] });
    // It says nothing of the shares.
    expect(sync.state().nextCheck).toBe(next);
  });

  test('ends the process of a share that does not answer', async () => {
    const { sync, ended } = scene([], { folder: 'deaf' });
    const report = sync.importFrom({ id: 'folder', path: '/media/stick' });
    await minutes(0);
    sync.halt();
    await minutes(0.04);
    expect(ended()).toBe(0);
    await minutes(0.02);
    expect([ended(), (await report)?.error?.code]).toEqual([1, 'CANCELLED']);
  });

  test('does nothing where nothing is under way, or what is under way is the app’s own', async () => {
    const { sync, interrupted } = scene([], { seed: 'wait' });
    sync.halt();
    void sync.importFrom({ id: 'seed', path: '/app/seed' });
    await minutes(0);
    sync.halt();
    expect(interrupted()).toBe(0);
  });
});

test('shares that are added are looked at, removed ones forgotten', async () => {
  const { sync, rounds, list, saved } = scene(['a']);
  sync.start();
  await minutes(1);
  list.push({ id: 'b', path: '/mnt/b', origin: 'user' });
  sync.configured();
  await minutes(0);
  expect(rounds).toEqual(['a', 'b']);
  list.splice(0, 2);
  sync.configured();
  await minutes(0);
  expect([saved().shares, sync.state().nextCheck]).toEqual([[], null]);
});

test('damage that was mended is said, and the shares are asked for the rest', async () => {
  const { sync, rounds } = scene(['a']);
  sync.start();
  await minutes(1);
  sync.mended(true);
  await minutes(0);
  expect(rounds).toEqual(['a', 'a']);
  sync.mended(false);
  await minutes(0);
  expect([rounds.length, sync.state().overall.kind]).toEqual([3, 'repaired']);
});

test('a memory that cannot be written stops nothing', async () => {
  const { sync, rounds, logged } = scene(['a'], {}, true);
  sync.check(true);
  await minutes(0);
  expect([rounds, sync.state().overall.kind]).toEqual([['a'], 'current']);
  expect(logged).toContain('Error: ENOSPC');
});
