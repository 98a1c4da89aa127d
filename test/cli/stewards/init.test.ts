import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { listDrafts } from '../../../content/node/staging.ts';
import { newCard, writeCard, writeCards } from '../../support/cards.ts';
import { makeShareFolder } from '../../support/demo-share.ts';
import { guides, guidesJson } from '../../support/said.ts';
import { tempFolder } from '../../support/temp.ts';

const five = ['Ann', 'Ben', 'Cat', 'Dan', 'Eve'];

describe('guides stewards init', () => {
  test('drafts a root of five stewards, three of whom sign, and lists that name them', async () => {
    const [cards, share] = [tempFolder(), path.join(tempFolder(), 'share')];
    writeCards(cards, five);
    const made = await guidesJson<{ root: { id: string; version: number }; directory: { id: string } }>(
      'stewards',
      'init',
      cards,
      '--share',
      share,
    );
    const drafts = await listDrafts(share, 'directory');
    expect(drafts.map(({ id }) => id).sort()).toEqual([made.root.id, made.directory.id].sort());
    const root = drafts.find(({ id }) => id === made.root.id)?.read;
    expect(root).toMatchObject({ ok: true, value: { draft: { kind: 'root', root: { version: 1, roles: { root: { threshold: 3 } } } } } });
    expect(root?.ok && root.value.draft.kind === 'root' && root.value.draft.root.signed.demo).toBe(undefined);
    expect(existsSync(path.join(share, 'directory'))).toBe(false);
  });

  test('asks for a telephone call with each person’s words', async () => {
    const [folder, share] = [tempFolder(), tempFolder()];
    const cards = five.map((name) => newCard(name));
    const { out } = await guides('stewards', 'init', ...cards.map((card) => writeCard(folder, card)), '--share', share);
    for (const card of cards) expect(out).toContain(`${card.name}, Test Police: ${card.fingerprint.join(' ')}`);
    expect(out).toMatch(/guides sign directory \d+-[0-9a-f]{6} --key <file> --share/);
  });

  test('refuses too few, one person twice, what is no card, and a share that is founded', async () => {
    const [folder, share] = [tempFolder(), tempFolder()];
    const cards = writeCards(folder, five);
    const init = (...args: readonly string[]) => guides('stewards', 'init', ...args, '--share', share);
    await expect(init()).rejects.toThrow('five stewards');
    await expect(init(...cards.slice(1))).rejects.toThrow('at least 5 stewards; these are 4');
    await expect(init(...cards, cards[0] as string)).rejects.toThrow('is there twice');
    await expect(init(...cards, writeCard(tempFolder(), newCard('Ann')))).rejects.toThrow('would hold two keys');
    await expect(init(path.join(folder, 'none'))).rejects.toThrow('no key card');
    await expect(init(tempFolder())).rejects.toThrow('no key card (*.card.json)');
    const spoilt = path.join(tempFolder(), 'ann.card.json');
    writeFileSync(
      spoilt,
      readFileSync(cards[0] as string, 'utf8')
        .replace('Ann', 'Bob')
        .replace('"public": "', '"public": "0'),
    );
    await expect(init(spoilt)).rejects.toThrow('not a whole key card (public)');
    await expect(guides('stewards', 'init', ...cards)).rejects.toThrow('--share');
    const founded = await makeShareFolder();
    await expect(guides('stewards', 'init', ...cards, '--share', founded.folder)).rejects.toThrow('already');
  });
});
