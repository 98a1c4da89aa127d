import { describe, expect, test } from 'vitest';
import type { AppError, ErrorCode } from '../../../content/core/base/error.ts';
import type { SyncStatus } from '../../../content/core/sync/model.ts';
import { syncLine, syncText } from '../../../renderer/text/sync.ts';
import { checkWords } from '../../support/plain-words.ts';
import { sampleStatus } from '../../support/sync-samples.ts';

const error = (code: ErrorCode): AppError => ({ code, data: {} });
const words = { now: '2026-11-22T18:00:00Z', zone: 'UTC', edition: '2026-03-04', isValid: true };
const since = '2026-11-17T10:02:00Z';

const lines: readonly (readonly [Partial<SyncStatus>, string])[] = [
  [{ kind: 'checking' }, 'Looking for new editions'],
  [{ kind: 'copying' }, 'Copying new files'],
  [{ kind: 'copying', done: 212, of: 1214 }, 'Copying 212 of 1,214 files'],
  [{ kind: 'current', since: '2026-11-22T09:14:00Z' }, 'Up to date at 09:14'],
  [{ kind: 'current', since: '2026-11-21T17:02:00Z' }, 'Up to date at 17:02 yesterday'],
  [{ kind: 'out-of-date', since }, 'Not confirmed since Tue 10:02; you are reading the edition of 4 March, still valid'],
  [
    { kind: 'out-of-date', since, error: error('ROLLED_BACK') },
    'Share holds an older copy since Tue 10:02; you are reading the edition of 4 March, still valid',
  ],
  [{ kind: 'out-of-date', since, error: error('STORE_DENIED') }, 'New editions cannot be kept on this PC (NG-1127): ask IT'],
  [{ kind: 'incomplete', since, done: 212, of: 214, error: error('INCOMPLETE') }, 'Copy incomplete: 212 of 214 files'],
  [{ kind: 'incomplete', since }, 'Copy incomplete since Tue 10:02'],
  [{ kind: 'unreachable', since }, 'Share not reachable since Tue 10:02; you are reading the edition of 4 March, still valid'],
  [{ kind: 'denied', since, error: error('SHARE_DENIED') }, 'No permission to read the share (NG-1002): ask IT'],
  [{ kind: 'refused', since, error: error('TAMPERED') }, 'Refused (NG-1011): ask IT'],
  [{ kind: 'refused', since, error: error('ROLLED_BACK') }, 'Share went back to an older copy: refused (NG-1006), ask IT'],
  [{ kind: 'stale', since: '2026-10-04T10:00:00Z', error: error('STALE') }, 'Not confirmed since 4 October; guidance may be out of date'],
  [
    { kind: 'stale', since: '2025-10-04T10:00:00Z', error: error('REVIEW_OVERDUE') },
    'Not reviewed since 4 October 2025 (NG-1017): check anything that matters',
  ],
  [
    { kind: 'stale', since: '2026-10-04T10:00:00Z', error: error('ROOT_STALE') },
    'The list of signers ran out on 4 October (NG-1018): ask IT',
  ],
  [
    { kind: 'no-space', since, error: error('NO_SPACE') },
    'Not enough space to update (NG-1125); you are reading the edition of 4 March, still valid',
  ],
  [{ kind: 'clock', since, error: error('CLOCK') }, 'This PC’s clock looks wrong (NG-1126): check date and time'],
  [{ kind: 'app-too-old', since, error: error('APP_TOO_OLD') }, 'Update National Guides to get newer guidance (NG-1027): ask IT'],
  [{ kind: 'repaired', since: '2026-11-22T09:14:00Z' }, 'Up to date; damaged files were repaired at 09:14'],
];

describe('the line says in plain words what is true', () => {
  test.each(lines)('%j: %s', (status, line) => expect(syncLine(sampleStatus(status), words)).toBe(line));

  test('nothing where no share is set', () => expect(syncLine(sampleStatus({ kind: 'none' }), words)).toBeNull());

  test('nothing is called valid past its date, and no day is named for editions of several days', () => {
    const gone = sampleStatus({ kind: 'unreachable', since });
    expect(syncLine(gone, { ...words, isValid: false })).toMatch(/edition of 4 March$/);
    expect(syncLine(gone, { ...words, edition: null })).toMatch(/you are reading what this PC holds, still valid$/);
  });

  test('in the words that all sentences keep to', () =>
    checkWords({ syncText, lines: lines.map(([status]) => syncLine(sampleStatus(status), words)) }));
});
