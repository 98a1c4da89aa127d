// The sync session in a process of its own, over `fork`'s channel in place of Electron's. A share called `freeze`
// holds the whole process, as a system call on a dead server does; `wait` only never answers.

import type { FromSync, ToSync } from '../../../electron/workers/sync-protocol.ts';
import { createSyncSession } from '../../../electron/workers/sync-session.ts';

const session = createSyncSession({
  send: (message: FromSync) => void process.send?.(message),
  now: () => new Date(),
  aliveMs: 50,
  run: async ({ shares, watch, onShare }) => {
    for (const share of shares) {
      onShare?.(share);
      if (share.id === 'busy') await new Promise((resolve) => setTimeout(resolve, 1_800));
      else {
        watch?.asked('open');
        if (share.id === 'freeze') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
        await new Promise((resolve) => setTimeout(resolve, 60_000));
      }
    }
  },
});
process.on('message', (message) => session.receive(message as ToSync));
