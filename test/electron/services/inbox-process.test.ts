import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ChannelId } from '../../../content/core/base/ids.ts';
import { createInboxSender } from '../../../electron/services/inbox-process.ts';
import { inboxSender } from '../../support/inbox-sender.ts';
import { ended } from '../../support/jobs.ts';
import { tempFolder } from '../../support/temp.ts';
import { somebody } from '../../support/writable-share.ts';

// Each starts real processes, which takes its time on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 });

const channel = 'facebook' as ChannelId;
/** Of silence, for tests of what hangs. */
const impatient = { silenceMs: 1_500 };
const file = (words = 'suggestion') => ({ channel, name: 'a.ngsuggest', bytes: new Uint8Array(Buffer.from(words)) });

/** Shares by name, each with a drop-box of that channel but `bare`, which has no inbox at all. */
function shares(...names: readonly string[]) {
  const home = tempFolder();
  chmodSync(home, 0o755);
  const folders = names.map((name) => {
    mkdirSync(path.join(home, name, name === 'bare' ? 'channels' : path.join('inbox', channel)), { recursive: true });
    return path.join(home, name);
  });
  const held = (name: string): readonly string[] => readdirSync(path.join(home, name, 'inbox', channel));
  const box = (name: string): string => path.join(home, name, 'inbox', channel);
  return { folders, held, box };
}

test('a file goes to the first share that has a drop-box, in a process that is gone afterwards', async () => {
  const sender = await inboxSender();
  const { folders, held, box } = shares('bare', 'first', 'second');
  expect(await sender.send(folders, file())).toEqual({ name: 'a.ngsuggest', how: 'link', isRead: true });
  expect([held('first'), held('second')]).toEqual([['a.ngsuggest'], []]);
  expect(readFileSync(path.join(box('first'), 'a.ngsuggest'), 'utf8')).toBe('suggestion');
  expect(sender.children).toHaveLength(2);
  for (const child of sender.children) await ended(child);
  expect(sender.log).toEqual([
    { code: 'inbox-refused', data: { share: 1, error: 'INBOX_MISSING' } },
    { code: 'inbox-sent', data: { share: 2, how: 'link', read: true, bytes: 10 } },
  ]);
});

test('the same again is harmless, and several are sent one after the other', async () => {
  const sender = await inboxSender();
  const { folders, held } = shares('first');
  const all = await Promise.all(['one', 'two', 'one', 'three'].map((words) => sender.send(folders, file(words))));
  expect(all.map(({ name, how }) => [name, how])).toEqual([
    ['a.ngsuggest', 'link'],
    ['a-2.ngsuggest', 'link'],
    ['a.ngsuggest', 'there'],
    ['a-3.ngsuggest', 'link'],
  ]);
  expect(held('first')).toHaveLength(3);
});

describe('a share that hangs', () => {
  test('loses its process, the next one is tried, and later it is tried last', async () => {
    const sender = await inboxSender('me', impatient);
    const { folders, held } = shares('frozen', 'second');
    await sender.send(folders, file());
    expect(held('second')).toEqual(['a.ngsuggest']);
    await ended(sender.children[0] as ChildProcess);
    expect(sender.log[0]).toEqual({ code: 'inbox-refused', data: { share: 1, error: 'SHARE_UNREACHABLE', errno: 'HUNG' } });
    await sender.send(folders, file('other'));
    expect(sender.children).toHaveLength(3);
  });

  test('and is the only one is told of', async () => {
    const sender = await inboxSender('me', impatient);
    await expect(sender.send(shares('frozen').folders, file())).rejects.toMatchObject({
      code: 'SHARE_UNREACHABLE',
      data: { errno: 'HUNG' },
    });
    await ended(sender.children[0] as ChildProcess);
  });
});

test('a process that cannot be ended is not joined by others, until the system knows it no more', async () => {
  const stays = spawn('sleep', ['60'], { stdio: 'ignore' });
  onTestFinished(() => void stays.kill('SIGKILL'));
  let forks = 0;
  // One that never says anything, of its end neither.
  const fork = () => {
    forks += 1;
    return { pid: stays.pid, postMessage: () => undefined, on: () => undefined, kill: () => true };
  };
  const quick = { silenceMs: 50, startMs: 50, forceMs: 20 };
  const sender = createInboxSender({ fork, forceKill: () => undefined, log: () => undefined, ...quick });
  for (let times = 0; times < 3; times += 1)
    await expect(sender.send(['/mnt/held'], file())).rejects.toMatchObject({ data: { errno: 'HUNG' } });
  expect(forks).toBe(1);
  stays.kill('SIGKILL');
  await ended(stays);
  await expect(sender.send(['/mnt/held'], file())).rejects.toMatchObject({ data: { errno: 'HUNG' } });
  expect(forks).toBe(2);
});

test('a process that ends by itself costs its share alone', async () => {
  const sender = await inboxSender();
  const { folders, held } = shares('broken', 'second');
  await sender.send(folders, file());
  expect([held('second'), sender.log[0]?.data.errno]).toEqual([['a.ngsuggest'], 'ENDED']);
});

test('a process that cannot be started is a share that is not reached', async () => {
  const fork = () => {
    throw new Error('no more processes');
  };
  const sender = createInboxSender({ fork, forceKill: () => undefined, log: () => undefined });
  await expect(sender.send(['anywhere'], file())).rejects.toMatchObject({ code: 'SHARE_UNREACHABLE' });
});

test('of several shares that refuse, the one that says most is told of', async () => {
  const sender = await inboxSender('somebody');
  const { folders, box } = shares('bare', 'closed');
  const gone = path.join(folders[0] as string, 'gone');
  await expect(sender.send([], file())).rejects.toMatchObject({ code: 'INBOX_MISSING', data: { why: 'no-share' } });
  await expect(sender.send([folders[0] as string], file())).rejects.toMatchObject({ code: 'INBOX_MISSING' });
  await expect(sender.send([folders[0] as string, gone], file())).rejects.toMatchObject({ code: 'SHARE_UNREACHABLE' });
  chmodSync(box('closed'), 0o555);
  await expect(sender.send([folders[0] as string, gone, folders[1] as string], file())).rejects.toMatchObject({ code: 'INBOX_DENIED' });
  chmodSync(box('closed'), 0o733);
  if (somebody.uid !== undefined) expect((await sender.send(folders, file())).name).toBe('a.ngsuggest');
});
