import { expect, test } from 'vitest';
import { sha256 } from '../../../content/node/hash.ts';
import { listDrafts } from '../../../content/node/staging.ts';
import { makeShareFolder } from '../../support/demo-share.ts';
import { guides, guidesJson } from '../../support/said.ts';

test('guides channel retire drafts the day into the directory, and can take it back', async () => {
  const { folder: share } = await makeShareFolder({ retired: { x: '2026-10-01' } });
  const made = await guidesJson<{ directory: { id: string }; retired: string }>(
    'channel',
    'retire',
    'facebook',
    '--on',
    '2026-12-31',
    '--share',
    share,
  );
  expect(made.retired).toBe('2026-12-31');
  const [draft] = await listDrafts(share, 'directory');
  const entry =
    draft?.read.ok && draft.read.value.draft.kind === 'directory' ? draft.read.value.draft.targets.targets.get('channels.json') : null;
  const bytes = draft?.read.ok && entry ? await draft.read.value.blob('channels.json', entry.sha256, entry.length) : null;
  expect(bytes && sha256(bytes)).toBe(entry?.sha256);
  const list = JSON.parse(Buffer.from(bytes ?? []).toString('utf8')) as { channels: { id: string; retired: string | null }[] };
  expect(list.channels.map(({ id, retired }) => [id, retired])).toEqual([
    ['facebook', '2026-12-31'],
    ['x', '2026-10-01'],
  ]);
  const same = await guides('channel', 'retire', 'x', '--on', '2026-10-01', '--share', share);
  expect([same.code, same.out]).toEqual([0, expect.stringContaining('says that of x already')]);
  const undone = await guidesJson<{ retired: null; directory: object }>('channel', 'retire', 'x', '--undo', '--share', share);
  expect([undone.retired, undone.directory]).toEqual([null, expect.anything()]);
});

test('it refuses what is no day and no channel', async () => {
  const { folder: share } = await makeShareFolder();
  const retire = (...args: readonly string[]) => guides('channel', 'retire', ...args, '--share', share);
  await expect(retire()).rejects.toThrow('name of the channel');
  await expect(retire('x', '--on', 'tomorrow')).rejects.toThrow('not a day');
  await expect(retire('x', '--on', '2026-12-31', '--undo')).rejects.toThrow('not both');
  expect((await retire('tiktok')).code).toBe(2);
});
