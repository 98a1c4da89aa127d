import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ChannelId } from '../../content/core/base/ids.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { facebook, makeShareFolder, type TestShare, x } from '../support/demo-share.ts';
import { bring, codes, readable } from '../support/imports.ts';
import { nowVersion, tamper } from '../support/signed-repository.ts';
import { tempFolder } from '../support/temp.ts';

const later = nowVersion + 60;

describe('a damaged or hostile share', () => {
  type Attack = (share: TestShare) => void;
  const write = (file: string, bytes: Uint8Array | string) => writeFileSync(file, bytes);
  const attacks: readonly (readonly [name: string, code: string, attack: Attack])[] = [
    ['a guide is changed, at the same length', 'TAMPERED', ({ blob }) => write(blob(facebook, 'facebook-1.md'), '# Page\n\nShut it.\n')],
    ['a guide is cut', 'INCOMPLETE', ({ blob }) => truncateSync(blob(facebook, 'facebook-1.md'), 5)],
    ['a guide is empty', 'INCOMPLETE', ({ blob }) => truncateSync(blob(facebook, 'facebook-1.md'), 0)],
    ['a guide is missing', 'INCOMPLETE', ({ blob }) => rmSync(blob(facebook, 'facebook-1.md'))],
    ['a guide is longer than was signed', 'TAMPERED', ({ blob }) => appendFileSync(blob(facebook, 'facebook-1.md'), 'more')],
    ['two guides are swapped', 'TAMPERED', swapGuides],
    ['a guide is a link', 'MALFORMED', linkGuide],
    ['a guide is a folder', 'MALFORMED', folderGuide],
    ['the index is cut', 'INCOMPLETE', ({ blob }) => truncateSync(blob(facebook, 'index.json'), 100)],
    ['the index is changed', 'TAMPERED', ({ blob }) => flip(blob(facebook, 'index.json'))],
    [
      'the folder of blobs is missing',
      'INCOMPLETE',
      ({ folder }) => rmSync(path.join(folder, 'channels', 'facebook', 'targets'), { recursive: true }),
    ],
    [
      'the folder of the channel is missing',
      'INCOMPLETE',
      ({ folder }) => rmSync(path.join(folder, 'channels', 'facebook'), { recursive: true }),
    ],
    ['the folder of the channel is a link', 'MALFORMED', linkChannel],
    ['the timestamp is missing', 'INCOMPLETE', ({ metadata }) => rmSync(metadata(facebook, 'timestamp.json'))],
    ['the timestamp is empty', 'INCOMPLETE', ({ metadata }) => write(metadata(facebook, 'timestamp.json'), '')],
    ['the timestamp is cut', 'INCOMPLETE', ({ metadata }) => truncateSync(metadata(facebook, 'timestamp.json'), 60)],
    ['the timestamp is null', 'MALFORMED', ({ metadata }) => write(metadata(facebook, 'timestamp.json'), 'null')],
    ['the timestamp is huge', 'TOO_LARGE', ({ metadata }) => write(metadata(facebook, 'timestamp.json'), `{"a":"${'x'.repeat(20_000)}"}`)],
    ['the timestamp nests without end', 'TOO_LARGE', ({ metadata }) => write(metadata(facebook, 'timestamp.json'), '['.repeat(5_000))],
    ['the timestamp’s version is edited', 'TAMPERED', editTimestamp],
    [
      'the timestamp is another channel’s',
      'TAMPERED',
      (share) => write(share.metadata(facebook, 'timestamp.json'), readFileSync(share.metadata(x, 'timestamp.json'))),
    ],
    ['a root is skipped while a later one is there', 'INCOMPLETE', skipRoot],
    [
      'the next root is forged',
      'TAMPERED',
      (share) => write(share.metadata(facebook, '2.root.json'), readFileSync(share.metadata(x, '1.root.json'))),
    ],
    ['the snapshot is missing', 'INCOMPLETE', ({ metadata }) => rmSync(metadata(facebook, `${nowVersion}.snapshot.json`))],
    ['the snapshot is cut', 'INCOMPLETE', ({ metadata }) => truncateSync(metadata(facebook, `${nowVersion}.snapshot.json`), 99)],
    ['the targets are missing', 'INCOMPLETE', ({ metadata }) => rmSync(metadata(facebook, `${nowVersion}.targets.json`))],
    ['the targets are changed', 'TAMPERED', editTargets],
    ['all of a channel is another channel’s', 'TAMPERED', swapChannels],
  ];

  function swapGuides({ blob }: TestShare): void {
    const [one, two] = [blob(facebook, 'facebook-1.md'), blob(facebook, 'facebook-2.md')];
    renameSync(one, `${one}.aside`);
    renameSync(two, one);
    renameSync(`${one}.aside`, two);
    // The two differ in length; the shorter one in the place of the longer is the telling half.
    writeFileSync(one, readFileSync(one).subarray(0, 17));
  }
  function linkGuide({ blob }: TestShare): void {
    const file = blob(facebook, 'facebook-1.md');
    renameSync(file, `${file}.real`);
    symlinkSync(`${file}.real`, file);
  }
  function folderGuide({ blob }: TestShare): void {
    const file = blob(facebook, 'facebook-1.md');
    rmSync(file);
    mkdirSync(file);
  }
  function linkChannel({ folder }: TestShare): void {
    const channel = path.join(folder, 'channels', 'facebook');
    renameSync(channel, path.join(folder, 'elsewhere'));
    symlinkSync(path.join(folder, 'elsewhere'), channel);
  }
  function editTimestamp({ metadata }: TestShare): void {
    const file = metadata(facebook, 'timestamp.json');
    const edited = tamper(readFileSync(file), ({ signed }) => {
      signed.version = later + 1;
    });
    writeFileSync(file, edited);
  }
  function editTargets({ metadata }: TestShare): void {
    const file = metadata(facebook, `${nowVersion}.targets.json`);
    const edited = tamper(readFileSync(file), ({ signed }) => {
      signed.targets = {};
    });
    writeFileSync(file, edited);
  }
  function skipRoot(share: TestShare): void {
    writeFileSync(share.metadata(facebook, '3.root.json'), readFileSync(share.metadata(x, '1.root.json')));
    writeFileSync(share.metadata(facebook, 'timestamp.json'), readFileSync(share.metadata(x, 'timestamp.json')));
  }
  function swapChannels({ folder }: TestShare): void {
    const place = (name: string) => path.join(folder, 'channels', name);
    renameSync(place('facebook'), place('aside'));
    renameSync(place('x'), place('facebook'));
    renameSync(place('aside'), place('x'));
  }
  function flip(file: string): void {
    const bytes = readFileSync(file);
    bytes[30] = (bytes[30] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  }

  test.each(attacks)('%s: %s, and what was held stays readable', async (_, code, attack) => {
    const store = tempFolder();
    const first = await makeShareFolder();
    await bring(first, store);
    const before = await readable(store);
    const bodies = { facebook: ['# Page\n\nOpen it!\n', '# Comments\n\nHide all.\n'], x: ['# Account\n\nSecure it.\n'] };
    const next = await makeShareFolder({ bodies, keys: first.keys, roots: first.roots, version: later });
    const dated: TestShare = {
      ...next,
      metadata: (repository, name) => next.metadata(repository, name.replace(String(nowVersion), String(later))),
    };
    attack(dated);
    const report = await bring(next, store);
    expect(codes(report).facebook).toBe(code);
    expect(await readable(store)).toEqual(before);
    const local = await openLocalStore(store);
    expect(local.held().map(({ seal }) => seal.version)).toContain(nowVersion);
  });

  test.each(attacks)('%s: %s on an empty store, and the other channel comes in', async (name, code, attack) => {
    const [share, store] = [await makeShareFolder(), tempFolder()];
    attack(share);
    const report = await bring(share, store);
    expect(codes(report)).toEqual({
      facebook: code,
      x: name.includes('another channel’s') && name.startsWith('all') ? 'TAMPERED' : 'imported',
    });
    const local = await openLocalStore(store);
    expect(local.held().every(({ info }) => info.channel !== facebook)).toBe(true);
    expect(local.problems()).toEqual([]);
  });

  test('a channel whose edition is another channel’s is malformed', async () => {
    const share = await makeShareFolder({
      edit: (channel, files) => (channel === x ? files.map((file) => ({ ...file, bytes: rename(file.bytes) })) : files),
    });
    expect(codes(await bring(share, tempFolder()))).toEqual({ facebook: 'imported', x: 'MALFORMED' });
    function rename(bytes: Uint8Array): Uint8Array {
      const text = Buffer.from(bytes).toString('latin1');
      return Buffer.from(text.replaceAll('"channel":"x"', '"channel":"y"'), 'latin1');
    }
  });

  test('an edition of a later format says that the app is too old', async () => {
    const edit = (_: ChannelId, files: readonly { name: string; bytes: Uint8Array }[]) =>
      files.map((file) =>
        file.name === 'index.json'
          ? { ...file, bytes: Buffer.from(Buffer.from(file.bytes).toString().replace('"format":1', '"format":2')) }
          : file,
      );
    expect(codes(await bring(await makeShareFolder({ edit }), tempFolder()))).toEqual({ facebook: 'APP_TOO_OLD', x: 'APP_TOO_OLD' });
  });

  test('an edition whose index names unsigned files is malformed', async () => {
    const share = await makeShareFolder({ edit: (_, files) => files.filter(({ name }) => name !== 'facebook-2.md') });
    expect(codes(await bring(share, tempFolder()))).toEqual({ facebook: 'MALFORMED', x: 'imported' });
  });
});
