// A draft that is open in the window's stores, over a main process that keeps whatever it is sent.
import { ok } from '../../content/core/base/result.ts';
import type { SuggestionId } from '../../content/core/suggestion/model.ts';
import { noHistory } from '../../content/core/suggestion/undo-history.ts';
import type { KeptSuggestion } from '../../electron/ipc/suggestion-replies.ts';
import { showDraft } from '../../renderer/state/suggestions.ts';
import { type FakeBridge, fakeBridge } from './fake-bridge.ts';
import { baseOf, sampleDraft, sampleSuggestion } from './suggestions.ts';

export function keptFor(id: SuggestionId, source: string, proposed = source): KeptSuggestion {
  const suggestion = sampleSuggestion({ id, base: baseOf(source), proposal: { kind: 'change', source: proposed }, about: null });
  return {
    draft: sampleDraft({ suggestion, clock: { a: 1 } }),
    ...{ history: noHistory, readOnly: false, blocks: [], title: null, answer: null, lost: [] },
  };
}

/** Answers for everything that a draft needs; `more` wins. */
export function draftBridge(kept: readonly KeptSuggestion[], more: Parameters<typeof fakeBridge>[0] = {}): FakeBridge {
  const byId = new Map(kept.map((each) => [each.draft.suggestion.id as string, each]));
  return fakeBridge({
    'suggestions.open': ({ id }) => {
      const found = byId.get(id);
      return found ? ok(found) : { ok: false, error: { code: 'SUGGESTION_NOT_FOUND', data: {} } };
    },
    'suggestions.save': () => ok({ clock: { a: 2 }, state: 'draft', modified: '2026-11-23T10:00:00.000Z', missing: [], parted: null }),
    'suggestions.counts': () => ok({ drafts: 1, sent: 0, answered: 0, conflicts: 0 }),
    ...more,
  });
}

/** The draft of a change of `source`, open. */
export async function openedDraft(id: SuggestionId, source: string, proposed = source): Promise<FakeBridge> {
  const bridge = draftBridge([keptFor(id, source, proposed)]);
  await showDraft(id);
  return bridge;
}
