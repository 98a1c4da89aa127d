import { describe, expect, test } from 'vitest';
import type { FolderChannel } from '../../../electron/ipc/replies.ts';
import { updatesText } from '../../../renderer/text/updates.ts';
import { channelRows, folderSummary, hasShares, markOf, progressOf, shareRows, timesOf } from '../../../renderer/updates/updates-model.ts';
import { channelId } from '../../support/library-samples.ts';
import { sampleChannel, sampleShare, sampleStatus, sampleSync, seedShare } from '../../support/sync-samples.ts';

const now = '2026-11-22T09:20:00Z';
const unreachable = sampleStatus({ kind: 'unreachable', since: '2026-11-17T10:02:00Z', error: { code: 'SHARE_UNREACHABLE', data: {} } });

describe('the times under the state', () => {
  test('say when it was looked at and when it will be', () =>
    expect(timesOf(sampleSync(), now, 'UTC')).toEqual([
      'A shared folder was last read at 09:14 today.',
      'It is looked at again at 10:12 today, by itself.',
    ]));
  test('say when all was last well, where it is not', () =>
    expect(timesOf(sampleSync({ settled: unreachable }), now, 'UTC')).toContain(
      'Every channel was last found in order in a shared folder at 09:14 today.',
    ));
  test('promise nothing that is past', () =>
    expect(timesOf(sampleSync({ lastChecked: null, nextCheck: '2026-11-22T09:00:00Z' }), now, 'UTC')).toEqual([
      updatesText.neverChecked,
      updatesText.nextSoon,
    ]));
  test('say nothing where no share is set', () => {
    const state = sampleSync({ shares: [seedShare], nextCheck: null });
    expect([hasShares(state), timesOf(state, now)]).toEqual([false, []]);
  });
});

test('what is under way is said in words, and counted where it can be', () => {
  expect([
    progressOf(sampleStatus()),
    progressOf(sampleStatus({ kind: 'checking' })),
    progressOf(sampleStatus({ kind: 'copying', done: 212, of: 214 })),
  ]).toEqual([
    null,
    { words: 'Looking for new editions …', done: null, of: null },
    { words: 'Copying: 212 of 214 files', done: 212, of: 214 },
  ]);
});

test('every state has a word and a tone', () => {
  expect([markOf(sampleStatus()), markOf(unreachable)]).toEqual([
    { tone: 'well', word: 'Up to date' },
    { tone: 'waiting', word: 'Not reachable' },
  ]);
});

describe('the rows of folders', () => {
  test('say who set them, and what came with the app is always there', () => {
    const rows = shareRows(sampleSync({ managed: true, shares: [sampleShare({ origin: 'policy' }), seedShare] }), now, 'UTC');
    expect(rows.map(({ title, isRemovable }) => [title, isRemovable])).toEqual([
      ['NationalGuides', false],
      [updatesText.seed, false],
    ]);
    expect(rows[0]?.facts).toEqual([updatesText.byPolicy, 'Last read at 09:14 today', 'Next at 10:12 today']);
  });
  test('claim nothing of a folder that nobody looked at', () => {
    const [row] = shareRows(sampleSync({ shares: [sampleShare({ lastChecked: null, nextCheck: null })] }), now, 'UTC');
    expect([row?.mark, row?.isRemovable, row?.facts]).toEqual([null, true, [updatesText.byPerson, updatesText.shareNever]]);
  });
});

describe('the rows of channels', () => {
  test('name what is held and offered, since when it is so, and each reference once', () => {
    const warnings = [{ code: 'STALE', data: {} } as const, { code: 'SHARE_UNREACHABLE', data: {} } as const];
    const offered = Date.UTC(2026, 10, 20, 9) / 1000;
    const [row] = channelRows(sampleSync({ channels: [sampleChannel('x', { offered, status: unreachable, warnings })] }), now, 'UTC');
    expect(row?.facts).toEqual([
      'Edition of 4 March 2026',
      'Offered: edition of 20 November 2026',
      'Since Tue 10:02',
      'Last found in order at 09:14 today',
    ]);
    expect(row?.references).toEqual(['NG-1001', 'NG-1016']);
  });
  test('stand in the order of their titles, also without an edition', () => {
    const channels = [
      sampleChannel('x', { held: null, lastGood: null }),
      sampleChannel('facebook', { status: sampleStatus({ kind: 'none' }) }),
    ];
    const rows = channelRows(sampleSync({ channels }), now, 'UTC');
    expect(rows.map(({ mark, facts }) => [mark?.word ?? null, facts])).toEqual([
      [null, ['Edition of 4 March 2026']],
      ['Up to date', [updatesText.notHeld, updatesText.neverConfirmed]],
    ]);
  });
});

describe('the report of a folder', () => {
  const row = (outcome: FolderChannel['outcome']): FolderChannel => ({
    channel: channelId(outcome),
    title: outcome,
    outcome,
    version: 1,
    error: outcome === 'failed' ? { code: 'TAMPERED', data: {} } : null,
  });
  const report = { name: 'STICK', error: null, files: 3, bytes: 12_000 };
  test('counts what came in and what was refused', () =>
    expect(folderSummary({ ...report, channels: [row('imported'), row('failed')] })).toEqual({
      sentence: '1 channel brought in, 1 channel not brought in.',
      files: '3 files copied, 12 kB.',
      isClean: false,
    }));
  test('says that a folder has no guides', () =>
    expect(folderSummary({ ...report, files: 0, channels: [] })).toEqual({
      sentence: updatesText.resultNothing,
      files: null,
      isClean: false,
    }));
  test('is clean when all is in', () =>
    expect(folderSummary({ ...report, channels: [row('imported'), row('current')] }).isClean).toBe(true));
});

test('a copy that was called off says what is kept and how to go on', () => {
  const called = (data: Record<string, number>) =>
    folderSummary({ name: 'S', error: { code: 'CANCELLED', data }, channels: [], files: 0, bytes: 0 });
  expect(called({ have: 120, of: 1_300 })).toEqual({
    sentence: 'Stopped after 120 of 1,300 files, which are kept. Import the same folder again to go on from there.',
    files: null,
    isClean: false,
  });
  expect(called({}).sentence).toBe(updatesText.resultStopped(0, 0));
});

test('an edition that is offered on the day of the one that is held is told apart from it', () => {
  const held = Date.UTC(2026, 2, 4, 9) / 1000;
  const offer = (offered: number) =>
    channelRows(sampleSync({ channels: [sampleChannel('x', { held, offered })] }), now, 'UTC')[0]?.facts[1];
  expect([offer(held + 60), offer(held + 90_000)]).toEqual([updatesText.offeredSameDay, 'Offered: edition of 5 March 2026']);
});
