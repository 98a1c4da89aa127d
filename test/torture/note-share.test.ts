// The folder that a person's PCs share, as real network folders have it: Samba that freezes, a mount that does not answer.
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { writeNoteFile } from '../../content/core/annotation/note-file.ts';
import { createExchangeRunner, type ExchangeEvents, type ExchangeProcess } from '../../electron/services/notes-exchange-process.ts';
import { bundleJob, ended, forkJob } from '../support/jobs.ts';
import { sampleNote } from '../support/notes.ts';
import { houseRules, notesPc } from '../support/notes-pc.ts';
import { canMount, faultShare, type Mounted, sambaShare } from '../support/real-share.ts';

const events: ExchangeEvents = {
  records: async () => ({ records: [sampleNote()], readOnly: false }),
  merge: async () => null,
  guide: () => undefined,
};

function home(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'guides-share-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function mounted<Share extends Mounted>(make: (folder: string) => Promise<Share>): Promise<Share> {
  const share = await make(home());
  onTestFinished(() => share.stop());
  return share;
}

/** @returns the children too, newest last */
async function realRunner() {
  const bundle = await bundleJob('test/electron/services/notes-exchange-child.ts');
  const children: ChildProcess[] = [];
  const fork = (): ExchangeProcess => {
    const child = forkJob(bundle, []);
    children.push(child);
    return {
      pid: child.pid,
      postMessage: (message) => child.connected && child.send(message),
      on: (event: 'message' | 'exit', listener: never) => child.on(event, listener),
      kill: () => child.kill(),
    };
  };
  const runner = createExchangeRunner({ fork, forceKill: (pid) => process.kill(pid, 'SIGKILL'), silenceMs: 3_000, forceMs: 500 });
  const run = (folder: string) => runner.run({ folder, guides: [houseRules], changed: [houseRules], seen: {} }, events);
  return { children, run };
}

describe.skipIf(!canMount.faults)('a mount that fails (needs fuse3 and python3-fusepy)', () => {
  test.each(['look', 'open', 'read'] as const)('and holds the process at %s is given up, and the process is gone', async (op) => {
    const share = await mounted(faultShare);
    writeFileSync(path.join(share.source, 'house-rules.json'), writeNoteFile(houseRules, [sampleNote()]));
    const { children, run } = await realRunner();
    share.set({ kind: 'delay', op, match: 'house-rules.json', ms: 6_000 });
    expect((await run(share.seen)).kind).toBe('hung');
    share.set(null);
    await ended(children[0] as ChildProcess);
  });

  test.each(['EIO', 'EACCES', 'ENOTCONN'])('with %s costs nothing that is here', async (kind) => {
    const share = await mounted(faultShare);
    writeFileSync(path.join(share.source, 'house-rules.json'), writeNoteFile(houseRules, [sampleNote({ text: 'theirs' })]));
    const pc = notesPc(share.seen, 'desk');
    await pc.add('mine');
    share.set({ kind, op: 'read', match: 'house-rules.json' });
    expect((await pc.exchange()).code).toMatch(/^SHARE_/);
    share.set(null);
    // The mount is for reading only: what is there comes in all the same, and it is said that nothing can be left.
    expect((await pc.exchange()).code).toMatch(/^SHARE_/);
    expect(await pc.texts()).toEqual(['mine', 'theirs']);
  });
});

describe.skipIf(!canMount.samba)('Samba (needs samba, smbclient, rclone and fuse3)', () => {
  const samba = () => mounted((folder) => sambaShare(folder, 'me', { isWritable: true }));

  test('two PCs exchange over it, file over file', async () => {
    const { seen, source } = await samba();
    const [desk, laptop] = [notesPc(seen, 'desk'), notesPc(seen, 'laptop')];
    const id = await desk.add('first');
    for (const pc of [desk, laptop]) expect((await pc.exchange()).code).toBeNull();
    await desk.revise(id, 'at the desk');
    await laptop.revise(id, 'on the way');
    for (const pc of [desk, laptop, desk]) expect((await pc.exchange()).code).toBeNull();
    expect([await desk.texts(), await laptop.texts()]).toEqual([
      ['at the desk', 'on the way'],
      ['at the desk', 'on the way'],
    ]);
    // rclone leaves a file for the folder itself.
    expect(readdirSync(source).filter((name) => /[a-z]/.test(name))).toEqual(['house-rules.json']);
  });

  test('that freezes is given up, and goes on when it thaws', async () => {
    const share = await samba();
    const { run } = await realRunner();
    expect((await run(share.seen)).kind).toBe('done');
    share.freeze();
    expect((await run(share.seen)).kind).toBe('hung');
    share.thaw();
    await expect.poll(async () => (await run(share.seen)).kind, { timeout: 60_000, interval: 2_000 }).toBe('done');
  });
});
