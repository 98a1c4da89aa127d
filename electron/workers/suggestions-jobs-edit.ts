// Jobs that change a person's suggestions: begun, saved, settled with a newer edition, thrown away and put back. Each may
// be asked twice: the second time finds what the first one wrote, and leaves it.
import { compareClocks, joinClocks } from '../../content/core/annotation/clock.ts';
import type { Clock } from '../../content/core/annotation/model.ts';
import { canonicalJson } from '../../content/core/base/canonical-json.ts';
import { AppFault } from '../../content/core/base/error.ts';
import { boundsFault, missingIn } from '../../content/core/suggestion/bounds.ts';
import type { WrittenDraft } from '../../content/core/suggestion/merge-drafts.ts';
import type { Draft, Proposal, Suggestion } from '../../content/core/suggestion/model.ts';
import { moveWritten, resolveConflict, seenMoved, takeBackMove } from '../../content/core/suggestion/move-draft.ts';
import { noHistory, stepBetween, withStep } from '../../content/core/suggestion/undo-history.ts';
import type { SaveSuggestion } from '../ipc/suggestion-schemas.ts';
import type { NoteContext, NoteJob, NoteJobs } from './notes-context.ts';
import { changeDraft, keptOf } from './suggestions-context.ts';
import { placed } from './suggestions-move.ts';
import { passageIn } from './suggestions-passage.ts';

const begin: NoteJob<'suggestions.begin'> = async (request, context) => {
  const { id, channel, guide, edition, passage, proposal, kind, why, author } = request;
  const { now, texts, drafts } = context;
  const file = guide === null ? null : await texts.file(guide, edition);
  if (guide !== null && !file) throw new AppFault('GUIDE_NOT_FOUND', { guide });
  const suggestion: Suggestion = {
    ...{ id, guide, kind, why, author, evidence: [], urgency: 'whenever', created: now, modified: now },
    channel: file?.channel ?? channel,
    base: file && proposal.kind !== 'support' ? { edition: file.ref, source: file.source } : null,
    proposal: proposal.kind === 'change' ? { kind: 'change', source: file?.source ?? '' } : (proposal as Proposal),
    about: guide !== null && passage ? await passageIn(context, guide, edition, passage) : null,
  };
  const fault = boundsFault(suggestion);
  if (fault) throw new AppFault('SUGGESTION_FULL', { why: fault });
  const draft: Draft = { suggestion, state: 'draft', sent: null, conflict: null, moved: null, deleted: null, clock: {} };
  await drafts.change(id, (known) => (known ? null : { draft, history: noHistory }));
  await context.changedSuggestions('window');
  return keptOf(context, id);
};

const save: NoteJob<'suggestions.save'> = async (request, context) => {
  let isBehind = false;
  const { kept, parted } = await changeDraft(context, request.id, (found) => {
    isBehind = request.text !== undefined && isMovedSince(found.draft, request.seen);
    return saved(found, request, context.now);
  });
  await context.changedSuggestions('window');
  const { suggestion, clock, state } = kept.draft;
  // Who still writes in the text from before the edition has not seen the one of after it.
  return { clock: isBehind ? request.seen : clock, state, modified: suggestion.modified, missing: missingIn(suggestion), parted };
};

/** Null where these words are there already: then its clock stays. */
function saved(found: WrittenDraft, request: SaveSuggestion, now: string): WrittenDraft | null {
  const { draft } = found;
  if (draft.state === 'sent' || draft.state === 'answered') throw new AppFault('SUGGESTION_CHANGED', { why: 'sent' });
  const { suggestion } = draft;
  const { text, kind, why, evidence, urgency, author, ready, seen } = request;
  const fields: Suggestion = {
    ...suggestion,
    kind: kind ?? suggestion.kind,
    why: why ?? suggestion.why,
    evidence: evidence ?? suggestion.evidence,
    urgency: urgency ?? suggestion.urgency,
    author: author ?? suggestion.author,
  };
  const isBehind = text !== undefined && isMovedSince(draft, seen);
  const typed = isBehind
    ? typedBefore({ ...draft, suggestion: fields }, text)
    : {
        draft: { ...draft, suggestion: { ...fields, proposal: proposalOf(suggestion, request) } },
        history: text?.history ?? found.history,
      };
  const next = typed.draft.suggestion;
  const state = ready === undefined ? (text ? 'draft' : draft.state) : ready && missingIn(next).length === 0 ? 'ready' : 'draft';
  const { history } = typed;
  if (canonicalJson({ draft: { ...typed.draft, state }, history }) === canonicalJson({ draft, history: found.history })) return null;
  const clock = isBehind ? joinClocks(seen, draft.clock) : seen;
  return { history, draft: { ...typed.draft, state, clock, suggestion: { ...next, modified: now } } };
}

