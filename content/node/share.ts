// Reads a share: a folder somebody else can change while we look. Every read is bounded, every name is plain,
// links are refused, and each file is read once: what was hashed is what is used (trust.md 6.16).
import path from 'node:path';
import { promisify } from 'node:util';
import { AppFault } from '../core/base/error.ts';
import { errnoOf, shareFault } from './faults.ts';
import { rawFs } from './raw-fs.ts';
import { joinNames } from './safe-path.ts';

export type ShareCall = 'look' | 'open' | 'read' | 'close';

/** Told of every call on a share, so that somebody outside can tell waiting from working. */
export interface ShareWatch {
  /** It begins. May throw to stop the work, but for 'close'. */
  asked(what: ShareCall): void;
  /** It came back, with or without success. */
  answered(): void;
}

export interface ShareFolder {
  /** Real path of the share. */
  readonly root: string;
  /** Absolute path of a folder below, or null when it is not there. Refuses links (MALFORMED). */
  folder(...names: readonly string[]): string | null;
  /** At most `maxBytes + 1` bytes of a file (one more shows that it is too long), or null when it is not there. */
  read(folder: string, name: string, maxBytes: number): Promise<Uint8Array | null>;
  /** The same at once, into `buffer`: how many bytes there were, at most `maxBytes + 1`, or null when it is not there. */
  readInto(folder: string, name: string, buffer: Uint8Array, at: number, maxBytes: number): number | null;
  has(folder: string, name: string): boolean;
}

const { constants } = rawFs;
// A link is refused at the open itself, and a named pipe must not make the open wait. Windows knows neither
// flag (they are undefined there); links are looked for before the open instead.
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const checksLinks = constants.O_NOFOLLOW === undefined;

const open = promisify(rawFs.open);
const close = promisify(rawFs.close);
const fstat = promisify<number, { size: number; isFile(): boolean }>(rawFs.fstat);

/** One read asks for no more: a slow line (50 kB a second) answers it within the 10 s after which it counts as hung. */
const readBytes = 512 * 1024;

const unwatched: ShareWatch = { asked: () => undefined, answered: () => undefined };

/** Throws SHARE_UNREACHABLE or SHARE_DENIED. */
export function openShare(where: string, watch: ShareWatch = unwatched): ShareFolder {
  const now = <T>(what: ShareCall, call: () => T): T => {
    watch.asked(what);
    try {
      return call();
    } finally {
      watch.answered();
    }
  };
  const later = async <T>(what: ShareCall, call: () => Promise<T>): Promise<T> => {
    watch.asked(what);
    try {
      return await call();
    } finally {
      watch.answered();
    }
  };
  const look = (file: string): Kind => now('look', () => kindOf(file));
  let root: string;
  try {
    root = now('look', () => rawFs.realpathSync(where));
    if (!now('look', () => rawFs.statSync(root).isDirectory())) throw new AppFault('SHARE_UNREACHABLE', { errno: 'ENOTDIR' });
  } catch (error) {
    throw shareFault(error);
  }
  const checked = new Map<string, string | null>();

  function folder(...names: readonly string[]): string | null {
    const key = names.join('/');
    const known = checked.get(key);
    if (known !== undefined) return known;
    let here: string | null = root;
    for (const name of names) {
      here = joinNames(here, name);
      const kind = look(here);
      if (kind === 'link') throw new AppFault('MALFORMED', { file: name, why: 'link' });
      if (kind !== 'folder') {
        here = null;
        break;
      }
    }
    checked.set(key, here);
    return here;
  }

  return {
    root,
    folder,
    async read(inFolder, name, maxBytes) {
      const file = joinNames(inFolder, name);
      try {
        if (checksLinks && look(file) === 'link') throw linkFault(name);
        const handle = await later('open', () => open(file, flags));
        try {
          const stat = await later('read', () => fstat(handle));
          if (!stat.isFile()) throw new AppFault('MALFORMED', { file: name, why: 'kind' });
          const buffer = new Uint8Array(Math.min(stat.size, maxBytes) + 1);
          return buffer.subarray(0, await fill(handle, buffer, later));
        } finally {
          await later('close', () => close(handle));
        }
      } catch (error) {
        return missingOrFault(error, name);
      }
    },
    readInto(inFolder, name, buffer, at, maxBytes) {
      const file = joinNames(inFolder, name);
      try {
        if (checksLinks && look(file) === 'link') throw linkFault(name);
        const handle = now('open', () => rawFs.openSync(file, flags));
        try {
          let done = 0;
          // A full answer is the normal case; only a short one (a network folder) is asked again.
          for (;;) {
            const asked = Math.min(readBytes, maxBytes + 1 - done);
            const got = now('read', () => rawFs.readSync(handle, buffer, at + done, asked, null));
            done += got;
            // The last question is for one byte more than there should be.
            const isLast = done - got + asked > maxBytes;
            if (got === 0 || (isLast && done >= maxBytes)) return done;
          }
        } finally {
          now('close', () => rawFs.closeSync(handle));
        }
      } catch (error) {
        return missingOrFault(error, name);
      }
    },
    has: (inFolder, name) => look(joinNames(inFolder, name)) === 'file',
  };
}

type Later = <T>(what: 'read', call: () => Promise<T>) => Promise<T>;

async function fill(handle: number, buffer: Uint8Array, later: Later): Promise<number> {
  let done = 0;
  while (done < buffer.length) {
    const asked = Math.min(readBytes, buffer.length - done);
    const call = () =>
      new Promise<number>((resolve, reject) => {
        rawFs.read(handle, buffer, done, asked, null, (error, count) => (error ? reject(error) : resolve(count)));
      });
    const got = await later('read', call);
    if (got === 0) break;
    done += got;
  }
  return done;
}

type Kind = 'file' | 'folder' | 'link' | 'other' | 'none';

function kindOf(file: string): Kind {
  try {
    const stat = rawFs.lstatSync(file);
    if (stat.isSymbolicLink()) return 'link';
    return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error))) return 'none';
    throw shareFault(error);
  }
}

function missingOrFault(error: unknown, name: string): null {
  const errno = errnoOf(error);
  if (errno === 'ENOENT') return null;
  // What Linux, macOS and the BSDs say to "do not follow links".
  if (['ELOOP', 'EMLINK', 'EFTYPE'].includes(errno)) throw linkFault(name);
  if (errno === 'EISDIR') throw new AppFault('MALFORMED', { file: path.basename(name), why: 'kind' });
  throw shareFault(error);
}

const linkFault = (name: string) => new AppFault('MALFORMED', { file: name, why: 'link' });
