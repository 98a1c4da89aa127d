// The emergencies of trust.md 1.3 one after another on one share, by the commands alone, with the real app open: one
// reader is there from the first day, another comes new after each. Both follow, and whoever is out can do nothing more.
import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Variant } from '../../.ci/lib/stage.ts';
import { draftTimestamp, signedFile } from '../../content/core/publish/edition.ts';
import { validDays } from '../../content/core/publish/roles.ts';
import { sha256 } from '../../content/node/hash.ts';
import { openKeyFile } from '../../content/node/key-file.ts';
import { channelName, type FoundedShare, found } from '../support/founded-share.ts';
import { type ReaderWindow, readerWindow } from '../support/reader-window.ts';
import { guides, guidesJson, passphrase } from '../support/said.ts';
import { removeVariants, variantFolder, variantOf } from '../support/variants.ts';

let world: FoundedShare;
let variant: Variant;
let oldReader: ReaderWindow;

beforeAll(async () => {
  world = await found(variantFolder());
  for (const name of ['n4', 'n5', 'n6', 'n7'])
    await guidesJson('keys', 'new', '--out', world.key(name), '--name', `Person ${name}`, '--force', 'Test Police');
  const seed = path.join(variantFolder(), 'seed');
  cpSync(world.share, seed, { recursive: true });
  variant = variantOf('e2e-key-drills', seed, path.join(world.folder, '1.root.json'));
  oldReader = await readerWindow(variant, world.share);
}, 180_000);
afterAll(async () => {
  await oldReader?.close();
  removeVariants();
});

let words = '';
/** Every drill ends with an edition that both readers have, and with no refusal that anybody could have seen. */
afterEach(async () => {
  const newReader = await readerWindow(variant, world.share);
  try {
    for (const reader of [oldReader, newReader]) {
      const state = await reader.look();
      expect(state.settled).toMatchObject({ kind: 'current', error: null });
      expect(await reader.reads('facebook-start')).toContain(words);
      expect([...reader.seen]).not.toContain('refused');
    }
    expect(newReader.codes()).toEqual([]);
  } finally {
    await newReader.close();
  }
}, 120_000);

interface Change {
  readonly root: { readonly id: string };
}

const share = () => ['--share', world.share] as const;
const all = async (command: 'sign' | 'publish', ...names: readonly string[]): Promise<void> => {
  for (const name of names) await guidesJson(command, '--all', '--key', world.key(name), ...share());
};

/** The channel's keys change: three stewards sign, two editors where the edition needs it, a steward publishes all. */
async function change(command: 'editors' | 'rotate', cards: readonly string[], more: readonly string[], again: readonly string[] = []) {
  await guidesJson<Change>('channel', command, channelName, ...cards.map(world.card), ...more, ...share());
  await all('sign', 's1', 's3', 's4', ...again);
  await all('publish', 's4');
}

async function edition(text: string, ...names: readonly [string, string]): Promise<void> {
  words = text;
  await world.edition(text, ...names);
}

/** Refused at signing, with the number by which people look up why. The draft was made for this only. */
async function expectRefused(name: string, reference: string): Promise<void> {
  const { draft } = await guidesJson<{ draft: string }>('draft', channelName, '--again', ...share());
  const signing = await guides('sign', channelName, draft, '--key', world.key(name), ...share());
  expect([signing.code, signing.err]).toEqual([1, expect.stringContaining(reference)]);
  await guidesJson('tidy', channelName, draft, '--key', world.key('s1'), ...share());
}

/** Refused at signing, and a timestamp that is signed and put on the share all the same moves no reader. */
async function expectOut(name: string): Promise<void> {
  await expectRefused(name, 'NG-1405');
  const confirming = await guides('refresh', channelName, '--force', '--key', world.key(name), ...share());
  expect([confirming.code, confirming.err]).toEqual([1, expect.stringContaining('NG-1405')]);
  const before = (await oldReader.look()).channels[0]?.held;
  const good = `${timestampFile()}.good`;
  copyFileSync(timestampFile(), good);
  await forgeTimestamp(name, Math.floor(Date.now() / 1000) + 60);
  const after = await oldReader.look();
  copyFileSync(good, timestampFile());
  expect([after.channels[0]?.held, after.channels[0]?.status.error?.code ?? 'kept']).toEqual([before, expect.any(String)]);
  expect(oldReader.codes()).toContain('TAMPERED');
}

