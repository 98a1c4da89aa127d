// What stands in a share that is added to: its roots, its newest version and its verified editions, so that
// readers keep their trust and blocks keep their ids.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeUtf8 } from '../core/base/utf8.ts';
import type { EditionIndex, IndexedGuide } from '../core/pack/model.ts';
import { sha256 } from '../node/hash.ts';
import { verifyShare } from '../node/verify-share.ts';

export interface PriorShare {
  readonly version: number;
  /** Roots from the first to the newest, by channel; "" is the directory's. */
  readonly roots: ReadonlyMap<string, readonly Uint8Array[]>;
  readonly editions: readonly EditionIndex[];
  /** A guide's text as it was published, or null when it cannot be read any more. */
  textOf(guide: IndexedGuide): string | null;
}

/** Null when there is no share yet. Throws when the one that is there does not verify: it must not be built upon. */
export async function readPriorShare(share: string, now: Date): Promise<PriorShare | null> {
  if (!existsSync(path.join(share, 'directory'))) return null;
  const editions: EditionIndex[] = [];
  const report = await verifyShare({ share, root: null, now, onEdition: (_, index) => editions.push(index) });
  if (!report.ok) throw new Error('The share that is there does not verify, so nothing was added to it; see guides verify.');
  const roots = new Map<string, Uint8Array[]>([['', rootsOf(path.join(share, 'directory'))]]);
  for (const { channel } of report.channels) roots.set(channel, rootsOf(path.join(share, 'channels', channel)));
  const versions = [report.directory.version ?? 0, ...report.channels.map(({ seal }) => seal?.version ?? 0)];
  const textOf = (guide: IndexedGuide): string | null => {
    const file = path.join(share, 'channels', guide.channel, 'targets', `${guide.sha256}.${guide.file}`);
    if (!existsSync(file)) return null;
    const bytes = readFileSync(file);
    return sha256(bytes) === guide.sha256 ? decodeUtf8(bytes) : null;
  };
  return { version: Math.max(...versions), roots, editions, textOf };
}

function rootsOf(repository: string): Uint8Array[] {
  const roots: Uint8Array[] = [];
  for (;;) {
    const file = path.join(repository, 'metadata', `${roots.length + 1}.root.json`);
    if (!existsSync(file)) return roots;
    roots.push(readFileSync(file));
  }
}
