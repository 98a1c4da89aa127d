// What leaves the PC, for tests of the dialog's state: suggestions as the main process tells of them, and a preview whose
// digest changes with the words.
import type { Suggestion } from '../../content/core/suggestion/model.ts';
import { noHistory } from '../../content/core/suggestion/undo-history.ts';
import { sha256 } from '../../content/node/hash.ts';
import type { BundlePreview, KeptSuggestion } from '../../electron/ipc/suggestion-replies.ts';
import { sampleDraft } from './suggestions.ts';

export const keptOf = (suggestion: Suggestion): KeptSuggestion => ({
  draft: sampleDraft({ suggestion }),
  history: noHistory,
  readOnly: false,
  blocks: [],
  title: null,
  answer: null,
  lost: [],
});

export const previewOf = (suggestion: Suggestion, summary: string): BundlePreview => ({
  name: `${suggestion.channel}.ngsuggest`,
  bytes: 1_000,
  digest: sha256(`${suggestion.why}${summary}`),
  files: [{ name: 'summary.html', bytes: summary.length, text: summary }],
});

export const ok = <T>(value: T) => ({ ok: true as const, value });
export const failed = (code: string, data = {}) => ({ ok: false as const, error: { code, data } as never });

/** Answers of a main process that keeps these suggestions. */
export function keeping(suggestions: readonly Suggestion[]) {
  const kept = new Map(suggestions.map((suggestion) => [suggestion.id, suggestion]));
  const one = (id: Suggestion['id']): Suggestion => kept.get(id) as Suggestion;
  return {
    kept,
    answers: {
      'suggestions.open': async ({ id }: { readonly id: string }) =>
        kept.has(id as never) ? ok(keptOf(one(id as never))) : failed('SUGGESTION_NOT_FOUND'),
      'suggestions.preview': async ({ id, summary }: { readonly id: string; readonly summary: string }) =>
        ok(previewOf(one(id as never), summary)),
    },
  };
}
