import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { knownPeople, stageDirectory } from '../../content/node/directory-draft.ts';
import { listDrafts } from '../../content/node/staging.ts';
import { makeShareFolder } from '../support/demo-share.ts';

const inputFor = (share: string) => ({ share, now: new Date(), note: 'why', pinnedRoot: null });

describe('the directory’s next lists', () => {
  test('are not drafted when the published ones say all', async () => {
    const { folder } = await makeShareFolder();
    expect(await stageDirectory(inputFor(folder))).toEqual({ ok: true, value: null });
    expect(await listDrafts(folder, 'directory')).toEqual([]);
  });

  test('say the day of a withdrawal', async () => {
    const { folder } = await makeShareFolder();
    const staged = await stageDirectory(inputFor(folder), { retire: { channel: 'x', day: '2026-12-31' } });
    expect(staged).toMatchObject({ ok: true, value: { added: [] } });
    expect((await listDrafts(folder, 'directory'))[0]?.read).toMatchObject({ ok: true, value: { draft: { kind: 'directory' } } });
  });

  test('list no channel of strangers, no channel without an edition, and no rubbish', async () => {
    const [{ folder }, strangers] = [await makeShareFolder(), await makeShareFolder()];
    const channels = path.join(folder, 'channels');
    cpSync(path.join(strangers.folder, 'channels', 'x'), path.join(channels, 'stolen'), { recursive: true });
    mkdirSync(path.join(channels, 'young', 'metadata'), { recursive: true });
    cpSync(path.join(channels, 'x', 'metadata', '1.root.json'), path.join(channels, 'young', 'metadata', '1.root.json'));
    mkdirSync(path.join(channels, 'broken', 'metadata'), { recursive: true });
    writeFileSync(path.join(channels, 'broken', 'metadata', '1.root.json'), '{}');
    writeFileSync(path.join(channels, 'Thumbs.db'), '');
    expect(await stageDirectory(inputFor(folder))).toEqual({ ok: true, value: null });
  });

  test('need a share', async () =>
    expect(await stageDirectory(inputFor('/none/at/all'))).toMatchObject({ error: { code: 'SHARE_UNREACHABLE' } }));
});

test('names are known from the published lists', async () => {
  const { folder, keys } = await makeShareFolder();
  const people = await knownPeople(inputFor(folder));
  expect(people.ok && people.value.get(keys.stewards[0]?.key.keyval.public ?? '')).toEqual({
    name: 'Demonstration steward 1',
    force: null,
  });
});
