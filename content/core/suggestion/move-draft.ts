// A draft meets a newer edition of its guide. What fits is carried onto it, and the texts from before stay until its
// author has seen it; where the edition changed the same words the draft stays as it is, and both texts stand side by
// side. Refuses to touch what has been sent.
import type { Merged } from './merge.ts';
import type { WrittenDraft } from './merge-drafts.ts';
import { type Base, type Draft, type Passage, proposedSource, type Suggestion } from './model.ts';
import { rebase } from './rebase.ts';
import { type History, stepBetween, withStep } from './undo-history.ts';

export interface MovedDraft {
  readonly draft: Draft;
  readonly happened: 'nothing' | 'carried' | 'taken' | 'conflict';
  /** What the merge decided and a person may want to look at. */
  readonly remarks: Merged['remarks'];
}

/**
 * @param next the guide's file in the newest edition
 * @param about where the passage stands there (core/annotation places it); null: it is gone
 */
export function moveDraft(draft: Draft, next: Base, about: Passage | null): MovedDraft {
  const { suggestion } = draft;
  const { base } = suggestion;
  const stays: MovedDraft = { draft, happened: 'nothing', remarks: [] };
  if (!base || draft.deleted !== null || draft.state === 'sent' || draft.state === 'answered') return stays;
  if (next.edition.digest === base.edition.digest) return draft.conflict ? { ...stays, draft: { ...draft, conflict: null } } : stays;
  if (next.edition.digest === draft.conflict?.edition.digest) return stays;
  const source = proposedSource(suggestion);
  if (source === null) return suggestion.about && !about ? inConflict(draft, next) : { ...stays, draft: carry(draft, next, about, null) };
  const rebased = rebase(base.source, next.source, source);
  if (rebased.kind === 'conflict') return inConflict(draft, next);
  const after = rebased.kind === 'taken' ? next.source : rebased.source;
  const moved = { what: rebased.kind, base: draft.moved?.base ?? base, source: draft.moved?.source ?? source };
  const remarks = rebased.kind === 'carried' ? rebased.remarks : [];
  return { draft: { ...carry(draft, next, about, after), moved }, happened: rebased.kind, remarks };
}

/** The same with what was typed: the move can be taken back like a step of it. */
export function moveWritten(
  { draft, history }: WrittenDraft,
  next: Base,
  about: Passage | null,
): MovedDraft & { readonly history: History } {
  const moved = moveDraft(draft, next, about);
  const [before, after] = [proposedSource(draft.suggestion), proposedSource(moved.draft.suggestion)];
  return { ...moved, history: before === null || after === null ? history : withStep(history, stepBetween(before, after)) };
}

/** Its author wrote one text out of the two. */
export function resolveConflict(draft: Draft, source: string, about: Passage | null): Draft {
  const { conflict, moved, suggestion } = draft;
  const before = proposedSource(suggestion);
  if (!conflict || !suggestion.base || before === null) return draft;
  const kept = moved ?? { what: 'carried', base: suggestion.base, source: before };
  return { ...carry(draft, conflict, about, source), moved: kept };
}

/** Its author has seen what the edition did to it. */
export const seenMoved = (draft: Draft): Draft => ({ ...draft, moved: null });

/** Back to the text from before, with the newer edition's beside it: its author puts them together by hand. */
export function takeBackMove(draft: Draft): Draft {
  const { moved, suggestion } = draft;
  if (!moved) return draft;
  return { ...draft, moved: null, conflict: suggestion.base, suggestion: withText(suggestion, moved.base, suggestion.about, moved.source) };
}

/** What was ready goes back to its author: these are words that nobody has read together. */
const inConflict = (draft: Draft, next: Base): MovedDraft => ({
  draft: { ...draft, conflict: next, state: 'draft' },
  happened: 'conflict',
  remarks: [],
});

function carry(draft: Draft, next: Base, about: Passage | null, source: string | null): Draft {
  // A passage that cannot be placed is still told by its words.
  const passage = draft.suggestion.about && (about ?? draft.suggestion.about);
  return { ...draft, conflict: null, suggestion: withText(draft.suggestion, next, passage, source) };
}

function withText(suggestion: Suggestion, base: Base, about: Passage | null, source: string | null): Suggestion {
  const { proposal } = suggestion;
  return { ...suggestion, base, about, proposal: source !== null && proposal.kind === 'change' ? { kind: 'change', source } : proposal };
}
