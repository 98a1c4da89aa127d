// How notes were before each change, for undo. Kept here and not in the notes process, because that may die at any time.
// Bounded: the oldest are forgotten first.
import type { Before } from '../../content/core/annotation/edits.ts';
import { isDeleted } from '../../content/core/annotation/model.ts';

export interface UndoMemory {
  /** @param call the same number when a call is asked again; then what was told first stands. */
  remember(call: number, token: string, before: readonly Before[]): void;
  /** Null when it is too long ago. */
  find(token: string): readonly Before[] | null;
  forget(token: string): void;
}

/** Somebody who writes saves two or three times a second, and undoes the whole sitting by its first step: an hour of it. */
const mostTokens = 10_000;
/** About 32 MB: a bulk change of every note of a year. */
const mostCharacters = 16 * 1024 * 1024;

interface Kept {
  readonly call: number;
  readonly before: readonly Before[];
  readonly size: number;
}

export function createUndoMemory(limits: { readonly tokens?: number; readonly characters?: number } = {}): UndoMemory {
  const { tokens = mostTokens, characters = mostCharacters } = limits;
  const kept = new Map<string, Kept>();
  let size = 0;
  const forget = (token: string): void => {
    size -= kept.get(token)?.size ?? 0;
    kept.delete(token);
  };
  return {
    remember(call, token, before) {
      // One call has one token in each process; a later process sees what the first one wrote already.
      const earlier = [...kept].filter(([, one]) => one.call === call);
      const all = before.reduce(join, earlier.flatMap(([, one]) => one.before).reduce(join, []));
      for (const [old] of earlier) forget(old);
      const added = { call, before: all, size: sizeOf(all) };
      kept.set(token, added);
      size += added.size;
      for (const old of kept.keys()) {
        if (old === token || (kept.size <= tokens && size <= characters)) break;
        forget(old);
      }
    },
    find: (token) => kept.get(token)?.before ?? null,
    forget,
  };
}

/** What is known of a record already stays. */
function join(known: readonly Before[], more: Before): readonly Before[] {
  const same = known.find(({ guide }) => guide === more.guide);
  if (!same) return [...known, more];
  const ids = new Set([...same.absent, ...same.records.map(({ id }) => id)]);
  const joined: Before = {
    guide: same.guide,
    records: [...same.records, ...more.records.filter(({ id }) => !ids.has(id))],
    absent: [...same.absent, ...more.absent.filter((id) => !ids.has(id))],
  };
  return known.map((one) => (one === same ? joined : one));
}

/** Of a record beside its words: ids, times, places. */
const frame = 400;
function sizeOf(before: readonly Before[]): number {
  let sum = 0;
  for (const { records, absent } of before) {
    sum += absent.length * frame;
    for (const record of records) sum += frame + (isDeleted(record) ? 0 : record.text.length + record.anchor.exact.length * 2);
  }
  return sum;
}
