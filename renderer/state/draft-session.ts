// One suggestion that is open to be written in: what it says now, how it came to be so, and what of it is on disk. Its
// text is always the whole file; a step of undo is a step of that. The words outlive their being closed until they are kept.
import { fail, ok, type Result } from '../../content/core/base/result.ts';
import type { Missing } from '../../content/core/suggestion/bounds.ts';
import { type Author, type Evidence, proposedSource, type SuggestionKind, type Urgency } from '../../content/core/suggestion/model.ts';
import { type History, redo, type Undone, undo } from '../../content/core/suggestion/undo-history.ts';
import type { Request } from '../../electron/ipc/contract.ts';
import type { KeptSuggestion, SavedSuggestion } from '../../electron/ipc/suggestion-replies.ts';
import { type AppError, ask } from '../api.ts';
import { createDraftSaver, type DraftPatch, type Saving } from './draft-saver.ts';
import { createStore, type Store } from './store.ts';
import { type TypingStep, typedSteps } from './typing-steps.ts';

export interface DraftFields {
  readonly kind: SuggestionKind;
  readonly why: string;
  readonly evidence: readonly Evidence[];
  readonly urgency: Urgency;
  readonly author: Author;
}

export interface OpenDraft {
  /** As it was last answered by the process that keeps it; text and fields beside it may be newer. */
  readonly kept: KeptSuggestion;
  /** The whole text as it is now; null where the suggestion has none. */
  readonly source: string | null;
  readonly history: History;
  readonly fields: DraftFields;
  readonly saving: Saving;
  /** ISO time; null: not in this sitting. */
  readonly savedAt: string | null;
  /** As of the last save. */
  readonly missing: readonly Missing[];
}

export interface DraftSession {
  readonly state: Store<OpenDraft>;
  /** @param apart a step of its own: a button was pressed */
  type(source: string, apart?: boolean): void;
  /** What the text was before or after the step, or null where there is none. */
  undo(): string | null;
  redo(): string | null;
  change(patch: Partial<DraftFields> & { readonly proposal?: 'comment' | 'question' }): void;
  flush(): Promise<boolean>;
  /** An answer that knows more than what is here: a file was added, a newer edition was settled. */
  replace(kept: KeptSuggestion): void;
  isClean(): boolean;
  stop(): void;
}

interface SessionPorts {
  readonly kept: KeptSuggestion;
  /** It is not on disk yet: this is asked before anything is saved. */
  readonly begin: Request<'suggestions.begin'> | null;
  readonly parted: (from: SavedSuggestion) => void;
  readonly failed: (error: AppError) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

export const fieldsOf = ({ draft: { suggestion } }: KeptSuggestion): DraftFields => ({
  kind: suggestion.kind,
  why: suggestion.why,
  evidence: suggestion.evidence,
  urgency: suggestion.urgency,
  author: suggestion.author,
});

const opened = (kept: KeptSuggestion): Pick<OpenDraft, 'kept' | 'source' | 'history' | 'fields'> => ({
  kept,
  source: proposedSource(kept.draft.suggestion),
  history: kept.history,
  fields: fieldsOf(kept),
});

export function createDraftSession(ports: SessionPorts): DraftSession {
  const { id } = ports.kept.draft.suggestion;
  const state = createStore<OpenDraft>({
    ...opened(ports.kept),
    ...{ saving: ports.begin ? 'saving' : 'saved', savedAt: null, missing: [] },
  });
  let toBegin = ports.begin;
  let step: TypingStep | null = null;
  const set = (part: Partial<OpenDraft>): void => state.update((now) => ({ ...now, ...part }));

  const begin = async (request: Request<'suggestions.begin'>): Promise<Result<null, AppError>> => {
    const reply = await ask('suggestions.begin', request);
    if (!reply.ok) return fail(reply.error);
    toBegin = null;
    const { source, kept: before, ...rest } = state.get();
    const isSameText = reply.value.draft.suggestion.base?.source === before.draft.suggestion.base?.source;
    // What was typed meanwhile is on its way; of another edition it would be a change of the wrong text.
    state.set(isSameText ? { ...rest, source, kept: reply.value } : { ...rest, ...opened(reply.value) });
    return ok(null);
  };
  const saver = createDraftSaver({
    async send(patch) {
      if (toBegin) {
        const begun = await begin(toBegin);
        if (!begun.ok) return begun;
      }
      const { suggestion, clock, state: at } = state.get().kept.draft;
      if (Object.keys(patch).every((name) => name === 'ready' && patch.ready === undefined))
        return ok({ clock, state: at, modified: suggestion.modified, missing: state.get().missing, parted: null });
      return ask('suggestions.save', { id, seen: clock, ...patch } as Request<'suggestions.save'>);
    },
    kept(saved) {
      const { kept } = state.get();
      const suggestion = { ...kept.draft.suggestion, modified: saved.modified };
      const draft = { ...kept.draft, clock: saved.clock, state: saved.state, suggestion };
      set({ kept: { ...kept, draft }, savedAt: saved.modified, missing: saved.missing });
      if (saved.parted) ports.parted(saved);
    },
    failed: (error, isFirst) => isFirst && ports.failed(error),
    saving: (saving) => set({ saving }),
  });
  const write = (source: string, history: History): void => {
    set({ source, history });
    saver.change({ text: { source, history } });
  };
  const step_ = (turn: (text: string, history: History) => Undone | null): string | null => {
    const { source, history } = state.get();
    step = null;
    const done = source === null ? null : turn(source, history);
    if (!done) return null;
    write(done.text, done.history);
    return source;
  };
  // Even without a word it is something that was begun.
  if (ports.begin) {
    saver.change({ ready: undefined });
    void saver.flush();
  }
  return {
    state,
    type(source, apart = false) {
      const now = state.get();
      if (now.source === null || now.source === source) return;
      const typed = typedSteps(now.source, source, now.history, step, ports.now(), apart);
      step = typed.open;
      write(source, typed.history);
    },
    undo: () => step_(undo),
    redo: () => step_(redo),
    change({ proposal, ...fields }) {
      if (Object.keys(fields).length > 0) set({ fields: { ...state.get().fields, ...fields } });
      if (proposal) {
        const { kept } = state.get();
        const suggestion = { ...kept.draft.suggestion, proposal: { kind: proposal } };
        set({ kept: { ...kept, draft: { ...kept.draft, suggestion } }, source: null });
      }
      const { evidence, ...rest } = fields;
      saver.change({ ...rest, ...(evidence ? { evidence } : {}), ...(proposal ? { proposal } : {}) } as DraftPatch);
    },
    flush: () => saver.flush(),
    replace(kept) {
      step = null;
      set(opened(kept));
    },
    isClean: () => saver.isClean() && toBegin === null,
    stop: () => saver.stop(),
  };
}
