// Publishing on to a real network folder: Samba that may be written to, seen through rclone as an editor's PC sees it, and
// read by another PC through a mount of its own.
import { cpSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { writeExclusive } from '../../content/node/exclusive-write.ts';
import { importShare } from '../../content/node/import-share.ts';
import type { Signer } from '../../content/node/keys.ts';
import { publishDraft } from '../../content/node/publish-draft.ts';
import { draftOf, firstBodies, makeGroup, publishInput, realNow, signBy } from '../support/group.ts';
import { readable } from '../support/imports.ts';
import { canMount, sambaShare } from '../support/real-share.ts';
import { inFolder } from '../support/torture.ts';

const patience = { timeout: 30_000, interval: 500 };
const changed = { ...firstBodies, comments: '## Comments\n\nHide a comment that is unkind to anybody.\n' };

describe.skipIf(!canMount.samba)('a Samba share that may be written to (needs samba, smbclient, rclone and fuse3)', () => {
  test('gives a name to one of several writers, also after one that died while it had the claim', async () => {
    await inFolder(async (home) => {
      const samba = await sambaShare(home, 'me', { isWritable: true });
      try {
        const file = path.join(samba.seen, 'folder', 'name');
        const claim = path.join(samba.source, 'folder', '.name.claim.tmp');
        mkdirSync(path.dirname(claim));
        writeFileSync(claim, '');
        const longAgo = new Date(Date.now() - 3_600_000);
        utimesSync(claim, longAgo, longAgo);
        const outcomes = await Promise.all(Array.from({ length: 5 }, (_, at) => writeExclusive(file, Buffer.from(`writer ${at}`))));
        expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1);
        expect(readFileSync(path.join(samba.source, 'folder', 'name'), 'utf8')).toBe(`writer ${outcomes.indexOf('written')}`);
        expect(readdirSync(path.join(samba.source, 'folder'))).toEqual(['name']);
      } finally {
        await samba.stop();
      }
    });
  });

  test('takes two editions in turn, each whole before readers', async () => {
    await inFolder(async (home) => {
      const samba = await sambaShare(home, 'me', { isWritable: true });
      try {
        const group = await makeGroup();
        cpSync(group.share, samba.source, { recursive: true });
        const publish = async (bodies: typeof firstBodies) => {
          const id = await draftOf(samba.seen, bodies);
          // What was just written may be seen by this mount a moment later: a command is given again, as people do.
          for (const editor of group.editors.slice(0, 2)) await vi.waitFor(() => signBy(samba.seen, id, [editor]), patience);
          return vi.waitFor(async () => {
            const published = await publishDraft(publishInput(samba.seen, group.editors[0] as Signer, { id }));
            if (!published.ok) throw new Error(JSON.stringify(published.error));
            return published.value;
          }, patience);
        };
        const store = path.join(home, 'store');
        const read = async () => {
          const report = await importShare({ store, share: samba.seen, pinnedRoot: group.pinnedRoot, now: realNow() });
          const [found] = report.channels;
          return [found?.error?.code ?? report.error?.code ?? found?.outcome, (await readable(store)).join('').includes('anybody')];
        };
        expect(await read()).toEqual(['imported', false]);
        const first = await publish(changed);
        expect(first.checked).toBeGreaterThan(0);
        expect(await read()).toEqual(['imported', true]);
        const second = await publish(firstBodies);
        expect(second.version).toBeGreaterThan(first.version);
        expect(await read()).toEqual(['imported', false]);
        expect(await read()).toEqual(['current', false]);
      } finally {
        await samba.stop();
      }
    });
  });
});
