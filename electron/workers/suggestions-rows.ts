// A suggestion as a row of the list: what is known of it, and the first thing that it changes, in plain words.
import { parseGuide } from '../../content/core/guide/parse.ts';
import { editsBetween } from '../../content/core/suggestion/block-edits.ts';
import { proposedSource, type Suggestion } from '../../content/core/suggestion/model.ts';
import type { SuggestionRow } from '../ipc/suggestion-replies.ts';
import type { NoteContext } from './notes-context.ts';
import { answerTo, placeholder, stateBy } from './suggestions-context.ts';
import type { DraftFacts } from './suggestions-index.ts';
import { differingPart, frontOf } from './suggestions-part.ts';

/** Characters of a change in a row. */
const mostWords = 300;

export interface Changes extends Pick<SuggestionRow, 'first' | 'edits'> {
  /** Of the text that is proposed. */
  readonly title: string | null;
}

/** Null: it went meanwhile. */
export async function rowOf(context: Pick<NoteContext, 'texts' | 'index'>, facts: DraftFacts): Promise<SuggestionRow | null> {
  const changes = await context.index.changes(facts.id);
  if (!changes) return null;
  const answer = await answerTo(context, facts);
  const { id, channel, guide, proposal, kind, urgency, why, missing, created, modified, sent, conflict, moved, readOnly } = facts;
  return {
    ...{ id, channel, guide, proposal, kind, urgency, why, missing, created, modified, sent, conflict, moved, readOnly, answer },
    state: stateBy(facts, answer),
    title: (guide && context.texts.title(guide)) ?? changes.title,
    first: changes.first,
    edits: changes.edits,
  };
}

export function changesIn(suggestion: Suggestion): Changes {
  const { base } = suggestion;
  const source = proposedSource(suggestion);
  const title = source === null ? null : parseGuide(frontOf(source), '').meta.title || null;
  if (source === null || !base) return { title, first: null, edits: source === null ? 0 : 1 };
  const { old, next } = differingPart(base.source, source);
  const ids = parseGuide(old, '').blocks.map((_, at) => placeholder(at));
  const { fields, blocks } = editsBetween(old, next, ids);
  const first = fields[0] ?? blocks[0];
  return {
    title,
    first: first ? { old: words(first.old, first === fields[0]), next: words(first.next, first === fields[0]) } : null,
    edits: fields.length + blocks.length,
  };
}

const words = (text: string, isField: boolean): string =>
  (isField
    ? text
    : parseGuide(text, '')
        .blocks.map((block) => block.text)
        .join(' ')
  ).slice(0, mostWords);
