// Notes out of a file -> a guide's records with them in it. Nothing is doubled, nothing that is here is lost, and taking
// the same file in twice is the same as once. What was deleted here comes back: a person asked for it.
import type { Sha256Of } from '../base/hash.ts';
import { compareClocks, joinClocks, tick } from './clock.ts';
import { keepBoth, saysTheSame } from './merge.ts';
import { isDeleted, type Note, type NoteId, type NoteRecord, noteLimits } from './model.ts';

export interface Joined {
  /** Those that are here in their order, then what is new. */
  readonly records: readonly NoteRecord[];
  readonly added: number;
  /** They were here, and the file has other words that this PC had not seen. */
  readonly updated: number;
  /** They were here, just so or newer. */
  readonly known: number;
  /** They had been deleted here. */
  readonly revived: number;
  /** No room is left in the guide's file. */
  readonly beyond: number;
  /** Ids of the records that are not as they were. */
  readonly changed: readonly NoteId[];
}

export interface JoinPorts {
  /** Name of this process in clocks. */
  readonly writer: string;
  readonly sha256: Sha256Of;
}

/** @param carried of one guide, placed already. */
export function joinCarried(mine: readonly NoteRecord[], carried: readonly Note[], { writer, sha256 }: JoinPorts): Joined {
  const records = new Map<NoteId, NoteRecord>(mine.map((record) => [record.id, record]));
  const changed = new Set<NoteId>();
  const counts = { added: 0, updated: 0, known: 0, revived: 0, beyond: 0 };
  // What was deleted takes no room: it has a bound of its own.
  let notes = mine.reduce((sum, record) => sum + Number(!isDeleted(record)), 0);
  const isFull = (): boolean => notes >= noteLimits.perGuide;
  const put = (record: NoteRecord): void => {
    const before = records.get(record.id);
    notes += Number(!isDeleted(record)) - Number(before !== undefined && !isDeleted(before));
    records.set(record.id, record);
    changed.add(record.id);
  };
  for (const note of carried) {
    const here = records.get(note.id);
    if ((!here || isDeleted(here)) && isFull()) counts.beyond++;
    else if (!here) {
      put(note);
      counts.added++;
    } else if (isDeleted(here)) {
      // Later than the deletion, everywhere it has been told of.
      put({ ...note, clock: tick(joinClocks(here.clock, note.clock), writer) });
      counts.revived++;
    } else {
      const next = newer(here, note, sha256, writer);
      const beside = next?.beside && !records.has(next.beside.id) ? next.beside : null;
      if (next === null) counts.known++;
      // Without room for both, neither is given up: what is here stays, the other stays in the file.
      else if (beside && isFull()) counts.beyond++;
      else {
        put(next.record);
        if (beside) put(beside);
        counts.updated++;
      }
    }
  }
  return { records: [...records.values()], ...counts, changed: [...changed] };
}

/** What the file has that is not here; null where that is nothing. */
function newer(here: Note, note: Note, sha256: Sha256Of, writer: string): ReturnType<typeof keepBoth> | null {
  const order = compareClocks(here.clock, note.clock);
  if (order === 'after') return null;
  if (order === 'before') return { record: note, beside: null };
  if (saysTheSame(here, note)) return null;
  // Equal clocks and other words: a profile that was set back, or a file that another program has changed.
  const both = keepBoth(here, note, sha256);
  return { ...both, record: { ...both.record, clock: tick(both.record.clock, writer) } };
}
