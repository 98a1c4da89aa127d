import { describe, expect, test } from 'vitest';
import type { ChannelId } from '../../../content/core/base/ids.ts';
import { learn } from '../../../content/core/sync/learn.ts';
import { emptyMemory } from '../../../content/core/sync/model.ts';
import { shareId } from '../../../content/node/sync-memory.ts';
import type { HeldPack } from '../../../electron/ipc/replies.ts';
import { type Activity, labelOf, stateOf } from '../../../electron/services/sync-state.ts';

const channel = 'x' as ChannelId;
const now = new Date('2026-11-22T09:00:00.000Z');
const folder = '/mnt/site/NationalGuides';
const id = shareId(folder);
const pack = { info: { channel, title: 'X' }, seal: { version: 7, expires: '2027-01-06T00:00:00.000Z' }, retired: null } as HeldPack;
const seen = learn(
  emptyMemory,
  id,
  {
    error: null,
    directory: { error: null, warnings: [] },
    channels: [{ channel, outcome: 'current', version: 7, error: null, warnings: [] }],
  },
  now,
  0.5,
);
const input = {
  memory: seen,
  shares: [{ id, path: folder, origin: 'user' as const }],
  managed: false,
  packs: [pack],
  activity: null,
  started: now,
  now,
};
const busy = (over: Partial<Activity> = {}): Activity => ({ byHand: false, share: id, done: 0, of: 0, ...over });

describe('what the window is told', () => {
  test('names shares, channels and times', () => {
    const at = now.toISOString();
    expect(stateOf(input)).toMatchObject({
      overall: { kind: 'current', since: at },
      lastChecked: at,
      lastGood: at,
      nextCheck: '2026-11-22T10:00:00.000Z',
      shares: [
        { id, label: 'NationalGuides', path: folder, origin: 'user', lastGood: at },
        { id: 'seed', origin: 'seed', path: '' },
      ],
      channels: [{ channel, title: 'X', held: 7, offered: null, lastGood: at }],
    });
  });

  test.each([
    ['a planned check shows at its share only', busy(), 'current', 'checking'],
    ['a check by hand shows', busy({ byHand: true }), 'checking', 'checking'],
    ['copying shows', busy({ done: 2, of: 5 }), 'copying', 'copying'],
    ['a folder by hand shows, at no share', busy({ byHand: true, share: 'folder' }), 'checking', 'current'],
  ] as const)('%s', (_, activity, overall, share) => {
    const state = stateOf({ ...input, activity });
    expect([state.overall.kind, state.shares[0]?.status.kind, state.settled.kind]).toEqual([overall, share, 'current']);
  });

  test('shows the very first check', () =>
    expect(stateOf({ ...input, memory: emptyMemory, activity: busy() }).overall.kind).toBe('checking'));

  test('without shares has no next check, and nothing good while a channel was never confirmed', () => {
    expect(stateOf({ ...input, shares: [], memory: emptyMemory })).toMatchObject({ nextCheck: null, lastGood: null, lastChecked: null });
    const other = { ...pack, info: { ...pack.info, channel: 'other' as ChannelId } };
    expect(stateOf({ ...input, packs: [pack, other] }).lastGood).toBeNull();
  });
});

test.each([
  ['/mnt/site/NationalGuides/', 'NationalGuides'],
  ['\\\\server\\guides', 'guides'],
  ['G:\\Guides', 'Guides'],
  ['G:\\', 'G:\\'],
  ['/', '/'],
])('the label of %s is %s', (where, label) => expect(labelOf(where)).toBe(label));
