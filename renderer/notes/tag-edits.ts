// One tag more or less, where many notes are tagged at once. Pure.
import { noteLimits } from '../../content/core/annotation/model.ts';

/** As it is kept: one line, no space at its ends, no sign in front. Empty when nothing is left. */
export const tidyTag = (typed: string): string =>
  typed
    .replace(/\s+/g, ' ')
    .replace(/^[\s#]+/, '')
    .trim()
    .slice(0, noteLimits.tag)
    .trim();

/** Null where it is there already (however it is spelt), is empty, or where a note has as many as it can. */
export function withTag(tags: readonly string[], typed: string): readonly string[] | null {
  const tag = tidyTag(typed);
  if (tag === '' || tags.length >= noteLimits.tags || tags.some((each) => same(each, tag))) return null;
  return [...tags, tag];
}

/** Null where it is not there. */
export function withoutTag(tags: readonly string[], tag: string): readonly string[] | null {
  const left = tags.filter((each) => each !== tag);
  return left.length === tags.length ? null : left;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
