// The emergencies of trust.md 1.3, each by the commands alone, signed by people one after another, and seen by a reader
// who had the old state and by one who comes new.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftTimestamp, signedFile } from '../../content/core/publish/edition.ts';
import { validDays } from '../../content/core/publish/roles.ts';
import { sha256 } from '../../content/node/hash.ts';
import { openKeyFile } from '../../content/node/key-file.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { channelName, copyOf, type FoundedShare, found } from '../support/founded-share.ts';
import { guides, guidesJson, passphrase } from '../support/said.ts';

let first: FoundedShare;
beforeAll(async () => {
  first = await found(mkdtempSync(path.join(tmpdir(), 'guides-drills-')));
}, 120_000);
afterAll(() => rmSync(first.folder, { recursive: true, force: true }));

interface Change {
  readonly root: { readonly id: string; readonly again: string | null };
  readonly directory: { readonly id: string } | null;
}

/** The old reader and a new one must both be current, with no trouble anywhere. */
async function expectReaders(world: FoundedShare): Promise<void> {
  for (const store of [path.join(world.folder, 'store'), path.join(world.folder, 'new-store')]) {
    const report = await world.read(store);
    expect(report).toMatchObject({ error: null, directory: { error: null, warnings: [] } });
    expect(report.channels.map(({ error, warnings }) => [error, warnings])).toEqual([[null, []]]);
  }
}

const change = (world: FoundedShare, command: string, ...args: readonly string[]) =>
  guidesJson<Change>('channel', command, channelName, ...args, '--share', world.share);

/** Root by three stewards, the edition again where it is needed, the lists by two. */
async function carryOut(world: FoundedShare, made: Change, again: readonly string[]): Promise<void> {
  await world.sign(channelName, made.root.id, 's1', 's2', 's3');
  if (made.root.again) await world.sign(channelName, made.root.again, ...again);
  await world.publish(channelName, made.root.id, 's3');
  if (!made.directory) return;
  await world.sign('directory', made.directory.id, 's1', 's2');
  await world.publish('directory', made.directory.id, 's2');
}

async function signersOf(world: FoundedShare): Promise<readonly string[]> {
  const store = await openLocalStore(path.join(world.folder, 'store'));
  return store.held().flatMap(({ seal }) => seal.signers);
}

describe('keys are lost', () => {
  test('one: the group goes on, and the person comes back with a new key', async () => {
    const world = copyOf(first);
    await world.edition('Second, by two of the other four.', 'e2', 'e3');
    await expectReaders(world);
    const made = await change(world, 'rotate', world.card('n1'), '--replace', 'Person e1');
    expect(made.root.again).toBe(null);
    await carryOut(world, made, []);
    await expectReaders(world);
    await world.edition('Third, with the new key.', 'n1', 'e4');
    await expectReaders(world);
  }, 60_000);

  test('two, those who had signed: the others sign the same edition again, and readers notice nothing', async () => {
    const world = copyOf(first);
    const made = await change(world, 'editors', world.card('n1'), world.card('n2'), '--remove', 'Person e1,Person e2');
    expect(made.root.again).not.toBe(null);
    await world.sign(channelName, made.root.id, 's1', 's2', 's3');
    const early = await guides('publish', channelName, made.root.id, '--key', world.key('s3'), '--share', world.share);
    expect([early.code, early.err]).toEqual([1, expect.stringContaining('readers would refuse it')]);
    await expectReaders(copyOf(world));
    await carryOut(world, made, ['e3', 'e4']);
    await expectReaders(world);
    await world.edition('By new keys alone.', 'n1', 'n2');
    await expectReaders(world);
  }, 60_000);

  test('three: the two that are left publish meanwhile, and sign again with the new ones', async () => {
    const world = copyOf(first);
    await world.edition('While three are lost.', 'e4', 'e5');
    const cards = ['n1', 'n2', 'n3'].map(world.card);
    const made = await change(world, 'editors', ...cards, '--remove', 'Person e1,Person e2,Person e3');
    await carryOut(world, made, []);
    await expectReaders(world);
    await world.edition('All is well.', 'n3', 'e5');
    await expectReaders(world);
  }, 60_000);

  test('four: nobody but new keys can sign again, and stewards carry the group over', async () => {
    const world = copyOf(first);
    const cards = ['n1', 'n2', 'n3'].map(world.card);
    const made = await change(world, 'editors', ...cards, '--remove', 'Person e1,Person e2,Person e3,Person e4');
    await carryOut(world, made, ['n1', 'n2']);
    await expectReaders(world);
  }, 60_000);
});

