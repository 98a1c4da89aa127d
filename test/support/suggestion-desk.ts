// A person's suggestions as the jobs of the notes process work with them: real drafts and evidence on disk, and a time that
// the test tells.
import path from 'node:path';
import type { Draft, SuggestionId } from '../../content/core/suggestion/model.ts';
import { noHistory } from '../../content/core/suggestion/undo-history.ts';
import { type DraftEvidence, openDraftEvidence } from '../../content/node/draft-evidence.ts';
import { type DraftStore, openDraftStore } from '../../content/node/draft-store.ts';
import type { NoteContext, NoteJob } from '../../electron/workers/notes-context.ts';
import type { NoteCallName, NoteReply, NoteRequest } from '../../electron/workers/notes-protocol.ts';
import { suggestionFileJobs } from '../../electron/workers/suggestions-files.ts';
import { sampleDraft } from './suggestions.ts';
import { tempFolder } from './temp.ts';

type Name = keyof typeof suggestionFileJobs & NoteCallName;

export interface SuggestionDesk {
  readonly folder: string;
  readonly drafts: DraftStore;
  readonly evidence: DraftEvidence;
  /** Who was told that suggestions are not as they were. */
  readonly told: ('window' | 'all')[];
  /** ISO time of the calls from now on. */
  now: string;
  /** A draft on disk, ordinary but for what is told. */
  keep(special?: Partial<Draft>): Promise<SuggestionId>;
  read(id: SuggestionId): Promise<Draft>;
  ask<N extends Name>(name: N, request: NoteRequest<N>): Promise<NoteReply<N>>;
}

export function suggestionDesk(folder = tempFolder()): SuggestionDesk {
  const drafts = openDraftStore({ folder: path.join(folder, 'suggestions'), writer: 'desk', log: () => undefined });
  const evidence = openDraftEvidence(path.join(folder, 'suggestions', 'evidence'));
  const desk: SuggestionDesk = {
    folder,
    drafts,
    evidence,
    told: [],
    now: '2026-11-23T10:00:00.000Z',
    async keep(special = {}) {
      const draft = sampleDraft(special);
      await drafts.change(draft.suggestion.id, () => ({ draft, history: noHistory }));
      return draft.suggestion.id;
    },
    async read(id) {
      const kept = await drafts.read(id);
      if (!kept) throw new Error(`${id} is not there`);
      return kept.draft;
    },
    async ask(name, request) {
      const job = suggestionFileJobs[name] as unknown as NoteJob<typeof name>;
      return job(request, context(desk));
    },
  };
  return desk;
}

/** What these jobs use of it. */
function context({ drafts, evidence, now, told }: SuggestionDesk): NoteContext {
  const none = async () => null;
  const texts = { channel: () => null, responses: none, file: none, title: () => 'House rules' };
  const changedSuggestions = async (by?: 'window') => void told.push(by ?? 'all');
  return { drafts, evidence, texts, now, writer: 'desk', breathe: none, changedSuggestions } as never;
}