/** A newer edition came under it, and whoever writes had not seen that. */
function isMovedSince({ moved, clock, suggestion }: Draft, seen: Clock): boolean {
  const order = compareClocks(seen, clock);
  return moved !== null && suggestion.proposal.kind === 'change' && (order === 'before' || order === 'apart');
}

/** Words that were typed in the text from before a move: moved like the others, so that nothing of the edition is taken back. */
function typedBefore(draft: Draft, { source, history }: NonNullable<SaveSuggestion['text']>): WrittenDraft {
  const { suggestion, moved } = draft;
  const next = suggestion.base;
  if (!moved || !next) return { draft, history };
  const before: Draft = {
    ...draft,
    moved: null,
    conflict: null,
    suggestion: { ...suggestion, base: moved.base, proposal: { kind: 'change', source } },
  };
  return moveWritten({ draft: before, history }, next, suggestion.about);
}

function proposalOf({ proposal, base }: Suggestion, { text, proposal: wanted }: SaveSuggestion): Proposal {
  if (wanted !== undefined && proposal.kind !== 'support' && proposal.kind !== 'new-guide') return { kind: wanted };
  if (!text) return proposal;
  if (proposal.kind === 'new-guide') return { ...proposal, source: text.source };
  // Words that were typed make a change of what was a comment.
  return base ? { kind: 'change', source: text.source } : proposal;
}

const settle: NoteJob<'suggestions.settle'> = async ({ id, how, source }, context) => {
  const kept = how === 'resolve' ? await context.drafts.read(id) : null;
  const about = kept && (await placed(context, kept.draft));
  await changeDraft(context, id, (found) => {
    const { draft, history } = found;
    if (draft.state === 'sent' || draft.state === 'answered') throw new AppFault('SUGGESTION_CHANGED', { why: 'sent' });
    if (how === 'seen') return draft.moved ? { history, draft: seenMoved(draft) } : null;
    if (how === 'take-back') return draft.moved ? withDraft(found, takeBackMove(draft)) : null;
    return draft.conflict && source !== null ? withDraft(found, resolveConflict(draft, source, about)) : null;
  });
  await context.changedSuggestions();
  return keptOf(context, id);
};

/** Another text, as a step that can be taken back. */
function withDraft({ draft, history }: WrittenDraft, next: Draft): WrittenDraft {
  const [before, after] = [draft, next].map(({ suggestion: { proposal } }) => ('source' in proposal ? proposal.source : null));
  const step = before == null || after == null ? [] : stepBetween(before, after);
  return { draft: next, history: withStep(history, step) };
}

const remove: NoteJob<'suggestions.delete'> = async ({ ids }, context) => {
  await mark(context, ids, context.now);
  return null;
};

const restore: NoteJob<'suggestions.restore'> = async ({ ids }, context) => {
  await mark(context, ids, null);
  return null;
};

async function mark(context: NoteContext, ids: readonly Suggestion['id'][], deleted: string | null): Promise<void> {
  for (const id of ids)
    await context.drafts.change(id, (found) =>
      found && (found.draft.deleted === null) !== (deleted === null)
        ? { history: found.history, draft: { ...found.draft, deleted } }
        : null,
    );
  await context.changedSuggestions();
}

export const suggestionEditJobs = {
  'suggestions.begin': begin,
  'suggestions.save': save,
  'suggestions.settle': settle,
  'suggestions.delete': remove,
  'suggestions.restore': restore,
} satisfies Partial<NoteJobs>;
