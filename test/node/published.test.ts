import { appendFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Sha256 } from '../../content/core/base/ids.ts';
import { newestVersion, readPublished, readPublishedBlob, requireRoot } from '../../content/node/published.ts';
import { channel, makeGroup, realNow } from '../support/group.ts';
import { tempFolder } from '../support/temp.ts';

const read = (share: string, repository: string = channel) => readPublished({ share, repository, now: realNow() });
const metadata = (share: string, name: string) => path.join(share, 'channels', channel, 'metadata', name);

describe('what is published', () => {
  it('is what a reader would reach, with names for the keys', async () => {
    const group = await makeGroup();
    const published = await read(group.share);
    if (!published.ok) throw new Error(published.error.code);
    expect(published.value).toMatchObject({ version: group.version, error: null, isListed: true });
    expect(published.value.roots).toHaveLength(1);
    expect(published.value.people.get(group.editors[0]?.key.keyval.public ?? '')).toBe('Demonstration editor 1');
    expect(newestVersion(published.value)).toBe(group.version);
    expect((await read(group.share, 'directory')).ok).toBe(true);
  });

  it('is nothing for a channel that has no root', async () => {
    const group = await makeGroup();
    const published = await read(group.share, 'tiktok');
    expect(published).toMatchObject({ ok: true, value: { root: null, version: 0, isListed: false } });
    expect(published.ok && requireRoot(published.value)).toMatchObject({ ok: false, error: { code: 'CHANNEL_UNKNOWN' } });
    expect(await read(group.share, '../x')).toMatchObject({ ok: false, error: { code: 'CHANNEL_UNKNOWN' } });
  });

  it('still has its root where the rest is damaged, and says why', async () => {
    const group = await makeGroup();
    rmSync(metadata(group.share, `${group.version}.snapshot.json`));
    expect(await read(group.share)).toMatchObject({ ok: true, value: { state: null, error: { code: 'INCOMPLETE' } } });
  });

  it('begins with the root that the directory lists, so that another one is refused', async () => {
    const [group, other] = [await makeGroup(), await makeGroup()];
    const forged = await readPublished({ share: other.share, repository: channel, now: realNow(), pinnedRoot: group.pinnedRoot });
    expect(forged).toMatchObject({ ok: true, value: { isListed: false } });
    appendFileSync(metadata(group.share, '2.root.json'), '{}');
    expect((await read(group.share)).ok).toBe(false);
  });

  it('gives a file only when it is what was signed', async () => {
    const group = await makeGroup();
    const published = await read(group.share);
    if (!published.ok) throw new Error(published.error.code);
    const entry = published.value.state?.targets?.targets.get('comments.md');
    if (!entry) throw new Error('no entry');
    expect((await readPublishedBlob(published.value, 'comments.md', entry))?.length).toBe(entry.length);
    expect(await readPublishedBlob(published.value, 'comments.md', { ...entry, sha256: '0'.repeat(64) as Sha256 })).toBeNull();
    appendFileSync(path.join(group.share, 'channels', channel, 'targets', `${entry.sha256}.comments.md`), 'x');
    expect(await readPublishedBlob(published.value, 'comments.md', entry)).toBeNull();
  });

  it('says that the share is gone', async () => {
    expect(await read(path.join(tempFolder(), 'none'))).toMatchObject({ ok: false, error: { code: 'SHARE_UNREACHABLE' } });
  });
});
