// Two copies of one draft, from two windows or two PCs -> one draft, and a second one beside it where both were written
// in. The same on both, in whatever order. Refuses to lose a word, or to change what has been sent.
import { compareClocks, joinClocks } from '../annotation/clock.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import type { Sha256Of } from '../base/hash.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import { type Draft, draftStates, type SuggestionId } from './model.ts';
import { toJson } from './suggestion-json.ts';
import type { History } from './undo-history.ts';

/** A draft and what was typed in it. */
export interface WrittenDraft {
  readonly draft: Draft;
  readonly history: History;
}

export interface MergedDrafts {
  readonly kept: WrittenDraft;
  /** The other's words, as a draft of its own. */
  readonly beside: WrittenDraft | null;
}

/** @param a,b copies of one draft */
export function mergeDrafts(a: WrittenDraft, b: WrittenDraft, sha256: Sha256Of): MergedDrafts {
  const order = compareClocks(a.draft.clock, b.draft.clock);
  if (order === 'after') return { kept: a, beside: null };
  if (order === 'before') return { kept: b, beside: null };
  const [first, second] = isFirst(a, b) ? [a, b] : [b, a];
  const draft: Draft = {
    ...first.draft,
    // Words outlive being thrown away elsewhere: who does it again has seen them.
    deleted: first.draft.deleted !== null && second.draft.deleted !== null ? first.draft.deleted : null,
    clock: joinClocks(a.draft.clock, b.draft.clock),
  };
  const kept = { draft, history: first.history };
  return { kept, beside: besideOf(first, second, sha256) };
}

/** Some order on which both agree: what was sent keeps its name, then what is not thrown away, then the later words. */
function isFirst(a: WrittenDraft, b: WrittenDraft): boolean {
  const rank = ({ draft }: WrittenDraft): number => draftStates.indexOf(draft.state) * 2 + (draft.deleted === null ? 1 : 0);
  if (rank(a) !== rank(b)) return rank(a) > rank(b);
  const [left, right] = [a.draft.suggestion.modified, b.draft.suggestion.modified];
  return left === right ? wordsOf(a) >= wordsOf(b) : left > right;
}

function besideOf(first: WrittenDraft, second: WrittenDraft, sha256: Sha256Of): WrittenDraft | null {
  const words = wordsOf(second);
  if (wordsOf(first) === words) return null;
  const hex = sha256(encodeUtf8(words));
  // A UUID of version 8 (RFC 9562): it follows from the words, so that both PCs give the same one.
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)];
  const id = `urn:uuid:${parts.join('-')}` as SuggestionId;
  return { history: second.history, draft: { ...second.draft, suggestion: { ...second.draft.suggestion, id } } };
}

/** What a person wrote, without when. */
function wordsOf({ draft: { suggestion } }: WrittenDraft): string {
  return canonicalJson({ ...toJson(suggestion), modified: '' });
}
