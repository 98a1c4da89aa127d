import { expect, test } from 'vitest';
import { statusLine } from '../../../renderer/shell/status-line.ts';
import { sampleGuide, samplePack, sampleSeal } from '../../support/library-samples.ts';
import { sampleStatus, sampleSync } from '../../support/sync-samples.ts';

const now = '2026-11-22T18:00:00Z';
const library = {
  packs: [samplePack('facebook'), samplePack('x', {}, { checkedAt: '2026-11-20T07:00:00Z', demo: true })],
  guides: [sampleGuide('a')],
  problems: [],
};
const base = { library, guide: null, now, sync: null, hasShares: false, zone: 'UTC' };
const guide = { pack: samplePack('facebook').info, seal: sampleSeal() };
const known = (own: Parameters<typeof sampleStatus>[0]) => ({
  at: now,
  state: sampleSync({ overall: sampleStatus(own), settled: sampleStatus(own) }),
});

test('without shares and without a guide it says what is held and the oldest check', () => {
  expect(statusLine(base)).toEqual({
    main: '1 guide in 2 packs, signatures checked 07:00 on 20 November 2026',
    tone: null,
    edition: null,
    demo: true,
    problems: 0,
  });
  expect(statusLine({ ...base, sync: known({ kind: 'none' }) }).main).toMatch(/^1 guide in 2 packs/);
});

test('with a guide it speaks of that guide’s edition alone', () => {
  expect(statusLine({ ...base, guide })).toEqual({
    main: '1 guide in 2 packs, signatures checked 09:14 today',
    tone: null,
    edition: 'Facebook, edition of 4 March 2026',
    demo: false,
    problems: 0,
  });
});

test('with nothing held it claims nothing', () => {
  const problems = [{ code: 'SEED_MISSING' as const, data: {}, channel: null }];
  expect(statusLine({ ...base, library: { packs: [], guides: [], problems } })).toEqual({
    main: 'No guides on this PC',
    tone: null,
    edition: null,
    demo: false,
    problems: 1,
  });
});

test('with shares it says how they are, and beside it what is read', () => {
  expect(statusLine({ ...base, guide, sync: known({ kind: 'current', since: '2026-11-22T09:14:00Z' }) })).toMatchObject({
    main: 'Up to date at 09:14',
    tone: 'well',
    edition: 'Facebook, edition of 4 March 2026',
  });
  expect(statusLine({ ...base, sync: known({ kind: 'copying', done: 212, of: 214 }) })).toMatchObject({
    main: 'Copying 212 of 214 files',
    tone: 'work',
    edition: '1 guide in 2 packs, signatures checked 07:00 on 20 November 2026',
  });
});

test('before it was asked for, a PC with shares claims nothing about them', () => {
  expect(statusLine({ ...base, hasShares: true })).toMatchObject({ main: 'Updates', tone: null });
});

test('a share that is gone is said with the edition that is read', () => {
  const gone = known({ kind: 'unreachable', since: '2026-11-17T10:02:00Z', error: { code: 'SHARE_UNREACHABLE', data: {} } });
  expect(statusLine({ ...base, guide, sync: gone }).main).toBe(
    'Share not reachable since Tue 10:02; you are reading the edition of 4 March, still valid',
  );
});
