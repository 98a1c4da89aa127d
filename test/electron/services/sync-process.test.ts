import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createRoundRunner, type RoundEvents, type SyncProcess, silentReport } from '../../../electron/services/sync-process.ts';
import type { FromSync, Round, ToSync } from '../../../electron/workers/sync-protocol.ts';

const round: Round = { storeDir: 'store', rootFile: 'root', shares: [{ id: 'a', path: '/a' }] };
const report = { error: null, directory: { error: null, warnings: [] }, channels: [], changed: false };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function scene(hears = true) {
  const got: ToSync[] = [];
  const forced: number[] = [];
  const told: string[] = [];
  const children: { tell(message: FromSync): void; exit(): void; killed: number }[] = [];
  const fork = (): SyncProcess => {
    const listeners = { message: [] as ((message: FromSync) => void)[], exit: [] as ((code: number) => void)[] };
    const child = {
      killed: 0,
      tell: (message: FromSync) => listeners.message.forEach((listener) => void listener(message)),
      exit: () => listeners.exit.forEach((listener) => void listener(0)),
    };
    children.push(child);
    return {
      pid: 42,
      postMessage: (message) => got.push(message),
      on: (event: 'message' | 'exit', listener: never) => listeners[event].push(listener),
      kill: () => {
        child.killed += 1;
        if (hears) child.exit();
        return true;
      },
    };
  };
  const events: RoundEvents = {
    share: (id) => told.push(`share ${id}`),
    progress: (id, done, of) => told.push(`${id} ${done}/${of}`),
    report: (id, _, ms) => told.push(`report ${id} ${ms}`),
    fault: (code, cause) => told.push(`fault ${code} ${cause}`),
  };
  const runner = createRoundRunner({ fork, forceKill: (pid) => forced.push(pid) });
  return {
    runner,
    got,
    told,
    forced,
    children,
    run: () => runner.run(round, events),
    child: () => children.at(-1) as (typeof children)[0],
  };
}

test('a round has a process of its own, which is gone when it is over', async () => {
  const { run, child, got, told, children } = scene();
  const end = run();
  child().tell({ kind: 'share', id: 'a' });
  child().tell({ kind: 'progress', id: 'a', done: 1, of: 2 });
  child().tell({ kind: 'fault', code: 'UNEXPECTED', cause: 'EIO' });
  child().tell({ kind: 'report', id: 'a', report, ms: 7 });
  child().tell({ kind: 'done' });
  expect(await end).toEqual({ kind: 'done', share: null });
  expect([got, told, child().killed]).toEqual([[{ kind: 'round', round }], ['share a', 'a 1/2', 'fault UNEXPECTED EIO', 'report a 7'], 1]);
  void run();
  expect(children).toHaveLength(2);
});

test('one that falls silent for ten seconds is ended, and the share in work is named', async () => {
  const { run, child, forced } = scene();
  const end = run();
  child().tell({ kind: 'share', id: 'a' });
  vi.advanceTimersByTime(9_000);
  child().tell({ kind: 'alive' });
  vi.advanceTimersByTime(9_000);
  expect(child().killed).toBe(0);
  vi.advanceTimersByTime(1_000);
  expect(await end).toEqual({ kind: 'hung', share: 'a' });
  vi.advanceTimersByTime(60_000);
  expect([child().killed, forced]).toEqual([1, []]);
});

test('one that does not end when asked is ended by force', async () => {
  const { run, child, forced } = scene(false);
  const end = run();
  child().tell({ kind: 'share', id: 'a' });
  vi.advanceTimersByTime(10_000);
  await end;
  expect(forced).toEqual([]);
  vi.advanceTimersByTime(3_000);
  expect(forced).toEqual([42]);
});

