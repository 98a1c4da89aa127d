// A person's suggestions over real editions, through the notes process's own session.
import path from 'node:path';
import type { ChannelId, GuideId } from '../../content/core/base/ids.ts';
import { proposedSource, type SuggestionId } from '../../content/core/suggestion/model.ts';
import { type History, stepBetween, withStep } from '../../content/core/suggestion/undo-history.ts';
import type { KeptSuggestion, SavedSuggestion } from '../../electron/ipc/suggestion-replies.ts';
import type { NoteRequest } from '../../electron/workers/notes-protocol.ts';
import { firstRules, type NoteScene, noteScene, type OpenSession, openSession, rules } from './note-scene.ts';
import { idOf } from './suggestions.ts';

export type BeginRequest = NoteRequest<'suggestions.begin'>;
export const author = { name: null, force: 'Kent Police', role: 'Web manager' };

export function beginning(number: number, special: Partial<BeginRequest> = {}): BeginRequest {
  return {
    ...{ id: idOf(number), channel: 'facebook' as ChannelId, guide: rules as GuideId | null, edition: 0, passage: null, author },
    ...{ proposal: { kind: 'change' }, kind: 'wording', why: '' },
    ...special,
  };
}

export interface Desk {
  readonly scene: NoteScene;
  readonly session: OpenSession;
  begin(number: number, special?: Partial<BeginRequest>): Promise<KeptSuggestion>;
  open(number: number): Promise<KeptSuggestion>;
  /** As the window does: what was there, a step, and the clock of the last answer. */
  type(kept: KeptSuggestion, edit: (source: string) => string): Promise<SavedSuggestion>;
  /** Another session over the same folder: the process was ended, or there are two. */
  again(writer?: string): Desk;
}

/** `rules` and `other`, with `firstRules`. @param folder a new one of the test's unless told */
export async function suggestDesk(folder?: string): Promise<Desk> {
  const scene = await noteScene({ rules: firstRules, other: firstRules }, folder);
  return deskOver(scene);
}

export function deskOver(scene: NoteScene, writer = 'pc1'): Desk {
  const session = openSession(scene, writer);
  return {
    scene,
    session,
    begin: (number, special) => session.call('suggestions.begin', beginning(number, special)),
    open: (number) => session.call('suggestions.open', { id: idOf(number) }),
    type: (kept, edit) => session.call('suggestions.save', typing(kept, edit)),
    again: (next = writer) => deskOver(scene, next),
  };
}

export function typing({ draft, history }: KeptSuggestion, edit: (source: string) => string) {
  const before = sourceOf(draft);
  const source = edit(before);
  const next: History = withStep(history, stepBetween(before, source));
  return { id: draft.suggestion.id, seen: draft.clock, text: { source, history: next } };
}

export const sourceOf = ({ suggestion }: KeptSuggestion['draft']): string => proposedSource(suggestion) ?? '';
export const draftFolder = ({ start }: Pick<NoteScene, 'start'>): string => path.join(start.dataDir, 'suggestions');
export const uuidOf = (id: SuggestionId): string => id.slice('urn:uuid:'.length);
