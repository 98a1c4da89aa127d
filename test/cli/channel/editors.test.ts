import { describe, expect, test } from 'vitest';
import { newCard, writeCard, writeCards } from '../../support/cards.ts';
import { makeShareFolder } from '../../support/demo-share.ts';
import { guides, guidesJson } from '../../support/said.ts';
import { tempFolder } from '../../support/temp.ts';

interface Made {
  readonly root: { readonly version: number; readonly again: string | null };
  readonly directory: { readonly id: string } | null;
}

describe('guides channel editors', () => {
  test('drafts the root, the lists, and the edition again when its signers go', async () => {
    const { folder: share } = await makeShareFolder();
    const change = (...args: readonly string[]) => guidesJson<Made>('channel', 'editors', 'facebook', ...args, '--share', share);
    const idle = await change('--remove', 'Demonstration editor 5');
    expect([idle.root.version, idle.root.again, idle.directory === null]).toEqual([2, null, false]);
    expect((await change('--remove', 'Demonstration editor 1')).root.again).toMatch(/^\d+-[0-9a-f]{6}$/);
  });

  test('refuses nothing, a steward’s key, the directory, and an unknown channel', async () => {
    const { folder: share, keys } = await makeShareFolder();
    const change = (...args: readonly string[]) => guides('channel', 'editors', ...args, '--share', share);
    await expect(change()).rejects.toThrow('name of the channel');
    await expect(change('facebook')).rejects.toThrow('who joins');
    const steward = writeCard(tempFolder(), newCard('Ann', keys.stewards[0]?.key.keyval.public as string));
    await expect(change('facebook', steward)).rejects.toThrow('must be another one');
    await expect(change('directory', steward)).rejects.toThrow('guides stewards change');
    const unknown = await change('tiktok', steward);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('no channel "tiktok"')]);
  });
});

describe('guides channel rotate', () => {
  test('puts one new key where one old was', async () => {
    const { folder: share } = await makeShareFolder();
    const [card] = writeCards(tempFolder(), ['Fay']) as [string];
    const made = await guidesJson<Made & { removed: { name: string }[] }>(
      'channel',
      'rotate',
      'x',
      card,
      '--replace',
      'Demonstration editor 3',
      '--share',
      share,
    );
    expect([made.root.version, made.removed.map(({ name }) => name)]).toEqual([2, ['Demonstration editor 3']]);
  });

  test('needs one card and one key', async () => {
    const { folder: share } = await makeShareFolder();
    const [card] = writeCards(tempFolder(), ['Fay']) as [string];
    const rotate = (...args: readonly string[]) => guides('channel', 'rotate', ...args, '--share', share);
    await expect(rotate('x')).rejects.toThrow('new key card');
    await expect(rotate('x', card)).rejects.toThrow('--replace');
    await expect(rotate('x', card, '--replace', 'Demonstration editor 1,Demonstration editor 2')).rejects.toThrow('at a time');
  });
});
