import { describe, expect, test } from 'vitest';
import type { GuideId } from '../../../content/core/base/ids.ts';
import type { GuideDocument, LibraryState, ReadingState } from '../../../electron/ipc/replies.ts';
import { appHandlers, guideToOpen } from '../../../electron/services/app.ts';
import { defaultSettings } from '../../../electron/settings/schema.ts';

const id = (text: string) => text as GuideId;
const library = { packs: [], guides: [{ id: id('a') }, { id: id('b') }], problems: [] } as unknown as LibraryState;
const settings = (startAt: 'last-guide' | 'home') => ({ values: { ...defaultSettings, startAt }, managed: [], repaired: false });
const reading = (...guides: string[]): ReadingState => ({
  saved: [],
  recent: guides.map((guide) => ({ guide: id(guide), block: null, at: '', edition: 1 })),
  ticks: {},
});

describe('the guide that is shown first', () => {
  test.each([
    ['the one read last', settings('last-guide'), reading('b', 'a'), false, 'b'],
    ['none, when nothing was read', settings('last-guide'), reading(), false, null],
    ['none, when the last one is not held any more', settings('last-guide'), reading('gone', 'a'), false, null],
    ['none, when the person starts at home', settings('home'), reading('b'), false, null],
    ['the first, in a smoke test', settings('home'), reading(), true, 'a'],
  ])('is %s', (_name, chosen, read, first, expected) => expect(guideToOpen(library, chosen, read, first)).toBe(expected));
});

const start = (guide: () => Promise<GuideDocument>) =>
  appHandlers({
    library: { ready: Promise.resolve(), state: () => library, guide },
    settings: () => settings('last-guide'),
    reading: () => reading('b'),
    app: { version: '0.1.0', runtime: 'Electron 45', platform: 'linux' },
    now: () => new Date('2026-11-22T10:00:00Z'),
    openFirst: false,
  })['app.start']({});

test('one reply carries everything of the first paint', async () => {
  const document = { source: 'x' } as GuideDocument;
  expect(await start(async () => document)).toEqual({
    library,
    settings: settings('last-guide'),
    reading: reading('b'),
    app: { version: '0.1.0', runtime: 'Electron 45', platform: 'linux' },
    open: document,
    now: '2026-11-22T10:00:00.000Z',
  });
});

test('a guide that cannot be opened does not keep the window from starting', async () =>
  expect((await start(() => Promise.reject(new Error('damaged')))).open).toBeNull());
