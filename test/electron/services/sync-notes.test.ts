import { expect, test } from 'vitest';
import type { ChannelId } from '../../../content/core/base/ids.ts';
import type { ImportReport } from '../../../content/node/import-share.ts';
import { noteReport } from '../../../electron/services/sync-notes.ts';

const base = { version: 7, warnings: [], files: 0, bytes: 0 };
const report: ImportReport = {
  error: null,
  directory: { error: null, warnings: [] },
  channels: [
    { ...base, channel: 'x' as ChannelId, outcome: 'imported', error: null, files: 2, bytes: 30 },
    { ...base, channel: 'facebook' as ChannelId, outcome: 'failed', error: { code: 'INCOMPLETE', data: { have: 1, of: 3 } } },
  ],
  changed: true,
};

test('the log gets one line for a share, and one for each channel that failed', () => {
  const lines: unknown[] = [];
  const notes = { note: (...line: unknown[]) => void lines.push(line) };
  noteReport(notes, 'a', report, 12);
  noteReport(notes, 'a', { ...report, error: { code: 'SHARE_DENIED', data: { errno: 'EACCES' } }, channels: [] }, 1);
  expect(lines).toEqual([
    ['sync', 'share-checked', { share: 'a', imported: 1, current: 0, failed: 1, files: 2, bytes: 30, ms: 12 }],
    ['sync', 'INCOMPLETE', { have: 1, of: 3, share: 'a', channel: 'facebook' }],
    ['sync', 'SHARE_DENIED', { errno: 'EACCES', share: 'a', imported: 0, current: 0, failed: 0, files: 0, bytes: 0, ms: 1 }],
  ]);
});

test('the log says what was mended', () => {
  const lines: unknown[] = [];
  noteReport({ note: (...line: unknown[]) => void lines.push(line) }, 'a', { ...report, channels: [], repaired: ['store-b.json'] }, 12);
  expect(lines.at(-1)).toEqual(['sync', 'store-repaired', { share: 'a', files: 1, first: 'store-b.json' }]);
});
