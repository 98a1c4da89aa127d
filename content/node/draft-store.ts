// A person's drafts on disk. Each process writes files of its own, one a draft (`<uuid>.<writer>.json`), each whole or not
// at all, so that two never write over each other; a draft is what its files say together. Refuses to write over what a
// newer app wrote; what is damaged is put aside by name.
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { compareClocks } from '../core/annotation/clock.ts';
import type { Clock } from '../core/annotation/model.ts';
import { AppFault } from '../core/base/error.ts';
import { draftFileBytes, readDraftFile, writeDraftFile } from '../core/suggestion/draft-file.ts';
import { mergeDrafts, type WrittenDraft } from '../core/suggestion/merge-drafts.ts';
import type { SuggestionId } from '../core/suggestion/model.ts';
import { writeAtomic } from './atomic-write.ts';
import { errnoOf, storeFault } from './faults.ts';
import { sha256 } from './hash.ts';

export interface DraftStorePorts {
  readonly folder: string;
  /** Of this process alone while it runs (`openNoteWriter`). */
  readonly writer: string;
  readonly log: (what: 'draft-damaged' | 'draft-newer' | 'draft-not-readable', file: string, cause?: unknown) => void;
}

export interface KeptDraft extends WrittenDraft {
  /** A newer app wrote it: changes are refused. */
  readonly isReadOnly: boolean;
}

export interface DraftList {
  readonly drafts: readonly KeptDraft[];
  /** Files that are there and cannot be read, now or by this app. */
  readonly unread: readonly string[];
  /** Files that were put aside because they were damaged: people may find words in them. */
  readonly aside: readonly string[];
}

export interface DraftStore {
  /** Those thrown away among them, until they are cleared. @param breathe called between drafts, to give way to others */
  list(breathe?: () => Promise<void>): Promise<DraftList>;
  /** Null: there is none. */
  read(id: SuggestionId): Promise<KeptDraft | null>;
  /**
   * Resolves when it is on disk. Throws APP_TOO_OLD for a draft of a newer app, NO_SPACE, STORE_DENIED.
   * @param edit what is there now -> what there shall be; null: leave it. The clock of its answer says which words it had
   * seen: if others came meanwhile nothing is replaced, and one of the two becomes a draft of its own, which `parted` names.
   */
  change(
    id: SuggestionId,
    edit: (kept: KeptDraft | null) => WrittenDraft | null,
  ): Promise<{ readonly kept: KeptDraft | null; readonly parted: SuggestionId | null }>;
  /** Removes for good what was thrown away before this time (ISO). How many. */
  clear(before: string): Promise<number>;
}

interface Found {
  readonly file: string;
  readonly written: WrittenDraft;
  readonly isNewer: boolean;
}

const fileName = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[a-z0-9]{1,16}(?:-[0-9a-f]{12})?\.json$/;
const asideName = /\.damaged-[0-9a-f]{12}\.txt$/;
const uuidOf = (id: SuggestionId): string => id.slice('urn:uuid:'.length);

