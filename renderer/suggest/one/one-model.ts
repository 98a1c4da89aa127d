// One suggestion on its own page: what can be done with it, what has happened to it, and the places where a newer edition and
// its author changed the same words. Pure: the time comes in.
import { type MergeConflict, type MergePart, mergeTexts } from '../../../content/core/suggestion/merge.ts';
import { proposedSource } from '../../../content/core/suggestion/model.ts';
import type { KeptSuggestion } from '../../../electron/ipc/suggestion-replies.ts';
import { localDay, longDay } from '../../text/dates.ts';
import { eventWords, suggestOneText as text } from '../../text/suggest-list.ts';
import { daysSince } from '../list/list-model.ts';

export interface HistoryLine {
  readonly key: string;
  readonly words: string;
  /** What the group wrote with it; empty where it wrote nothing. */
  readonly said: string;
}

/** Oldest first. @param now ISO time */
export function historyOf({ draft, answer }: Pick<KeptSuggestion, 'draft' | 'answer'>, now: string): readonly HistoryLine[] {
  const { created, modified } = draft.suggestion;
  const line = (words: string, said = ''): Omit<HistoryLine, 'key'> => ({ words, said });
  const day = (time: string): string => longDay(localDay(time));
  const { sent } = draft;
  return [
    line(text.begun(day(created))),
    ...(localDay(modified) === localDay(created) ? [] : [line(text.changed(day(modified)))]),
    ...(sent ? [line(sent.way === 'inbox' ? text.sentInbox(day(sent.at)) : text.sentFile(day(sent.at)))] : []),
    ...(answer?.events ?? []).map((event) => line(eventWords(event), event.words)),
    ...(sent && !answer ? [line(text.noAnswer(daysSince(sent.at, now)))] : []),
  ].map((each, at) => ({ ...each, key: `${at} ${each.words}` }));
}

/** Nothing of it can be changed any more. */
export const isClosed = ({ draft, readOnly }: Pick<KeptSuggestion, 'draft' | 'readOnly'>): boolean =>
  readOnly || draft.state === 'sent' || draft.state === 'answered';

/** The newest text and the proposed one put together as far as they fit; null where nothing is to be decided. */
export function conflictParts({ draft }: Pick<KeptSuggestion, 'draft'>): readonly MergePart[] | null {
  const { conflict, suggestion } = draft;
  const source = proposedSource(suggestion);
  if (!conflict || !suggestion.base || source === null) return null;
  return mergeTexts(suggestion.base.source, conflict.source, source).parts;
}

export const isConflict = (part: MergePart): part is MergeConflict => part.kind === 'conflict';

/** One text out of all; null while a place is undecided. @param chosen for each part that is a conflict, in order */
export function decidedText(parts: readonly MergePart[], chosen: readonly (string | null)[]): string | null {
  let at = -1;
  const texts = parts.map((part) => {
    if (part.kind === 'text') return part.text;
    at += 1;
    return chosen[at] ?? null;
  });
  return texts.some((each) => each === null) ? null : texts.join('\n');
}
