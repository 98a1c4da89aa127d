// A person who suggests a change in the real app, through the calls that its window makes.
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { DraftState, SuggestionId } from '../../content/core/suggestion/model.ts';
import type { BundlePreview, KeptSuggestion, SentSuggestion } from '../../electron/ipc/suggestion-replies.ts';
import { call } from './screens.ts';

export interface Suggester {
  /** The guide that is changed. */
  readonly guide: GuideId;
  readonly channel: string;
  /** A draft that is ready: a line more at the end, with a reason. */
  draft(words: string, why?: string): Promise<SuggestionId>;
  open(id: SuggestionId): Promise<KeptSuggestion>;
  state(id: SuggestionId): Promise<DraftState>;
  preview(id: SuggestionId): Promise<BundlePreview>;
  /** Looks at it, then sends what was shown. Rejects with the code. */
  send(id: SuggestionId): Promise<SentSuggestion>;
}

/** In place of what the window puts together. */
export const summary = '<!doctype html><title>Suggestion</title><p>What is suggested</p>';

/** Says who they are first. */
export async function suggester(page: Page): Promise<Suggester> {
  await call(page, 'settings.change', { patch: { authorForce: 'Kent Police', authorRole: 'Web manager' } });
  const [first] = (await call(page, 'library.list', {})).guides;
  if (!first) throw new Error('there is no guide');
  const guide = await call(page, 'library.guide', { id: first.id });
  const open = (id: SuggestionId) => call(page, 'suggestions.open', { id });
  const preview = (id: SuggestionId) => call(page, 'suggestions.preview', { id, summary });
  return {
    guide: first.id,
    channel: first.channel,
    open,
    preview,
    state: async (id) => (await open(id)).draft.state,
    async draft(words, why = 'The procedure says so.') {
      const id = `urn:uuid:${randomUUID()}` as SuggestionId;
      const kept = await call(page, 'suggestions.begin', {
        ...{ id, channel: first.channel, guide: first.id, edition: guide.seal.version, passage: null, kind: 'wording', why },
        proposal: { kind: 'change' },
      });
      const source = `${guide.source.trimEnd()}\n\n${words}\n`;
      await call(page, 'suggestions.save', { id, seen: kept.draft.clock, text: { source, history: { past: [], future: [] } } });
      return id;
    },
    async send(id) {
      const { digest } = await preview(id);
      return call(page, 'suggestions.send', { id, summary, digest });
    },
  };
}
