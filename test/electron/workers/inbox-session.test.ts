import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AppFault } from '../../../content/core/base/error.ts';
import type { ChannelId } from '../../../content/core/base/ids.ts';
import type { FromInbox } from '../../../electron/workers/inbox-protocol.ts';
import { createInboxSession, inboxFault } from '../../../electron/workers/inbox-session.ts';
import { canMount } from '../../support/real-share.ts';
import { tempFolder } from '../../support/temp.ts';
import { writableShare } from '../../support/writable-share.ts';

const channel = 'facebook' as ChannelId;

async function send(share: string, bytes = Buffer.from('words')): Promise<FromInbox> {
  const told = await new Promise<FromInbox>((resolve) => {
    const session = createInboxSession({ send: (message) => message.kind !== 'alive' && resolve(message), aliveMs: 10 });
    session.receive({ kind: 'send', share, channel, name: 'a.ngsuggest', bytes });
  });
  return told;
}

function shareWith(...folders: readonly string[]): string {
  const share = tempFolder();
  for (const folder of folders) mkdirSync(path.join(share, folder), { recursive: true });
  return share;
}

test('a file is left in the drop-box of its channel', async () => {
  const share = shareWith('inbox/facebook', 'inbox/x');
  expect(await send(share)).toEqual({ kind: 'sent', dropped: { name: 'a.ngsuggest', how: 'link', isRead: true } });
  expect([readdirSync(path.join(share, 'inbox', 'facebook')), readdirSync(path.join(share, 'inbox', 'x'))]).toEqual([['a.ngsuggest'], []]);
});

test('a share without a drop-box of that channel gets none', async () => {
  const share = shareWith('inbox/x');
  expect(await send(share)).toEqual({ kind: 'refused', error: { code: 'INBOX_MISSING', data: {} } });
  expect(readdirSync(path.join(share, 'inbox'))).toEqual(['x']);
});

test('a link in the place of the drop-box is none', async () => {
  const share = shareWith('inbox', 'elsewhere');
  symlinkSync(path.join(share, 'elsewhere'), path.join(share, 'inbox', channel));
  expect(await send(share)).toMatchObject({ kind: 'refused', error: { code: 'INBOX_MISSING', data: { why: 'link' } } });
  expect(readdirSync(path.join(share, 'elsewhere'))).toEqual([]);
});

test('a file in the place of the drop-box is none', async () => {
  const share = shareWith('inbox');
  writeFileSync(path.join(share, 'inbox', channel), '');
  expect(await send(share)).toMatchObject({ kind: 'refused', error: { code: 'INBOX_MISSING' } });
});

test('a share that is not there is not reached', async () => {
  expect(await send(path.join(tempFolder(), 'none'))).toMatchObject({
    kind: 'refused',
    error: { code: 'SHARE_UNREACHABLE', data: { errno: 'ENOENT' } },
  });
});

test.each([
  ['ENOSPC', 'INBOX_FULL'],
  ['EDQUOT', 'INBOX_FULL'],
  ['EACCES', 'INBOX_DENIED'],
  ['EPERM', 'INBOX_DENIED'],
  ['EROFS', 'INBOX_DENIED'],
  ['ENOENT', 'INBOX_MISSING'],
  ['EIO', 'SHARE_UNREACHABLE'],
  ['ESTALE', 'SHARE_UNREACHABLE'],
  ['ENOTCONN', 'SHARE_UNREACHABLE'],
])('%s is told as %s', (errno, code) => {
  expect(inboxFault(Object.assign(new Error(errno), { code: errno })).toAppError()).toEqual({ code, data: { errno } });
});

test.each([
  ['SHARE_DENIED', 'INBOX_DENIED'],
  ['MALFORMED', 'INBOX_MISSING'],
  ['NAME_TAKEN', 'INBOX_DENIED'],
  ['INCOMPLETE', 'SHARE_UNREACHABLE'],
  ['SHARE_UNREACHABLE', 'SHARE_UNREACHABLE'],
] as const)('our own %s is told as %s', (code, told) => {
  expect(inboxFault(new AppFault(code)).code).toBe(told);
});

describe.skipIf(!canMount.faults)('a network folder (needs fuse3 and python3-fusepy)', { timeout: 30_000 }, () => {
  test('that says it is full is told so, and one that loses its line is not reached', async () => {
    const mounted = await writableShare(tempFolder());
    onTestFinished(() => mounted.stop());
    mkdirSync(path.join(mounted.source, 'inbox', channel), { recursive: true });
    for (const [kind, code] of [
      ['ENOSPC', 'INBOX_FULL'],
      ['EROFS', 'INBOX_DENIED'],
      ['ESTALE', 'SHARE_UNREACHABLE'],
    ]) {
      mounted.set({ op: 'create', kind: kind as string });
      expect(await send(mounted.seen)).toMatchObject({ kind: 'refused', error: { code } });
    }
    mounted.set(null);
    expect(await send(mounted.seen)).toMatchObject({ kind: 'sent' });
  });
});
