// What the dialog's buttons do: send to the drop-box, save as files, copy as text. What was shown leaves, or nothing: another
// digest is refused by the main process and shown again.
import type { Suggestion, SuggestionId } from '../../../content/core/suggestion/model.ts';
import { plainText } from '../../../content/core/suggestion/plain-text.ts';
import { ask } from '../../api.ts';
import { suggestLeaveText as text } from '../../text/suggest-leave.ts';
import { leaveFilesText, plainWords } from '../../text/suggest-leave-files.ts';
import { canLeave, type LeaveItem, leaveState, prepare, ticked } from './leave-session.ts';
import { titleOf } from './summary-model.ts';

const mayGo = (): boolean => canLeave(leaveState.get(), ticked.get());
const idsOf = (items: readonly LeaveItem[]): readonly SuggestionId[] => items.map(({ id }) => id);

/** One after the other; stops at the first that is refused, and says how many went before it. */
export async function sendAll(): Promise<void> {
  if (!mayGo()) return;
  const { items } = leaveState.get();
  leaveState.update((now) => ({ ...now, phase: 'sending', outcome: null, done: 0 }));
  const names: string[] = [];
  for (const [at, { id, summary, preview }] of items.entries()) {
    if (!preview) return;
    const reply = await ask('suggestions.send', { id, summary, digest: preview.digest });
    if (!reply.ok) {
      const outcome = { kind: 'refused', error: reply.error, sent: names.length } as const;
      // What has changed since, and what was refused after others went: shown anew, without those that are gone.
      if (reply.error.code === 'SUGGESTION_CHANGED' || at > 0) await prepare(idsOf(items.slice(at)), { outcome });
      else leaveState.update((now) => ({ ...now, phase: 'ready', outcome }));
      return;
    }
    names.push(reply.value.name);
    leaveState.update((now) => ({ ...now, done: names.length }));
  }
  leaveState.update((now) => ({ ...now, phase: 'ready', outcome: { kind: 'sent', names } }));
}

/** The bundles as files; the text for the e-mail they are attached to is on the clipboard then. */
export async function saveAll(): Promise<void> {
  if (!mayGo()) return;
  const { items, outcome } = leaveState.get();
  leaveState.update((now) => ({ ...now, phase: 'saving' }));
  const bundles = items.flatMap(({ id, summary, preview }) => (preview ? [{ id, summary, digest: preview.digest }] : []));
  const reply = await ask('suggestions.export', { bundles });
  if (!reply.ok) {
    const refused = { kind: 'refused', error: reply.error, sent: 0 } as const;
    if (reply.error.code === 'SUGGESTION_CHANGED') await prepare(idsOf(items), { outcome: refused });
    else leaveState.update((now) => ({ ...now, phase: 'ready', outcome: reply.error.code === 'CANCELLED' ? outcome : refused }));
    return;
  }
  if (reply.value === null) {
    leaveState.update((now) => ({ ...now, phase: 'ready' }));
    return;
  }
  const { name, files } = reply.value;
  const copied = (await copyText(items.map(({ kept }) => kept.draft.suggestion))) !== 'failed';
  leaveState.update((now) => ({ ...now, phase: 'ready', outcome: { kind: 'saved', name, files, copied } }));
}

// As in the contract.
const mostOnClipboard = 100_000;

/** For an e-mail, one under the other. `short`: it was too long and ends with a sentence that says so. */
export function textOf(suggestions: readonly Suggestion[]): { readonly text: string; readonly short: boolean } {
  const whole = suggestions.map((suggestion) => plainText(suggestion, titleOf(suggestion), plainWords)).join(`\n${'_'.repeat(40)}\n\n`);
  if (whole.length <= mostOnClipboard) return { text: whole, short: false };
  const end = `…\n\n${leaveFilesText.cut}\n`;
  return { text: `${whole.slice(0, mostOnClipboard - end.length).replace(/\p{Surrogate}$/u, '')}${end}`, short: true };
}

export async function copyText(suggestions: readonly Suggestion[]): Promise<'copied' | 'short' | 'failed'> {
  const { text: words, short } = textOf(suggestions);
  const reply = await ask('clipboard.write', { text: words, html: '' });
  return reply.ok ? (short ? 'short' : 'copied') : 'failed';
}

/** The sentence for what became of it. */
export const copiedSentence = (done: 'copied' | 'short' | 'failed'): string =>
  done === 'copied' ? text.exports.copied : done === 'short' ? text.exports.copiedBriefly : text.exports.notCopied;
