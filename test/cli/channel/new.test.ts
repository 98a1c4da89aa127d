import { describe, expect, test } from 'vitest';
import { listDrafts } from '../../../content/node/staging.ts';
import { writeCards } from '../../support/cards.ts';
import { makeShareFolder } from '../../support/demo-share.ts';
import { guides, guidesJson } from '../../support/said.ts';
import { tempFolder } from '../../support/temp.ts';

const four = ['Ann', 'Ben', 'Cat', 'Dan'];

describe('guides channel new', () => {
  test('drafts a first root that says the channel, its editors and the stewards', async () => {
    const { folder: share } = await makeShareFolder();
    const cards = writeCards(tempFolder(), four);
    const made = await guidesJson<{ root: { id: string } }>('channel', 'new', 'tiktok', ...cards, '--title', 'TikTok', '--share', share);
    const [draft] = await listDrafts(share, 'tiktok');
    expect(draft?.id).toBe(made.root.id);
    // The directory is a demonstration, so what it lists is one too.
    expect(draft?.read).toMatchObject({
      ok: true,
      value: { draft: { root: { signed: { channel: { id: 'tiktok', title: 'TikTok', kind: 'channel' }, demo: true } } } },
    });
  });

  test('refuses a bad name, a missing title, too few editors, and a channel that is there', async () => {
    const { folder: share } = await makeShareFolder();
    const cards = writeCards(tempFolder(), four);
    const found = (...args: readonly string[]) => guides('channel', 'new', ...args, '--share', share);
    await expect(found()).rejects.toThrow('name of the channel');
    for (const name of ['TikTok', 'directory', 'a'.repeat(53), '../x'])
      await expect(found(name, ...cards, '--title', 'T')).rejects.toThrow('cannot be a channel');
    await expect(found('tiktok', ...cards)).rejects.toThrow('--title');
    await expect(found('tiktok', '--title', 'T')).rejects.toThrow('four or five editors');
    await expect(found('tiktok', ...cards, '--title', 'T', '--kind', 'page')).rejects.toThrow('"subject"');
    await expect(found('tiktok', ...cards.slice(1), '--title', 'T')).rejects.toThrow('at least 4 editors');
    await expect(found('x', ...cards, '--title', 'T')).rejects.toThrow('already');
    const none = await guides('channel', 'new', 'tiktok', ...cards, '--title', 'T', '--share', tempFolder());
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('NG-1401')]);
  });
});
