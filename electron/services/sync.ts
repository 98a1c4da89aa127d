// Calls of the group `sync`.
import type { SyncState } from '../ipc/replies.ts';
import type { Handlers } from '../ipc/serve.ts';

type SyncCalls = 'sync.state' | 'sync.check' | 'sync.import-folder' | 'sync.add-share' | 'sync.remove-share';

export function syncHandlers(now: () => Date): Pick<Handlers, SyncCalls> {
  const since = now().toISOString();
  const none = { kind: 'none', since, error: null, done: null, of: null } as const;
  const state = (): SyncState => ({
    overall: none,
    settled: none,
    lastChecked: null,
    lastGood: null,
    nextCheck: null,
    managed: false,
    shares: [],
    channels: [],
  });
  return {
    'sync.state': state,
    'sync.check': state,
    'sync.import-folder': () => null,
    'sync.add-share': () => null,
    'sync.remove-share': state,
  };
}
