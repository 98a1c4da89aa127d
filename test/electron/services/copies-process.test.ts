import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type CopiesRunnerPorts, createCopiesRunner } from '../../../electron/services/copies-process.ts';
import type { ToCopies } from '../../../electron/workers/copies-protocol.ts';
import { copyWords } from '../../../renderer/text/copies.ts';
import { copiedGuide, copiedOrigin } from '../../support/copied-guide.ts';
import { bundleJob, ended } from '../../support/jobs.ts';
import { tempFolder } from '../../support/temp.ts';

// Each starts real processes, which takes its time on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 });

const copy: ToCopies['copy'] = { format: 'word', table: null, source: copiedGuide, origin: copiedOrigin, words: copyWords, pictures: [] };

async function runner(special: Partial<CopiesRunnerPorts> = {}) {
  const bundle = await bundleJob('test/electron/services/copies-child.ts');
  const children: ChildProcess[] = [];
  const run = createCopiesRunner({
    fork: () => {
      const child = fork(bundle, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced' });
      onTestFinished(() => void child.kill('SIGKILL'));
      children.push(child);
      return {
        pid: child.pid,
        postMessage: (message) => child.connected && child.send(message),
        on: (event: 'message' | 'exit', listener: never) => child.on(event, listener),
        kill: () => child.kill(),
      };
    },
    forceKill: (pid) => process.kill(pid, 'SIGKILL'),
    forceMs: 200,
    ...special,
  });
  const home = tempFolder();
  for (const name of ['frozen', 'broken']) mkdirSync(path.join(home, name));
  return { run, children, file: (name: string) => path.join(home, name) };
}

test('a copy is written by a process that is gone afterwards', async () => {
  const { run, children, file } = await runner();
  await run({ file: file('a.docx'), copy });
  expect(readFileSync(file('a.docx')).subarray(0, 2).toString()).toBe('PK');
  for (const child of children) await ended(child);
  expect(children).toHaveLength(1);
});

test('what the process refuses comes with its code', async () => {
  const { run, children, file } = await runner();
  await expect(run({ file: file('none/a.docx'), copy })).rejects.toMatchObject({ code: 'SAVE_FAILED', data: { errno: 'ENOENT' } });
  for (const child of children) await ended(child);
});

test('a folder that does not answer, and a process that ends or cannot start, are said and leave nothing', async () => {
  const { run, children, file } = await runner({ writeMs: 500 });
  await expect(run({ file: file('frozen/a.docx'), copy })).rejects.toMatchObject({ code: 'SAVE_FAILED', data: { errno: 'HUNG' } });
  await expect(run({ file: file('broken/a.docx'), copy })).rejects.toMatchObject({ code: 'SAVE_FAILED', data: { errno: 'ENDED' } });
  for (const child of children) await ended(child);
  expect(existsSync(file('frozen/a.docx'))).toBe(false);
  const { run: none } = await runner({
    fork: () => {
      throw new Error('no more processes');
    },
  });
  await expect(none({ file: file('a.docx'), copy })).rejects.toMatchObject({ code: 'SAVE_FAILED', data: { errno: 'ENDED' } });
});

test('a copy that takes longer than any guide needs is ended', async () => {
  const { run, children, file } = await runner({ makeMs: 1 });
  await expect(run({ file: file('a.docx'), copy })).rejects.toMatchObject({ code: 'SAVE_FAILED', data: { errno: 'HUNG' } });
  for (const child of children) await ended(child);
});
