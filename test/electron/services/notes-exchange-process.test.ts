import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { AppFault } from '../../../content/core/base/error.ts';
import { createExchangeRunner, type ExchangeEvents, type ExchangeProcess } from '../../../electron/services/notes-exchange-process.ts';
import type { ExchangeRound } from '../../../electron/workers/notes-exchange-protocol.ts';
import { bundleJob, ended, forkJob } from '../../support/jobs.ts';
import { sampleNote } from '../../support/notes.ts';
import { houseRules } from '../../support/notes-pc.ts';
import { tempFolder } from '../../support/temp.ts';

async function scene() {
  const bundle = await bundleJob('test/electron/services/notes-exchange-child.ts');
  const children: ChildProcess[] = [];
  const home = tempFolder();
  for (const name of ['fine', 'frozen', 'broken']) mkdirSync(path.join(home, name));
  const runner = createExchangeRunner({
    fork: () => {
      const child = forkJob(bundle, []);
      children.push(child);
      return {
        pid: child.pid,
        postMessage: (message) => child.connected && child.send(message),
        on: (event: 'message' | 'exit', listener: never) => child.on(event, listener),
        kill: () => child.kill(),
      } satisfies ExchangeProcess;
    },
    forceKill: (pid) => process.kill(pid, 'SIGKILL'),
    silenceMs: 1_500,
    forceMs: 200,
  });
  const round = (name: string): ExchangeRound => ({ folder: path.join(home, name), guides: [houseRules], changed: [houseRules], seen: {} });
  return { runner, children, round, home };
}

const events = (special: Partial<ExchangeEvents> = {}): ExchangeEvents => ({
  records: async () => ({ records: [sampleNote()], readOnly: false }),
  merge: async () => null,
  guide: () => undefined,
  ...special,
});

test('a round has a process of its own, which is gone when it is over', async () => {
  const { runner, children, round, home } = await scene();
  expect(await runner.run(round('fine'), events())).toEqual({ kind: 'done', error: null });
  expect(await runner.run(round('fine'), events())).toEqual({ kind: 'done', error: null });
  expect(children).toHaveLength(2);
  for (const child of children) await ended(child);
  expect(readdirSync(path.join(home, 'fine'))).toEqual(['house-rules.json']);
});

test('a folder that holds its process is given up, the process ended, and other folders are looked at meanwhile', async () => {
  const { runner, children, round } = await scene();
  const end = await runner.run(round('frozen'), events());
  expect(end).toEqual({ kind: 'hung', error: { code: 'SHARE_UNREACHABLE', data: { errno: 'HUNG' } } });
  expect((await runner.run(round('fine'), events())).kind).toBe('done');
  for (const child of children) await ended(child);
});

test('a process that ends by itself is said to be lost', async () => {
  const { runner, round } = await scene();
  expect((await runner.run(round('broken'), events())).kind).toBe('lost');
  expect((await runner.run(round('fine'), events())).kind).toBe('done');
});

test('what the notes process refuses is an error of that guide, and waiting for it is no silence', async () => {
  const { runner, round } = await scene();
  const told: unknown[] = [];
  const records = () => new Promise<never>((_, reject) => setTimeout(() => reject(new AppFault('NOTES_UNAVAILABLE')), 2_500));
  const end = await runner.run(round('fine'), events({ records, guide: ({ error }) => told.push(error?.code) }));
  expect([end.kind, told]).toEqual(['done', ['NOTES_UNAVAILABLE']]);
});

test('a round that is stopped ends at once', async () => {
  const { runner, children, round } = await scene();
  const end = runner.run(round('fine'), events({ records: () => new Promise(() => undefined) }));
  runner.stop();
  expect((await end).kind).toBe('stopped');
  await ended(children[0] as ChildProcess);
});
