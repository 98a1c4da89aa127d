import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findEditions } from '../../content/node/publish-editions.ts';
import { readPublished } from '../../content/node/published.ts';
import { channel, firstBodies, makeGroup, publishBodies, realNow } from '../support/group.ts';

async function versions(share: string) {
  const published = await readPublished({ share, repository: channel, now: realNow() });
  return published.ok ? (await findEditions(published.value)).map(({ version, basedOn }) => [version, ...basedOn]) : [];
}

describe('the editions of a folder', () => {
  it('are found with what they were made from, newest first', async () => {
    const group = await makeGroup();
    const { version } = await publishBodies(group, { ...firstBodies, comments: '## C\n\nNew.\n' });
    expect(await versions(group.share)).toEqual([[version, group.version], [group.version]]);
  });

  it('do not include what is half there, cut or not signed by the group', async () => {
    const [group, strangers] = [await makeGroup(), await makeGroup()];
    const metadata = path.join(group.share, 'channels', channel, 'metadata');
    const { version } = await publishBodies(group, { ...firstBodies, comments: '## C\n\nNew.\n' });
    rmSync(path.join(metadata, `${version}.targets.json`));
    writeFileSync(path.join(metadata, '5.snapshot.json'), '{"signed":');
    expect(await versions(group.share)).toEqual([[group.version]]);
    const published = await readPublished({ share: group.share, repository: channel, now: realNow() });
    const other = await readPublished({ share: strangers.share, repository: channel, now: realNow() });
    if (!published.ok || !other.ok) throw new Error('not read');
    expect(await findEditions({ ...other.value, root: published.value.root })).toEqual([]);
  });
});