test('an editor leaves: the name goes from the lists, and the key signs nothing any more', async () => {
  const world = copyOf(first);
  await carryOut(world, await change(world, 'editors', '--remove', 'Person e5'), []);
  await expectReaders(world);
  const people = readFileSync(listed(world, 'people.json'), 'utf8');
  expect([people.includes('Person e5'), people.includes('Person e4')]).toEqual([false, true]);
  const { draft } = await guidesJson<{ draft: string }>('draft', channelName, '--again', '--share', world.share);
  const said = await guides('sign', channelName, draft, '--key', world.key('e5'), '--share', world.share);
  expect([said.code, said.err]).toEqual([1, expect.stringContaining('may not sign this')]);
}, 60_000);

test('a steward leaves and another joins: in the directory’s root, in the channel’s, and in the lists', async () => {
  const world = copyOf(first);
  const made = await guidesJson<{ roots: { repository: string; id: string; again: string | null }[]; directory: { id: string } }>(
    'stewards',
    'change',
    world.card('n1'),
    '--remove',
    'Person s2',
    '--share',
    world.share,
  );
  expect(made.roots.map(({ repository }) => repository)).toEqual(['directory', channelName]);
  const [directory, channel] = made.roots as [(typeof made.roots)[number], (typeof made.roots)[number]];
  // s2 had signed the published lists: two who stay sign the new ones before the root is published.
  for (const { repository, id } of made.roots) await world.sign(repository, id, 's1', 's3', 's4');
  await world.sign('directory', made.directory.id, 's1', 's3');
  await world.publish('directory', directory.id, 's4');
  await world.publish(channelName, channel.id, 's4');
  await expectReaders(world);
  const people = readFileSync(listed(world, 'people.json'), 'utf8');
  expect([people.includes('Person s2'), people.includes('Person n1')]).toEqual([false, true]);
  // The new steward counts, the old one does not.
  const next = await change(world, 'rotate', world.card('n2'), '--replace', 'Person e5');
  const refused = await guides('sign', channelName, next.root.id, '--key', world.key('s2'), '--share', world.share);
  expect(refused.code).toBe(1);
  await world.sign(channelName, next.root.id, 'n1', 's1', 's5');
  await world.publish(channelName, next.root.id, 's5');
  await expectReaders(world);
}, 60_000);

test('a stolen key that numbered a confirmation far ahead is rotated out, and readers come back', async () => {
  const world = copyOf(first);
  const thief = await openKeyFile(world.key('e1'), passphrase);
  const metadata = path.join(world.share, 'channels', channelName, 'metadata');
  const timestamp = JSON.parse(readFileSync(path.join(metadata, 'timestamp.json'), 'utf8')) as {
    signed: { meta: { 'snapshot.json': { version: number } } };
  };
  const { version } = timestamp.signed.meta['snapshot.json'];
  const snapshot = { version, file: readFileSync(path.join(metadata, `${version}.snapshot.json`)) };
  // Twenty days ahead: as far as readers accept without doubting their clock.
  const ahead = Math.floor(Date.now() / 1000) + 20 * 24 * 3600;
  const draft = draftTimestamp(snapshot, ahead, validDays.channelTimestamp, sha256);
  writeFileSync(path.join(metadata, 'timestamp.json'), signedFile(draft, [{ keyid: thief.keyid, sig: thief.sign(draft.bytes) }]));
  expect((await world.read()).channels[0]?.error).toBe(null);
  // The stewards rotate the key out; the edition is confirmed again by a key of theirs in the same act.
  const made = await change(world, 'rotate', world.card('n1'), '--replace', 'Person e1');
  await carryOut(world, made, ['e2', 'e3']);
  await expectReaders(world);
  await world.edition('After the theft.', 'e2', 'n1');
  await expectReaders(world);
  expect(await signersOf(world)).toContain('Person n1, Test Police');
}, 60_000);

/** The published file of the directory under its plain name. */
function listed(world: FoundedShare, name: string): string {
  const folder = path.join(world.share, 'directory');
  const { signed } = JSON.parse(readFileSync(path.join(folder, 'metadata', 'timestamp.json'), 'utf8'));
  const { version } = signed.meta['snapshot.json'];
  const targets = JSON.parse(readFileSync(path.join(folder, 'metadata', `${version}.targets.json`), 'utf8'));
  return path.join(folder, 'targets', `${targets.signed.targets[name].hashes.sha256}.${name}`);
}
