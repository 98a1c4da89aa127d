// Which suggestions a list shows, in which group, and in which words each stands. Pure: the day comes in.
import { type AnswerEvent, latest } from '../../../content/core/suggestion/responses.ts';
import type { SuggestionRow } from '../../../electron/ipc/suggestion-replies.ts';
import { daysBetween, localDay } from '../../text/dates.ts';
import { eventWords, groupWords, stateWords, suggestListText } from '../../text/suggest-list.ts';

export type GroupName = keyof typeof groupWords;
export const groupNames = Object.keys(groupWords) as readonly GroupName[];

export interface RowFilter {
  readonly typed: string;
  readonly channel: string | null;
  readonly group: GroupName | null;
}
export const everyRow: RowFilter = { typed: '', channel: null, group: null };

export interface RowGroup {
  readonly name: GroupName;
  readonly rows: readonly SuggestionRow[];
}

export const groupOf = ({ state, conflict }: Pick<SuggestionRow, 'state' | 'conflict'>): GroupName => (conflict ? 'decide' : state);

/** Groups that have rows, what waits for the person first. */
export function groupsOf(rows: readonly SuggestionRow[], filter: RowFilter): readonly RowGroup[] {
  const listed = rows.filter((row) => matches(row, filter));
  return groupNames.flatMap((name) => {
    const inside = listed.filter((row) => groupOf(row) === name);
    return inside.length === 0 ? [] : [{ name, rows: inside }];
  });
}

function matches(row: SuggestionRow, { typed, channel, group }: RowFilter): boolean {
  if (channel !== null && row.channel !== channel) return false;
  if (group !== null && groupOf(row) !== group) return false;
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const text = folded([titleOf(row), row.why, row.first?.old ?? '', row.first?.next ?? '', row.channel].join(' '));
  return words.every((word) => text.includes(word));
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

export const titleOf = ({ title, guide }: Pick<SuggestionRow, 'title' | 'guide'>): string => title ?? guide ?? suggestListText.noTitle;

export interface RowState {
  readonly name: keyof typeof stateWords;
  /** The whole of it, with its day. */
  readonly words: string;
}

/** @param now ISO time */
export function stateOf({ state, conflict, sent, answer }: SuggestionRow, now: string): RowState {
  if (conflict) return { name: 'conflict', words: stateWords.conflict };
  const event = answer ? latest(answer) : null;
  if (event) return { name: event.state, words: eventWords(event) };
  if (!sent) return { name: state === 'ready' ? 'ready' : 'draft', words: stateWords[state === 'ready' ? 'ready' : 'draft'] };
  return { name: 'sent', words: `${stateWords.sent}, ${suggestListText.waiting(daysSince(sent.at, now))}` };
}

export const daysSince = (time: string, now: string): number => Math.max(0, daysBetween(localDay(time), localDay(now)));

/** What stands in the history of one suggestion, oldest first. */
export const answerEvents = (row: Pick<SuggestionRow, 'answer'>): readonly AnswerEvent[] => row.answer?.events ?? [];

/** Only what is shown is touched. */
export const chosenOf = (groups: readonly RowGroup[], ticked: ReadonlySet<string>): readonly SuggestionRow[] =>
  groups.flatMap(({ rows }) => rows.filter(({ id }) => ticked.has(id)));
