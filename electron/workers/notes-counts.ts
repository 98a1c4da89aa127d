// How many notes there are, and how many wait for a person: counted once for each guide, and again when it changed.
import type { Note } from '../../content/core/annotation/model.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { NoteStore } from '../../content/node/note-store.ts';
import type { NoteCounts } from '../ipc/note-replies.ts';
import { notesOf } from './notes-show.ts';

export interface CountKeeper {
  /** Reads what was not counted yet. A file that cannot be read counts as none. */
  all(breathe: () => Promise<void>): Promise<NoteCounts>;
  /** To be counted again. */
  forget(guides: readonly GuideId[]): void;
}

export function openCounts(store: Pick<NoteStore, 'guides' | 'read'>): CountKeeper {
  const known = new Map<GuideId, NoteCounts>();
  return {
    async all(breathe) {
      const guides = store.guides();
      for (const guide of guides) {
        if (known.has(guide)) continue;
        const kept = await store.read(guide).catch(() => null);
        if (kept) known.set(guide, countNotes(notesOf(kept.records)));
        await breathe();
      }
      return guides.reduce((sum, guide) => add(sum, known.get(guide) ?? none), none);
    },
    forget(guides) {
      for (const guide of guides) known.delete(guide);
    },
  };
}

/** Of those that are not archived. */
export function countNotes(notes: readonly Note[]): NoteCounts {
  const here = notes.filter(({ archived }) => !archived);
  const waiting = here.filter(({ fate, before }) => fate !== 'unchanged' && before !== null);
  const unplaced = waiting.filter(({ fate }) => fate === 'gone').length;
  return { notes: here.length, changed: waiting.length - unplaced, unplaced };
}

const none: NoteCounts = { notes: 0, changed: 0, unplaced: 0 };
const add = (a: NoteCounts, b: NoteCounts): NoteCounts => ({
  notes: a.notes + b.notes,
  changed: a.changed + b.changed,
  unplaced: a.unplaced + b.unplaced,
});
