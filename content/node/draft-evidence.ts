// Files that people attach to their drafts, by their digest: kept on this PC until no draft names them, so that a draft
// can be sent after the original has moved. Refuses what is larger than a suggestion may carry.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { AppFault } from '../core/base/error.ts';
import { isSha256, type Sha256 } from '../core/base/ids.ts';
import { suggestionLimits } from '../core/suggestion/bounds.ts';
import { writeAtomic } from './atomic-write.ts';
import { errnoOf, storeFault } from './faults.ts';
import { sha256 } from './hash.ts';

export interface DraftEvidence {
  /** Throws TOO_LARGE, NO_SPACE, STORE_DENIED. The same bytes twice are one file. */
  put(bytes: Uint8Array): Promise<Sha256>;
  /** Without looking into it. */
  has(digest: Sha256): boolean;
  /** Null: not there, or not what it was. */
  read(digest: Sha256): Uint8Array | null;
  /**
   * Removes what nobody names. @param named by any draft, those thrown away among them
   * @param before files younger than this may belong to a draft that is being written
   */
  clear(named: ReadonlySet<Sha256>, before: Date): number;
}

export function openDraftEvidence(folder: string): DraftEvidence {
  const fileOf = (digest: Sha256): string => path.join(folder, digest);
  const read = (digest: Sha256): Uint8Array | null => {
    try {
      if (statSync(fileOf(digest)).size > suggestionLimits.evidenceFileBytes) return null;
      const bytes = readFileSync(fileOf(digest));
      return sha256(bytes) === digest ? bytes : null;
    } catch (cause) {
      if (errnoOf(cause) === 'ENOENT') return null;
      throw storeFault(cause);
    }
  };
  return {
    read,
    has: (digest) => existsSync(fileOf(digest)),
    async put(bytes) {
      if (bytes.length > suggestionLimits.evidenceFileBytes) throw new AppFault('TOO_LARGE', { bytes: bytes.length });
      const digest = sha256(bytes);
      try {
        // Also where it is there: a young file is safe until the draft that names it has been written.
        mkdirSync(folder, { recursive: true });
        await writeAtomic(fileOf(digest), bytes);
      } catch (cause) {
        throw storeFault(cause);
      }
      return digest;
    },
    clear(named, before) {
      const names = existsSync(folder) ? readdirSync(folder).filter(isSha256) : [];
      const old = names.filter((name) => !named.has(name) && statSync(path.join(folder, name)).mtimeMs < before.getTime());
      for (const name of old) rmSync(path.join(folder, name), { force: true });
      return old.length;
    },
  };
}