export function openDraftStore({ folder, writer, log }: DraftStorePorts): DraftStore {
  const queues = new Map<string, Promise<unknown>>();
  /** One change of a draft after the other. */
  const queued = <T>(uuid: string, run: () => Promise<T>): Promise<T> => {
    const next = (queues.get(uuid) ?? Promise.resolve()).then(run, run);
    queues.set(uuid, next);
    return next;
  };
  /** What this process wrote last: another may be taking its file away just when it is looked for. */
  const own = new Map<string, WrittenDraft>();
  const countIn = (clock: Clock): number => (Object.hasOwn(clock, writer) ? (clock[writer] ?? 0) : 0);
  const ownFile = (uuid: string): string => path.join(folder, `${uuid}.${writer}.json`);
  const filesOf = (uuid: string | null): readonly string[] =>
    existsSync(folder)
      ? readdirSync(folder).filter((name) => (uuid === null ? fileName.test(name) : fileName.exec(name)?.[1] === uuid))
      : [];

  const load = (name: string): Found | null => {
    const file = path.join(folder, name);
    try {
      if (statSync(file).size > draftFileBytes) throw new AppFault('TOO_LARGE', { file: name });
      const bytes = readFileSync(file);
      const { written, isNewer, isDamaged } = readDraftFile(bytes.toString('utf8'));
      if (isNewer) log('draft-newer', name);
      // A newer app's words that this one cannot read are there all the same.
      if (isNewer && !written) throw new AppFault('APP_TOO_OLD', { file: name });
      const isElsewhere = written !== null && uuidOf(written.draft.suggestion.id) !== fileName.exec(name)?.[1];
      if (isDamaged || isElsewhere) putAside(file, bytes, written === null || isElsewhere);
      return written && !isElsewhere ? { file, written, isNewer } : null;
    } catch (cause) {
      if (errnoOf(cause) === 'ENOENT') return null;
      log('draft-not-readable', name, cause);
      // Not the same as none: what cannot be read now must not be written over.
      throw cause instanceof AppFault ? cause : storeFault(cause);
    }
  };
  const putAside = (file: string, bytes: Uint8Array, isLost: boolean): void => {
    // Named by what it holds: the same damage is put aside once, however often it is read.
    const aside = file.replace(/\.json$/, `.damaged-${sha256(bytes).slice(0, 12)}.txt`);
    const isKnown = existsSync(aside);
    if (isLost) renameSync(file, aside);
    else if (!isKnown) copyFileSync(file, aside);
    if (!isKnown) log('draft-damaged', path.basename(aside));
  };

  const store = async (written: WrittenDraft): Promise<void> => {
    try {
      mkdirSync(folder, { recursive: true });
      await writeAtomic(ownFile(uuidOf(written.draft.suggestion.id)), writeDraftFile(written));
      own.set(uuidOf(written.draft.suggestion.id), written);
    } catch (cause) {
      throw storeFault(cause);
    }
  };
  /** The other's words as a draft of their own; what has become of them since they were parted stays. */
  const part = async (beside: WrittenDraft | null): Promise<void> => {
    if (beside && filesOf(uuidOf(beside.draft.suggestion.id)).length === 0) await store(beside);
  };
  const settle = async (uuid: string): Promise<{ readonly kept: KeptDraft | null; readonly found: readonly Found[] }> => {
    const found = filesOf(uuid).flatMap((name) => load(name) ?? []);
    const mine = own.get(uuid);
    // Another process cleared what had been thrown away.
    if (mine && found.length === 0 && mine.draft.deleted !== null) own.delete(uuid);
    const [first, ...others] = [...found.map(({ written }) => written), ...[own.get(uuid) ?? []].flat()];
    if (!first) return { kept: null, found };
    const besides: WrittenDraft[] = [];
    let merged = first;
    for (const written of others) {
      const { kept, beside } = mergeDrafts(merged, written, sha256);
      merged = kept;
      if (beside) besides.push(beside);
    }
    const isReadOnly = found.some(({ isNewer }) => isNewer);
    if (besides.length > 0 && !isReadOnly) {
      // First the other's words: only then may a clock say that they have been seen.
      for (const beside of besides) await part(beside);
      await store(merged);
    }
    return { kept: { ...merged, isReadOnly }, found };
  };
  return {
    async list(breathe) {
      const uuids = () => new Set(filesOf(null).map((name) => fileName.exec(name)?.[1] as string));
      const drafts = new Map<string, KeptDraft | null>();
      const unread: string[] = [];
      // Again while there are new ones: words that were parted are drafts too.
      for (let more = [...uuids()].sort(); more.length > 0; more = [...uuids()].filter((uuid) => !drafts.has(uuid)))
        for (const uuid of more) {
          await breathe?.();
          const kept = await queued(uuid, () => settle(uuid)).then(
            (settled) => settled.kept,
            () => null,
          );
          if (!kept) unread.push(...filesOf(uuid));
          drafts.set(uuid, kept);
        }
      const aside = existsSync(folder) ? readdirSync(folder).filter((name) => asideName.test(name)) : [];
      return { drafts: [...drafts.values()].filter((draft) => draft !== null), unread, aside };
    },
    read: (id) => queued(uuidOf(id), async () => (await settle(uuidOf(id))).kept),
    change: (id, edit) =>
      queued(uuidOf(id), async () => {
        const { kept, found } = await settle(uuidOf(id));
        const next = edit(kept);
        if (!next) return { kept, parted: null };
        if (kept?.isReadOnly) throw new AppFault('APP_TOO_OLD', { file: uuidOf(id) });
        const seen = next.draft.clock;
        const clock = { ...seen, [writer]: Math.max(countIn(seen), countIn(kept?.draft.clock ?? {})) + 1 };
        const written = { history: next.history, draft: { ...next.draft, suggestion: { ...next.draft.suggestion, id }, clock } };
        const merged = kept ? mergeDrafts(kept, written, sha256) : { kept: written, beside: null };
        await part(merged.beside);
        await store(merged.kept);
        for (const { file } of found)
          if (file !== ownFile(uuidOf(id))) removeIf(file, ({ draft }) => compareClocks(merged.kept.draft.clock, draft.clock) === 'after');
        return { kept: { ...merged.kept, isReadOnly: false }, parted: merged.beside?.draft.suggestion.id ?? null };
      }),
    async clear(before) {
      const old = (await this.list()).drafts.filter(({ draft }) => draft.deleted !== null && draft.deleted < before);
      for (const { draft } of old) {
        const uuid = uuidOf(draft.suggestion.id);
        await queued(uuid, async () => {
          for (const name of filesOf(uuid))
            removeIf(path.join(folder, name), ({ draft: there }) => there.deleted !== null && there.deleted < before);
        });
      }
      return old.length;
    },
  };
}

/**
 * Another process may be writing this file just now: it is taken under a name that nobody writes to, and only goes if
 * what is in it now may go; if not, it stays, and is read like the others.
 */
function removeIf(file: string, mayGo: (written: WrittenDraft) => boolean): void {
  const taken = file.replace(/(?:-[0-9a-f]{12})?\.json$/, `-${randomBytes(6).toString('hex')}.json`);
  try {
    renameSync(file, taken);
    const { written, isNewer } = readDraftFile(readFileSync(taken, 'utf8'));
    if (written && !isNewer && mayGo(written)) rmSync(taken);
  } catch {
    // Held open, or gone: it is one file more, and says nothing new.
  }
}
