// Writes one file into `inbox/<channel>/` of one share. It touches nothing but that folder, makes none that is missing, and
// is silent while a call on the share is pending, so that the main process can tell a hang from work.
import { setImmediate as said } from 'node:timers/promises';
import { AppFault } from '../../content/core/base/error.ts';
import { type Dropped, dropInto } from '../../content/node/drop-box.ts';
import { errnoOf, shareFault } from '../../content/node/faults.ts';
import { openShare, type ShareWatch } from '../../content/node/share.ts';
import type { FromInbox, ToInbox } from './inbox-protocol.ts';

export interface InboxPorts {
  readonly send: (message: FromInbox) => void;
  /** Shorter in tests only. */
  readonly aliveMs?: number;
}

/** Several signs of life within the time after which silence counts as hanging (10 s). */
const usualAliveMs = 1_000;

export function createInboxSession({ send, aliveMs = usualAliveMs }: InboxPorts): { receive(message: ToInbox): void } {
  let pending = 0;
  const watch: ShareWatch = {
    asked: () => {
      pending += 1;
    },
    answered: () => {
      pending -= 1;
    },
  };
  return {
    receive(message) {
      const beat = setInterval(() => {
        if (pending === 0) send({ kind: 'alive' });
      }, aliveMs);
      // A first word before the first call: a share that holds that call would hold the word as well.
      send({ kind: 'alive' });
      void said()
        .then(() => drop(message, watch))
        .then(
          (dropped): FromInbox => ({ kind: 'sent', dropped }),
          (thrown: unknown): FromInbox => ({ kind: 'refused', error: inboxFault(thrown).toAppError() }),
        )
        .then((told) => {
          clearInterval(beat);
          send(told);
        });
    },
  };
}

async function drop({ share, channel, name, bytes }: ToInbox, watch: ShareWatch): Promise<Dropped> {
  const folder = openShare(share, watch).folder('inbox', channel);
  if (folder === null) throw new AppFault('INBOX_MISSING');
  return dropInto(folder, name, bytes, watch);
}

/** What it failed with, as one of the four that a person is told of. */
export function inboxFault(thrown: unknown): AppFault {
  if (thrown instanceof AppFault) {
    switch (thrown.code) {
      case 'SHARE_DENIED':
        return new AppFault('INBOX_DENIED', thrown.data, thrown);
      // A link in the folder's place may lead anywhere: it is no drop-box.
      case 'MALFORMED':
        return new AppFault('INBOX_MISSING', thrown.data, thrown);
      case 'NAME_TAKEN':
        return new AppFault('INBOX_DENIED', { errno: 'EEXIST' }, thrown);
      // Other bytes came back than were written.
      case 'INCOMPLETE':
        return new AppFault('SHARE_UNREACHABLE', { errno: 'DIFFERS' }, thrown);
      default:
        return thrown;
    }
  }
  const errno = errnoOf(thrown);
  if (['ENOSPC', 'EDQUOT'].includes(errno)) return new AppFault('INBOX_FULL', { errno }, thrown);
  if (['EACCES', 'EPERM', 'EROFS'].includes(errno)) return new AppFault('INBOX_DENIED', { errno }, thrown);
  // It went between two calls.
  if (['ENOENT', 'ENOTDIR'].includes(errno)) return new AppFault('INBOX_MISSING', { errno }, thrown);
  return shareFault(thrown);
}
