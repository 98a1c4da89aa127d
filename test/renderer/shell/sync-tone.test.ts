import { expect, test } from 'vitest';
import { toneOf } from '../../../renderer/shell/sync-tone.ts';
import { sampleStatus } from '../../support/sync-samples.ts';

test.each([
  [{ kind: 'current' }, 'well'],
  [{ kind: 'copying' }, 'work'],
  [{ kind: 'unreachable' }, 'waiting'],
  [{ kind: 'refused' }, 'trouble'],
  [{ kind: 'out-of-date' }, 'waiting'],
  [{ kind: 'out-of-date', error: { code: 'ROLLED_BACK', data: {} } }, 'waiting'],
  [{ kind: 'out-of-date', error: { code: 'STORE_DENIED', data: {} } }, 'trouble'],
] as const)('%j is %s', (status, tone) => expect(toneOf(sampleStatus(status))).toBe(tone));
