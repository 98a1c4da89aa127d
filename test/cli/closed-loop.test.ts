// From a bundle in the drop-box to what its author reads: by the commands alone, with keys that people hold.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChannelId, GuideId } from '../../content/core/base/ids.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { channelName, type FoundedShare, found } from '../support/founded-share.ts';
import { by, changeOf, leaveBundle } from '../support/inbox-scene.ts';
import { guides, guidesJson } from '../support/said.ts';

let world: FoundedShare;
beforeAll(async () => {
  world = await found(mkdtempSync(path.join(tmpdir(), 'guides-loop-')));
}, 120_000);
afterAll(() => rmSync(world.folder, { recursive: true, force: true }));

test('suggest, inbox, apply, draft, sign, publish, sync: the author reads the answer', { timeout: 120_000 }, async () => {
  const { share, key } = world;
  const folder = path.join(world.folder, 'guides', `channel-${channelName}`);
  const guide = `${channelName}-start`;
  const file = path.join(folder, `${guide}.md`);
  const source = readFileSync(file, 'utf8');
  const wanted = leaveBundle(
    share,
    changeOf(guide, source, 'The first edition.', 'The very first edition.', by('Kent Police', 'Ann Example')),
  );
  const declined = leaveBundle(share, changeOf(guide, source, 'The first edition.', 'An edition.', by('Essex Police')));
  const waiting = leaveBundle(share, changeOf(guide, source, 'Guide facebook-start', 'How to start', by('Essex Police')));

  const listed = await guidesJson<{ suggestions: { digest: string; standing: string }[]; groups: { isOverlap: boolean }[] }>(
    'inbox',
    share,
    channelName,
  );
  expect(listed.suggestions.map(({ digest }) => digest).sort()).toEqual([wanted.digest, declined.digest, waiting.digest].sort());
  expect(listed.groups.filter(({ isOverlap }) => isOverlap)).toHaveLength(1);

  const apply = (...args: readonly string[]) => guidesJson('apply', folder, share, channelName, ...args);
  await apply('--receive', '--all', '--say', 'Thank you.');
  await apply(wanted.digest.slice(0, 8));
  await apply(declined.digest.slice(0, 8), '--decline', 'already-covered', '--say', 'Ann was first.');
  expect(readFileSync(file, 'utf8')).toContain('The very first edition.');

  const { draft } = await guidesJson<{ draft: string }>('draft', channelName, '--from', folder, '--share', share);
  await world.sign(channelName, draft, 'e1', 'e2');
  await world.publish(channelName, draft, 'e2');
  expect((await world.read()).channels.map(({ error }) => error)).toEqual([null]);

  const store = await openLocalStore(path.join(world.folder, 'store'));
  const said = await store.openResponses(channelName as ChannelId);
  const answer = (digest: string) =>
    said?.answers.find(({ suggestion }) => suggestion === digest)?.events.map((event) => ({ ...event, on: '' }));
  expect(answer(wanted.digest)).toEqual([
    { state: 'received', on: '', words: 'Thank you.' },
    { state: 'accepted', on: '', words: '', edition: '0.2' },
  ]);
  expect(answer(declined.digest)?.at(-1)).toEqual({ state: 'declined', on: '', words: 'Ann was first.', reason: 'already-covered' });
  expect(answer(waiting.digest)?.at(-1)).toMatchObject({ state: 'received' });
  expect(said?.open.map(({ suggestion, forces }) => [suggestion, forces])).toEqual([[waiting.digest, ['Essex Police']]]);
  const opened = await store.openGuide(guide as GuideId);
  expect(opened.summary.version).toBe('0.2');
  expect(opened.source).toContain('suggested by Ann Example, Kent Police.');

  const rest = await guides('inbox', share, channelName);
  expect(rest.out).toContain(waiting.digest.slice(0, 8));
  expect(rest.out).not.toContain(wanted.digest.slice(0, 8));
  expect(rest.err).toContain('2 are answered for good');
  expect(key('e1')).toContain('e1');
});
