// A person's notes on disk: one open JSON file a guide, written whole or not at all. The folder may roam: another PC may
// write the same file at any time, so every change is merged into what stands there, and what this PC knows is also kept
// on this PC, from where it comes back if another's writing wins. Refuses to write over what a newer app has written.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { mergeRecords } from '../core/annotation/merge.ts';
import { type NoteRecord, noteLimits } from '../core/annotation/model.ts';
import { type NoteFile, readNoteFile, writeNoteFile } from '../core/annotation/note-file.ts';
import { AppFault } from '../core/base/error.ts';
import { type GuideId, isGuideId } from '../core/base/ids.ts';
import { writeAtomic } from './atomic-write.ts';
import { errnoOf, storeFault } from './faults.ts';
import { sha256 } from './hash.ts';

export interface NoteStorePorts {
  readonly folder: string;
  /** On this PC, when `folder` may be elsewhere; null when it is here anyway. */
  readonly own: string | null;
  readonly log: (what: 'notes-damaged' | 'notes-newer' | 'notes-not-readable', file: string, cause?: unknown) => void;
}

export interface KeptNotes {
  readonly records: readonly NoteRecord[];
  /** A newer app wrote the file: changes are refused. */
  readonly isReadOnly: boolean;
  /** Records that could not be read; they stand in a file beside. */
  readonly refused: number;
}

export interface NoteStore {
  /** Guides with a file, whether or not there are notes in it. */
  guides(): readonly GuideId[];
  read(guide: GuideId): Promise<KeptNotes>;
  /**
   * @param edit what is there now -> what there shall be; called again when another PC wrote meanwhile.
   * Resolves when it is on disk. Throws APP_TOO_OLD for a file of a newer app, NO_SPACE, STORE_DENIED.
   */
  change(guide: GuideId, edit: (records: readonly NoteRecord[]) => readonly NoteRecord[]): Promise<KeptNotes>;
}

/** Two PCs that save in the same moment meet again at once; three in a row do not happen to people. */
const mostTries = 5;

export function openNoteStore(ports: NoteStorePorts): NoteStore {
  const { folder, own, log } = ports;
  const queues = new Map<GuideId, Promise<unknown>>();
  /** One change of a file after the other. */
  const queued = <T>(guide: GuideId, run: () => Promise<T>): Promise<T> => {
    const next = (queues.get(guide) ?? Promise.resolve()).then(run, run);
    queues.set(guide, next);
    return next;
  };
  const places = own === null ? [folder] : [folder, own];
  const fileIn = (place: string, guide: GuideId): string => path.join(place, `${guide}.json`);

  const load = (place: string, guide: GuideId): NoteFile | null => {
    const file = fileIn(place, guide);
    try {
      if (!existsSync(file)) return null;
      if (statSync(file).size > noteLimits.fileBytes) throw new AppFault('TOO_LARGE', { file: path.basename(file) });
      const read = readNoteFile(readFileSync(file, 'utf8'));
      if (read.isNewer) log('notes-newer', path.basename(file));
      else if (read.isDamaged || read.refused.length > 0) putAside(file);
      return read;
    } catch (cause) {
      if (errnoOf(cause) === 'ENOENT') return null;
      log('notes-not-readable', path.basename(file), cause);
      // Not the same as empty: what cannot be read now must not be written over.
      throw cause instanceof AppFault ? cause : storeFault(cause);
    }
  };
  const putAside = (file: string): void => {
    // Named by what it holds: the same damage is put aside once, however often it is read.
    const aside = file.replace(/\.json$/, `.damaged-${sha256(readFileSync(file)).slice(0, 12)}.json`);
    if (existsSync(aside)) return;
    copyFileSync(file, aside);
    log('notes-damaged', path.basename(aside));
  };
  const loadAll = (guide: GuideId): KeptNotes => {
    const files = places.flatMap((place) => load(place, guide) ?? []);
    return {
      records: files.reduce<readonly NoteRecord[]>((records, file) => mergeRecords(records, file.records, sha256), []),
      isReadOnly: files.some(({ isNewer }) => isNewer),
      refused: files.reduce((sum, { refused }) => sum + refused.length, 0),
    };
  };
  const store = async (guide: GuideId, records: readonly NoteRecord[]): Promise<void> => {
    const text = writeNoteFile(guide, records);
    try {
      // What is here survives whatever happens there.
      for (const place of [...places].reverse()) {
        mkdirSync(place, { recursive: true });
        await writeAtomic(fileIn(place, guide), text);
      }
    } catch (cause) {
      throw storeFault(cause);
    }
  };
  const isShared = (guide: GuideId, records: readonly NoteRecord[]): boolean => {
    const there = load(folder, guide);
    return there === null ? records.length === 0 : holds(there.records, records);
  };
  return {
    guides() {
      const names = places.flatMap((place) => (existsSync(place) ? readdirSync(place) : []));
      const guides = names.flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : []));
      return [...new Set(guides)].filter(isGuideId).sort();
    },
    read: (guide) =>
      queued(guide, async () => {
        const kept = loadAll(guide);
        // What another PC wrote over goes back to where both can see it.
        if (own !== null && !kept.isReadOnly && !isShared(guide, kept.records)) await store(guide, kept.records).catch(() => undefined);
        return kept;
      }),
    change: (guide, edit) =>
      queued(guide, async () => {
        let kept = loadAll(guide);
        if (kept.isReadOnly) throw new AppFault('APP_TOO_OLD', { file: `${guide}.json` });
        const { refused } = kept;
        for (let attempt = 1; ; attempt += 1) {
          const records = edit(kept.records);
          await store(guide, records);
          const after = loadAll(guide);
          if (attempt === mostTries || holds(after.records, records)) return { ...after, refused };
          // Another PC wrote between our reading and our writing, and knew nothing of ours.
          kept = { ...after, records: mergeRecords(records, after.records, sha256) };
        }
      }),
  };
}

/** Each of `wanted` is there in this version or a later one. */
function holds(records: readonly NoteRecord[], wanted: readonly NoteRecord[]): boolean {
  const merged = mergeRecords(records, wanted, sha256);
  return merged.length === records.length && merged.every((record, at) => record === records[at]);
}
