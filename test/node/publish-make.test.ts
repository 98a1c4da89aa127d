import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeDraft, readPublishedIndex, remakeDraft } from '../../content/node/publish-make.ts';
import { readPublished } from '../../content/node/published.ts';
import { readStaged } from '../../content/node/staging.ts';
import { channel, firstBodies, makeGroup, realNow, sourcesOf } from '../support/group.ts';

const make = (share: string, bodies: Readonly<Record<string, string>>, name: string = channel) =>
  makeDraft({ share, channel: name, files: sourcesOf(bodies), now: realNow(), note: 'Why' });

describe('making a draft', () => {
  it('builds on what is published, so that blocks keep their ids', async () => {
    const group = await makeGroup();
    const before = await readPublished({ share: group.share, repository: channel, now: realNow() });
    const index = before.ok ? await readPublishedIndex(before.value) : before;
    const made = await make(group.share, { ...firstBodies, comments: '## Comments\n\nHide a comment that is unkind to anyone.\n' });
    if (!made.ok || made.value.id === null) throw new Error('no draft');
    const staged = await readStaged(group.share, channel, made.value.id);
    if (!staged.ok || staged.value.draft.kind === 'root') throw new Error('no draft');
    const entry = staged.value.draft.targets.targets.get('index.json');
    const bytes = entry && (await staged.value.blob('index.json', entry.sha256, entry.length));
    const now = JSON.parse(Buffer.from(bytes ?? []).toString()) as { guides: { id: string; blocks: string[][] }[] };
    const ids = (guides: readonly { id: string; blocks: readonly (readonly string[])[] }[]) =>
      guides.find(({ id }) => id === 'comments')?.blocks.map(([id]) => id);
    expect(ids(now.guides)).toEqual(index.ok && index.value ? ids(index.value.guides) : []);
    expect(staged.value.draft.head).toMatchObject({ base: group.version, note: 'Why' });
  });

  it('stops at errors in the guides, and at a pack of another channel', async () => {
    const group = await makeGroup();
    expect(await make(group.share, { ...firstBodies, comments: '![x](none.png)' })).toMatchObject({ ok: true, value: { id: null } });
    const files = sourcesOf(firstBodies);
    const wrong = await makeDraft({ share: group.share, channel: 'x', files, now: realNow(), note: '' });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'CHANNEL_UNKNOWN' } });
  });

  it('does not build on a damaged edition', async () => {
    const group = await makeGroup();
    rmSync(path.join(group.share, 'channels', channel, 'targets'), { recursive: true });
    expect(await make(group.share, firstBodies)).toMatchObject({ ok: false, error: { code: 'INCOMPLETE' } });
    expect(await remakeDraft({ share: group.share, channel, now: realNow(), note: '' })).toMatchObject({
      ok: false,
      error: { code: 'INCOMPLETE' },
    });
  });

  it('drafts the published files again, unchanged, under a new version', async () => {
    const group = await makeGroup();
    const made = await remakeDraft({ share: group.share, channel, now: realNow(), note: '' });
    if (!made.ok || !made.value.id) throw new Error('no draft');
    expect(made.value.version).toBeGreaterThan(group.version);
    const staged = await readStaged(group.share, channel, made.value.id);
    const before = await readPublished({ share: group.share, repository: channel, now: realNow() });
    expect(staged.ok && staged.value.draft.kind === 'edition' && [...staged.value.draft.targets.targets]).toEqual(
      before.ok && [...(before.value.state?.targets?.targets ?? [])],
    );
  });
});
