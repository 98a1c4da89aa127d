import { afterEach, expect, test } from 'vitest';
import { facts, indexLibrary, library, orderedPacks, refreshLibrary, startLibrary } from '../../../renderer/state/library.ts';
import { type FakeBridge, fakeBridge } from '../../support/fake-bridge.ts';
import { channelId, guideId, sampleGuide, samplePack } from '../../support/library-samples.ts';

let bridge: FakeBridge | undefined;
afterEach(() => bridge?.remove());

test('guides are found by id and by channel, in reading order', () => {
  const held = indexLibrary({
    packs: [samplePack('facebook')],
    guides: [sampleGuide('b'), sampleGuide('a'), sampleGuide('x-use', { channel: channelId('x') })],
    problems: [],
  });
  expect(held.guides.get(guideId('x-use'))?.title).toBe('Guide x-use');
  expect(held.byChannel.get(channelId('facebook'))?.map((guide) => guide.id)).toEqual(['b', 'a']);
  expect(held.packs.has(channelId('facebook'))).toBe(true);
});

test('packs stand in the order of their authors, then by title, channels apart from subjects', () => {
  const { channels, subjects } = orderedPacks([
    samplePack('law', { kind: 'subject', order: 50 }),
    samplePack('x', { order: 20 }),
    samplePack('facebook', { order: 10 }),
    samplePack('bluesky', { order: 20, title: 'Bluesky' }),
  ]);
  expect(channels.map((pack) => pack.info.channel)).toEqual(['facebook', 'bluesky', 'x']);
  expect(subjects.map((pack) => pack.info.channel)).toEqual(['law']);
});

test('a library that changes replaces what is held', () => {
  bridge = fakeBridge({});
  const app = { version: '0.1.0', runtime: 'Electron', platform: 'linux' };
  startLibrary({ library: { packs: [], guides: [], problems: [] }, app, now: '2026-11-22T09:00:00Z' });
  expect(facts.get()).toEqual({ ...app, now: '2026-11-22T09:00:00Z' });
  bridge.push('library.changed', { packs: [samplePack('x')], guides: [], problems: [] });
  expect(library.get().packs.size).toBe(1);
});

test('asks anew what is held, and keeps what it knows when there is no answer', async () => {
  bridge = fakeBridge({ 'library.list': () => ({ ok: true, value: { packs: [], guides: [sampleGuide('only')], problems: [] } }) });
  await refreshLibrary();
  expect([...library.get().guides.keys()]).toEqual(['only']);
  bridge.remove();
  bridge = fakeBridge({});
  await refreshLibrary();
  expect([...library.get().guides.keys()]).toEqual(['only']);
});
