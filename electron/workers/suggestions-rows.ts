// A suggestion as a row of the list. What it takes to compare two texts is remembered for as long as the draft's clock stays.
import { canonicalJson } from '../../content/core/base/canonical-json.ts';
import { parseGuide } from '../../content/core/guide/parse.ts';
import { editsBetween } from '../../content/core/suggestion/block-edits.ts';
import { missingIn } from '../../content/core/suggestion/bounds.ts';
import { proposedSource, type Suggestion } from '../../content/core/suggestion/model.ts';
import { withAnswer } from '../../content/core/suggestion/responses.ts';
import type { KeptDraft } from '../../content/node/draft-store.ts';
import type { SuggestionRow } from '../ipc/suggestion-replies.ts';
import type { NoteContext } from './notes-context.ts';
import { answerTo, placeholder } from './suggestions-context.ts';

/** Characters of a reason or of a change in a row. */
const mostWords = 300;
/** Rows that are remembered: more than anybody has. */
const mostKnown = 1_000;

type Changes = Pick<SuggestionRow, 'first' | 'edits'> & { readonly title: string | null };
const known = new Map<string, { readonly clock: string; readonly changes: Changes }>();

/** @param depth `state` leaves out what has to be compared */
export async function rowOf(
  context: Pick<NoteContext, 'texts'>,
  { draft, isReadOnly }: KeptDraft,
  depth: 'state' | 'all' = 'all',
): Promise<SuggestionRow> {
  const { suggestion, sent, conflict, moved } = draft;
  const answer = await answerTo(context, draft);
  const { state } = withAnswer(draft, sent && answer ? new Map([[sent.digest, answer]]) : new Map());
  const { title, first, edits } = depth === 'all' ? changesOf(draft) : { title: null, first: null, edits: 0 };
  const { id, channel, guide, proposal, kind, urgency, why, created, modified } = suggestion;
  return {
    ...{ id, state, channel, guide, kind, urgency, created, modified, sent, answer, first, edits },
    title: (guide && context.texts.title(guide)) ?? title,
    proposal: proposal.kind,
    why: why.slice(0, mostWords),
    missing: missingIn(suggestion),
    conflict: conflict !== null,
    moved: moved?.what ?? null,
    readOnly: isReadOnly,
  };
}

function changesOf({ suggestion, clock }: KeptDraft['draft']): Changes {
  const key = canonicalJson(clock);
  const before = known.get(suggestion.id);
  if (before?.clock === key) return before.changes;
  const changes = compared(suggestion);
  if (known.size >= mostKnown) known.delete(known.keys().next().value as string);
  known.set(suggestion.id, { clock: key, changes });
  return changes;
}

function compared(suggestion: Suggestion): Changes {
  const { base } = suggestion;
  const source = proposedSource(suggestion);
  const title = source === null ? null : parseGuide(source, '').meta.title || null;
  if (source === null || !base) return { title, first: null, edits: source === null ? 0 : 1 };
  const ids = parseGuide(base.source, '').blocks.map((_, at) => placeholder(at));
  const { fields, blocks } = editsBetween(base.source, source, ids);
  const first = fields[0] ?? blocks[0];
  return {
    title,
    first: first ? { old: first.old.slice(0, mostWords), next: first.next.slice(0, mostWords) } : null,
    edits: fields.length + blocks.length,
  };
}
