// The search panel as a value: what was typed, what came back, which result is chosen. Every change is a pure
// step, so that fast typing, late answers and resting mice can be tested without a window.
import type { ChannelId, GuideId } from '../../content/core/base/ids.ts';
import type { GuideHit, SearchReply, SectionHit } from '../../content/core/search/model.ts';
import type { AppError } from '../api.ts';

export interface SearchState {
  readonly open: boolean;
  readonly text: string;
  /** Ticked channels; none ticked means all. */
  readonly channels: readonly ChannelId[];
  /** Exactly what was typed, without correction. */
  readonly verbatim: boolean;
  /** Number of the newest question, and of the newest answer shown. */
  readonly asked: number;
  readonly answered: number;
  readonly reply: SearchReply | null;
  readonly error: AppError | null;
  /** Position in `rowsOf`. */
  readonly selected: number;
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** Enter was pressed before the answer to what was typed had come. */
  readonly waiting: 'open' | 'keep' | null;
  /** The query whose absence was noted for the working group. */
  readonly noted: string | null;
}

export const emptySearch: SearchState = {
  open: false,
  text: '',
  channels: [],
  verbatim: false,
  asked: 0,
  answered: 0,
  reply: null,
  error: null,
  selected: 0,
  progress: null,
  waiting: null,
  noted: null,
};

/** One result that can be chosen: a section of a guide. */
export interface Row {
  readonly hit: GuideHit;
  readonly section: SectionHit;
}

export function rowsOf(reply: SearchReply | null): readonly Row[] {
  return (reply?.hits ?? []).flatMap((hit) => hit.sections.map((section) => ({ hit, section })));
}

/** Where a row leads; the start of the guide has no block. */
export const placeOf = (row: Row): { readonly guide: GuideId; readonly target: string | null } => ({
  guide: row.hit.guide,
  target: row.section.block,
});

/** Another text: a new question, unless there is nothing to ask. */
export function typed(state: SearchState, text: string): SearchState {
  return asking({ ...state, text, open: true, verbatim: false, noted: null, waiting: null });
}

export const scoped = (state: SearchState, channels: readonly ChannelId[]): SearchState => asking({ ...state, channels, waiting: null });
export const exact = (state: SearchState, verbatim: boolean): SearchState => asking({ ...state, verbatim, waiting: null });

/** The same question once more: the index has grown. Who waits for its answer goes on waiting. */
export function asking(state: SearchState): SearchState {
  const asked = state.asked + 1;
  return state.text.trim() === ''
    ? { ...state, asked, answered: asked, reply: null, error: null, selected: 0, waiting: null }
    : { ...state, asked };
}

export function toggled(channels: readonly ChannelId[], channel: ChannelId): readonly ChannelId[] {
  return channels.includes(channel) ? channels.filter((id) => id !== channel) : [...channels, channel];
}

/** An answer. One that is older than what is shown is dropped; the choice goes back to the best result. */
export function answered(state: SearchState, number: number, reply: SearchReply): SearchState {
  if (number <= state.answered || number > state.asked || state.text.trim() === '') return state;
  return { ...state, answered: number, reply, error: null, selected: 0, progress: reply.indexing };
}

/** Only the newest question's fault matters; one that was given up for a newer one is no fault at all. */
export function failed(state: SearchState, number: number, error: AppError): SearchState {
  if (number !== state.asked || number <= state.answered || error.code === 'CANCELLED') return state;
  return { ...state, answered: number, reply: null, error, selected: 0, waiting: null };
}

/** The answer shown is the one to what is typed now. */
export const upToDate = (state: SearchState): boolean => state.answered === state.asked;

/** One step through the results, from the last to the first and back. */
export function moved(state: SearchState, by: number): SearchState {
  const count = rowsOf(state.reply).length;
  return count === 0 ? state : { ...state, selected: (state.selected + by + count) % count };
}

export function chosen(state: SearchState, selected: number): SearchState {
  return selected >= 0 && selected < rowsOf(state.reply).length ? { ...state, selected } : state;
}

/** What Enter does: the chosen row, or waiting for the answer to what was typed. */
export function entered(state: SearchState, how: 'open' | 'keep'): { readonly state: SearchState; readonly row: Row | null } {
  if (state.text.trim() === '') return { state, row: null };
  const row = upToDate(state) ? (rowsOf(state.reply)[state.selected] ?? null) : null;
  // Nothing found while guides are still being read may yet be found.
  const soon = !upToDate(state) || (row === null && state.reply?.indexing != null);
  return { state: { ...state, waiting: soon ? how : null }, row };
}

/** A pointer that rests while the list changes under it chooses nothing; only one that moves does. */
export const pointerMoved = (event: { readonly movementX: number; readonly movementY: number }): boolean =>
  event.movementX !== 0 || event.movementY !== 0;
