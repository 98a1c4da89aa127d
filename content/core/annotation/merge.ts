// Two PCs' records of one guide -> one list in which nothing that a person wrote is missing. The same on both PCs, in
// whatever order and however often it happens; where both changed a note, both versions are kept.
import { canonicalJson } from '../base/canonical-json.ts';
import type { Sha256Of } from '../base/hash.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import { compareClocks, joinClocks } from './clock.ts';
import { isDeleted, type Note, type NoteId, type NoteRecord } from './model.ts';

/** By id, each once; the order is that of `mine`, then what only `theirs` has. */
export function mergeRecords(mine: readonly NoteRecord[], theirs: readonly NoteRecord[], sha256: Sha256Of): readonly NoteRecord[] {
  const merged = new Map<NoteId, NoteRecord>();
  const add = (record: NoteRecord): void => {
    const known = merged.get(record.id);
    if (!known) {
      merged.set(record.id, record);
      return;
    }
    const { record: winner, beside } = mergeOne(known, record, sha256);
    merged.set(winner.id, winner);
    // Its id follows from what it says: merged twice it meets itself.
    if (beside) add(beside);
  };
  for (const record of [...mine, ...theirs]) add(record);
  return [...merged.values()];
}

function mergeOne(a: NoteRecord, b: NoteRecord, sha256: Sha256Of): { readonly record: NoteRecord; readonly beside: Note | null } {
  switch (compareClocks(a.clock, b.clock)) {
    case 'equal':
      // Placing a note in a newer edition is no change of a person's.
      return { record: !isDeleted(a) && !isDeleted(b) && b.anchor.edition.version > a.anchor.edition.version ? b : a, beside: null };
    case 'after':
      return { record: a, beside: null };
    case 'before':
      return { record: b, beside: null };
    case 'apart': {
      const clock = joinClocks(a.clock, b.clock);
      if (isDeleted(a) && isDeleted(b)) return { record: { ...(a.deleted > b.deleted ? a : b), clock }, beside: null };
      // Words outlive a deletion elsewhere: who deletes again has seen them.
      if (isDeleted(a)) return { record: { ...b, clock }, beside: null };
      if (isDeleted(b)) return { record: { ...a, clock }, beside: null };
      return keepBoth(a, b, sha256);
    }
  }
}

/** Two versions of one note of which neither has seen the other: the later one keeps its id, the other stands beside it. */
export function keepBoth(a: Note, b: Note, sha256: Sha256Of): { readonly record: Note; readonly beside: Note | null } {
  const [first, second] = isLater(a, b) ? [a, b] : [b, a];
  const record = { ...first, clock: joinClocks(a.clock, b.clock) };
  return { record, beside: saysTheSame(first, second) ? null : { ...second, id: idOf(second, sha256) } };
}

/** Some order on which both PCs agree. */
function isLater(a: Note, b: Note): boolean {
  return a.modified === b.modified ? wordsOf(a) > wordsOf(b) : a.modified > b.modified;
}

/** Wherever each of them stands. */
export const saysTheSame = (a: Note, b: Note): boolean => wordsOf(a) === wordsOf(b);

/** Only what a person wrote: where a note stands is found again by itself, on each PC in its own time. */
const wordsOf = ({ id, created, highlight, text, tags, archived }: Note): string =>
  canonicalJson({ id, created, highlight, text, tags, archived });

function idOf(note: Note, sha256: Sha256Of): NoteId {
  const hex = sha256(encodeUtf8(wordsOf(note)));
  // A UUID of version 8 (RFC 9562): its bits are ours to choose.
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)];
  return `urn:uuid:${parts.join('-')}` as NoteId;
}