const metadata = () => path.join(world.share, 'channels', channelName, 'metadata');
const timestampFile = () => path.join(metadata(), 'timestamp.json');

/** What a thief of one key can make: a confirmation of what is there, numbered as they like. */
async function forgeTimestamp(name: string, version: number): Promise<void> {
  const thief = await openKeyFile(world.key(name), passphrase);
  const { signed } = JSON.parse(readFileSync(timestampFile(), 'utf8')) as { signed: { meta: { 'snapshot.json': { version: number } } } };
  const named = signed.meta['snapshot.json'].version;
  const snapshot = { version: named, file: readFileSync(path.join(metadata(), `${named}.snapshot.json`)) };
  const draft = draftTimestamp(snapshot, version, validDays.channelTimestamp, sha256);
  writeFileSync(timestampFile(), signedFile(draft, [{ keyid: thief.keyid, sig: thief.sign(draft.bytes) }]));
}

test('one editor’s key is lost: the other four go on, and the person comes back with a new one', { timeout: 90_000 }, async () => {
  await edition('By two of the other four.', 'e2', 'e3');
  await change('rotate', ['n1'], ['--replace', 'Person e1']);
  await edition('With the new key.', 'n1', 'e2');
  await expectOut('e1');
});

test('two are lost, those who had signed: others sign the same edition again', { timeout: 90_000 }, async () => {
  await change('editors', ['n2', 'n3'], ['--remove', 'Person n1,Person e2'], ['e3', 'e4']);
  await edition('By the two new keys.', 'n2', 'n3');
});

test('three are lost: the two that are left publish meanwhile, and the group is filled up', { timeout: 90_000 }, async () => {
  await edition('While three are lost.', 'e4', 'e5');
  await change('editors', ['n4', 'n5', 'n6'], ['--remove', 'Person e3,Person n2,Person n3']);
  await edition('By five again.', 'n4', 'e5');
});

test('an editor leaves, and can neither sign nor confirm', { timeout: 90_000 }, async () => {
  await change('editors', [], ['--remove', 'Person e5'], ['n5', 'n6']);
  await edition('After a farewell.', 'n5', 'n6');
  await expectOut('e5');
});

test('a steward leaves and another joins, in every root at once', { timeout: 90_000 }, async () => {
  await guidesJson('stewards', 'change', world.card('n7'), '--remove', 'Person s2', ...share());
  await all('sign', 's1', 's3', 's4');
  await all('publish', 's4');
  await edition('Under new stewards.', 'n4', 'n5');
  await expectOut('s2');
  const { directory } = await guidesJson<{ directory: { id: string } }>('channel', 'retire', channelName, '--on', '2099-12-31', ...share());
  const signing = await guides('sign', 'directory', directory.id, '--key', world.key('s2'), ...share());
  expect([signing.code, signing.err]).toEqual([1, expect.stringContaining('NG-1405')]);
  await guidesJson('tidy', 'directory', directory.id, '--key', world.key('s1'), ...share());
});

test('a stolen timestamp key numbers a confirmation far ahead; it is rotated out and readers come back', { timeout: 90_000 }, async () => {
  // Twenty days: as far as readers believe without doubting their clock.
  await forgeTimestamp('n4', Math.floor(Date.now() / 1000) + 20 * 24 * 3600);
  // It is validly signed: all that a reader can notice is that its clock seems to be behind.
  expect((await oldReader.look()).settled.kind).toBe('clock');
  await expectRefused('n5', 'NG-1126');
  await change('rotate', ['e1'], ['--replace', 'Person n4'], ['n5', 'n6']);
  await edition('After the theft.', 'n5', 'n6');
  await expectOut('n4');
});