test('what a process says after it was given up is not heard', async () => {
  const { run, child, told } = scene(false);
  const end = run();
  child().tell({ kind: 'share', id: 'a' });
  vi.advanceTimersByTime(10_000);
  await end;
  child().tell({ kind: 'report', id: 'a', report, ms: 1 });
  expect(told).toEqual(['share a']);
});

test('a slow start is no hang, an endless one is', async () => {
  const { run, child } = scene();
  const end = run();
  vi.advanceTimersByTime(19_000);
  expect(child().killed).toBe(0);
  vi.advanceTimersByTime(1_000);
  expect(await end).toEqual({ kind: 'hung', share: null });
});

test('one that ends by itself is lost, one that cannot be started as well', async () => {
  const { run, child } = scene();
  const end = run();
  child().tell({ kind: 'share', id: 'a' });
  child().exit();
  expect(await end).toEqual({ kind: 'lost', share: 'a' });
  const runner = createRoundRunner({
    fork: () => {
      throw new Error('no memory');
    },
    forceKill: () => undefined,
  });
  expect(await runner.run(round, {} as RoundEvents)).toEqual({ kind: 'lost', share: null });
});

test('is interrupted by asking, and stopped at once', async () => {
  const { run, runner, child, got } = scene();
  runner.interrupt();
  runner.stop();
  const end = run();
  runner.interrupt();
  expect(got.at(-1)).toEqual({ kind: 'stop' });
  runner.stop();
  expect([await end, child().killed]).toEqual([{ kind: 'done', share: null }, 1]);
});

test('a process that fell silent or ended is a share out of reach', () => {
  expect(silentReport('hung').error).toEqual({ code: 'SHARE_UNREACHABLE', data: { errno: 'HUNG' } });
  expect(silentReport('lost').error).toEqual({ code: 'SHARE_UNREACHABLE', data: { errno: 'ENDED' } });
});

describe('a real process', () => {
  async function real(id: string, before: (child: ChildProcess) => void = () => undefined) {
    vi.useRealTimers();
    const child = fork(path.join(import.meta.dirname, 'sync-child.ts'), { execArgv: ['--import', 'tsx'] });
    const gone = new Promise<string>((resolve) => child.on('exit', (_, signal) => resolve(signal ?? 'by itself')));
    const runner = createRoundRunner({
      fork: () => ({
        pid: child.pid,
        postMessage: (message) => void child.send(message),
        on: (event: string, listener: (value: never) => void) => child.on(event, (value) => listener(value as never)),
        kill: () => child.kill(),
      }),
      forceKill: (pid) => void process.kill(pid, 'SIGKILL'),
      // A busy machine may keep a living process from speaking for a second.
      silenceMs: 1_200,
      forceMs: 200,
    });
    const silent = { progress: () => undefined, report: () => undefined, fault: () => undefined };
    const root = path.join(import.meta.dirname, 'sync-child.ts');
    const end = await runner.run(
      { storeDir: 'store', rootFile: root, shares: [{ id, path: '/none' }] },
      { ...silent, share: () => before(child) },
    );
    return { end, gone: await gone };
  }

  test('that a dead server holds is ended', { timeout: 20_000 }, async () =>
    expect(await real('freeze')).toEqual({ end: { kind: 'hung', share: 'freeze' }, gone: 'SIGTERM' }),
  );

  test('that waits for an answer for ever is ended', { timeout: 20_000 }, async () =>
    expect(await real('wait')).toEqual({ end: { kind: 'hung', share: 'wait' }, gone: 'SIGTERM' }),
  );

  test.skipIf(process.platform === 'win32')('that hears nothing is ended by force', { timeout: 20_000 }, async () =>
    expect(await real('wait', (child) => void child.kill('SIGSTOP'))).toEqual({ end: { kind: 'hung', share: 'wait' }, gone: 'SIGKILL' }),
  );

  test('that is only busy with the store is left alone', { timeout: 20_000 }, async () =>
    expect((await real('busy')).end).toEqual({ kind: 'done', share: null }),
  );
});
