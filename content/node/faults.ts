// What the operating system says -> our codes: one table for the share, one for the local store.
import { constants } from 'node:os';
import { AppFault } from '../core/base/error.ts';

/** The system's short code (`ENOENT`), or "" for anything that is not a system error. */
export function errnoOf(thrown: unknown): string {
  const { code, errno } = thrown instanceof Error ? (thrown as NodeJS.ErrnoException) : {};
  if (typeof code !== 'string') return '';
  return code === 'UNKNOWN' || code.startsWith('Unknown system error') ? (nameOf(errno) ?? code) : code;
}

/** Node has no name for a quota that is used up and for a network folder that was made anew. */
function nameOf(errno: number | undefined): string | undefined {
  return Object.entries(constants.errno).find(([, number]) => number === -(errno ?? 0))?.[0];
}

/** A failed call on the share: SHARE_DENIED or SHARE_UNREACHABLE. `ENOENT` of single files is the caller's to handle. */
export function shareFault(thrown: unknown): AppFault {
  if (thrown instanceof AppFault) return thrown;
  const errno = errnoOf(thrown);
  return new AppFault(['EACCES', 'EPERM'].includes(errno) ? 'SHARE_DENIED' : 'SHARE_UNREACHABLE', { errno }, thrown);
}

/** Not damage: somebody holds the file, the process has too many open, or the profile's own server does not answer. */
const refusals = [
  'EACCES',
  'EPERM',
  'EROFS',
  'EBUSY',
  'ETXTBSY',
  'EMFILE',
  'ENFILE',
  'ENAMETOOLONG',
  'ESTALE',
  'ENOTCONN',
  'ETIMEDOUT',
  'EINTR',
];

/** A failed call on the local store: NO_SPACE, STORE_DENIED or STORE_MISSING; what else there is, is damage. */
export function storeFault(thrown: unknown): AppFault {
  if (thrown instanceof AppFault) return thrown;
  const errno = errnoOf(thrown);
  if (['ENOSPC', 'EDQUOT'].includes(errno)) return new AppFault('NO_SPACE', { errno }, thrown);
  if (refusals.includes(errno)) return new AppFault('STORE_DENIED', { errno }, thrown);
  if (['ENOENT', 'ENOTDIR'].includes(errno)) return new AppFault('STORE_MISSING', { errno }, thrown);
  return new AppFault('STORE_DAMAGED', { errno }, thrown);
}
