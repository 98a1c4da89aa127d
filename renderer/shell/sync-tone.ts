// How grave a state of the shared folders is: four tones, each with a shape of its own beside its words.
import type { SyncKind, SyncStatus } from '../../content/core/sync/model.ts';

/** `waiting` mends itself; `trouble` needs somebody. */
export type SyncTone = 'well' | 'work' | 'waiting' | 'trouble';

const tones: Readonly<Record<SyncKind, SyncTone>> = {
  none: 'waiting',
  checking: 'work',
  copying: 'work',
  current: 'well',
  repaired: 'well',
  'out-of-date': 'waiting',
  incomplete: 'waiting',
  unreachable: 'waiting',
  denied: 'trouble',
  refused: 'trouble',
  stale: 'trouble',
  'no-space': 'trouble',
  clock: 'trouble',
  'app-too-old': 'trouble',
};

export function toneOf({ kind, error }: Pick<SyncStatus, 'kind' | 'error'>): SyncTone {
  // This PC's own trouble does not mend itself; a share that lags behind does.
  return kind === 'out-of-date' && error !== null && error.code !== 'ROLLED_BACK' ? 'trouble' : tones[kind];
}
