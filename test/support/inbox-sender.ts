// The sender of suggestions as the app has it, over real processes of its session behind the shape of Electron's.
import { type ChildProcess, fork } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { ErrorData } from '../../content/core/base/error.ts';
import { createInboxSender, type InboxProcess, type InboxSender, type InboxSenderPorts } from '../../electron/services/inbox-process.ts';
import { bundleJob } from './jobs.ts';
import { somebody } from './writable-share.ts';

export interface WatchedSender extends InboxSender {
  /** Newest last. */
  readonly children: ChildProcess[];
  readonly log: { readonly code: string; readonly data: ErrorData }[];
}

/** @param who other than the test's own user: as whom the processes run */
export async function inboxSender(who: 'me' | 'somebody' = 'me', special: Partial<InboxSenderPorts> = {}): Promise<WatchedSender> {
  const bundle = await bundleJob('test/electron/services/inbox-child.ts');
  chmodSync(path.dirname(bundle), 0o755);
  const children: ChildProcess[] = [];
  const log: WatchedSender['log'] = [];
  const sender = createInboxSender({
    fork: (): InboxProcess => {
      const user = who === 'me' ? {} : somebody;
      const child = fork(bundle, [], { ...user, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced' });
      onTestFinished(() => void child.kill('SIGKILL'));
      children.push(child);
      return {
        pid: child.pid,
        postMessage: (message) => child.connected && child.send(message),
        on: (event: 'message' | 'exit', listener: never) => child.on(event, listener),
        kill: () => child.kill(),
      };
    },
    forceKill: (pid) => process.kill(pid, 'SIGKILL'),
    log: (code, data) => log.push({ code, data }),
    forceMs: 200,
    ...special,
  });
  return { ...sender, children, log };
}
