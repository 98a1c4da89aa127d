import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { paperPage } from '../../../content/cli/keys/backup.ts';
import { wordsSentence } from '../../../content/cli/keys/restore.ts';
import { wordsOfSeed } from '../../../content/core/publish/key-words.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { makeSeed, openKey, signerOfSeed } from '../../../content/node/key-file.ts';
import { newCard, writeCard } from '../../support/cards.ts';
import { guides, guidesJson, passphrase } from '../../support/said.ts';
import { tempFolder } from '../../support/temp.ts';

const seed = makeSeed();
const words = wordsOfSeed(seed, sha256);
const card = newCard('Ann Example', signerOfSeed(seed).key.keyval.public);

function paper(text: string): { readonly out: string; readonly words: string; readonly card: string } {
  const folder = tempFolder();
  const file = path.join(folder, 'words.txt');
  writeFileSync(file, text);
  return { out: path.join(folder, 'ann.key'), words: file, card: writeCard(folder, card) };
}

describe('guides keys restore', () => {
  test('makes the same key again, from the words or from the whole page', async () => {
    for (const text of [words.join(' '), paperPage(card, words)]) {
      const { out, words: file } = paper(text);
      await guidesJson('keys', 'restore', '--out', out, '--name', 'Ann Example', '--words', file);
      const opened = await openKey(out, passphrase);
      expect([[...opened.seed], opened.card.name]).toEqual([[...seed], 'Ann Example']);
    }
  });

  test('takes name and force from the card, and keeps its day', async () => {
    const { out, words: file, card: cardFile } = paper(words.join(' '));
    await guidesJson('keys', 'restore', '--out', out, '--card', cardFile, '--words', file);
    expect((await openKey(out, passphrase)).card).toEqual(card);
  });

  test('says which word is wrong', async () => {
    const { out, words: file } = paper(words.with(3, 'abilty').join(' '));
    const said = await guides('keys', 'restore', '--out', out, '--name', 'Ann', '--words', file);
    expect([said.code, said.err]).toEqual([1, 'Word 4, "abilty", is not on the list. Perhaps "ability"?']);
  });

  test('finds with the card what was copied wrongly', async () => {
    const wrong = words[5] === 'zoo' ? 'zone' : 'zoo';
    const { out, words: file, card: cardFile } = paper(words.with(5, wrong).join(' '));
    const said = await guides('keys', 'restore', '--out', out, '--card', cardFile, '--words', file);
    expect([said.code, said.err]).toEqual([1, `Word 6 is wrong: for this card it must be "${words[5]}".`]);
  });

  test('knows another key’s words', async () => {
    const { out, words: file, card: cardFile } = paper(wordsOfSeed(makeSeed(), sha256).join(' '));
    const said = await guides('keys', 'restore', '--out', out, '--card', cardFile, '--words', file);
    expect([said.code, said.err]).toEqual([1, expect.stringContaining('another key')]);
  });

  test('needs words that are there', async () => {
    const { out } = paper('');
    await expect(guides('keys', 'restore', '--out', out, '--name', 'Ann', '--words', 'none')).rejects.toThrow('no file');
  });

  test('a paper copy leads from a key file back to it', async () => {
    const folder = tempFolder();
    const at = (name: string) => path.join(folder, name);
    await guidesJson('keys', 'new', '--out', at('a.key'), '--name', 'Ann');
    await guidesJson('keys', 'backup', '--key', at('a.key'), '--out', at('paper.txt'));
    await guidesJson('keys', 'restore', '--out', at('b.key'), '--card', at('a.card.json'), '--words', at('paper.txt'));
    const [a, b] = [await openKey(at('a.key'), passphrase), await openKey(at('b.key'), passphrase)];
    expect(b.card.public).toBe(a.card.public);
    expect(readFileSync(at('b.card.json'), 'utf8')).toBe(readFileSync(at('a.card.json'), 'utf8'));
  });
});

test.each([
  [{ why: 'count', count: 23 }, /24 words; these are 23/],
  [{ why: 'checksum' }, /together they are no key/],
  [{ why: 'word', wrong: [{ place: 2, word: 'qqq', near: [] }] }, /Word 2, "qqq", is not on the list\.$/],
] as const)('a sentence for %j', (fault, sentence) => expect(wordsSentence(fault)).toMatch(sentence));
