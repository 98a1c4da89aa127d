// Suggestions as files of other programs and as text: puts the words together and asks the main process to write them. What looks
// personal is looked at first, whatever the form; the suggestion file itself leaves by the dialog.
import { criticMarkup } from '../../../content/core/suggestion/critic-markup.ts';
import { proposedSource, type Suggestion, type SuggestionId } from '../../../content/core/suggestion/model.ts';
import { ask } from '../../api.ts';
import { tellFault } from '../../shell/tell-fault.ts';
import { notify } from '../../state/notices.ts';
import { flushDraft } from '../../state/suggestions.ts';
import { suggestLeaveText as text } from '../../text/suggest-leave.ts';
import { wordLabelsOf } from '../../text/suggest-leave-files.ts';
import { lookAndSend } from './leave.ts';
import { copiedSentence, copyText } from './leave-actions.ts';
import { ticked, tickOf } from './leave-session.ts';
import { personalFinds } from './personal-finds.ts';
import { printToPdf } from './printing.tsx';
import { pageOf } from './summary-html.ts';
import { summaryMarkdown } from './summary-markdown.ts';
import { summaryOf, titleOf } from './summary-model.ts';

export type SuggestionFormat = keyof typeof text.exports.formats;

const all: readonly SuggestionFormat[] = ['bundle', 'word', 'pdf', 'html', 'markdown', 'critic', 'copy'];
// A whole text each.
const single: readonly SuggestionFormat[] = ['word', 'critic'];

export const exportFormats = (count: number): readonly SuggestionFormat[] =>
  all.filter((format) => count === 1 || !single.includes(format));

// As in the contract: 32 million characters.
const mostCharacters = 32 * 1024 * 1024;

export async function exportSuggestions(ids: readonly SuggestionId[], format: SuggestionFormat): Promise<void> {
  if (format === 'bundle') {
    lookAndSend(ids);
    return;
  }
  const suggestions = await suggestionsOf(ids);
  const [first] = suggestions ?? [];
  if (!suggestions || !first) return;
  if (hasOpenFinds(suggestions)) {
    notify(text.exports.personalFirst);
    lookAndSend(ids);
    return;
  }
  const suggested = nameFor(suggestions);
  switch (format) {
    case 'word':
      told(await ask('suggestions.word', { id: first.id, suggested, labels: wordLabelsOf(first) }));
      return;
    case 'pdf':
      told(await printToPdf(suggestions.map(summaryOf), `${suggested}.pdf`));
      return;
    case 'html':
      await write('html', suggested, pageOf(suggestions));
      return;
    case 'markdown':
      await write('markdown', suggested, summaryMarkdown(suggestions));
      return;
    case 'critic':
      await writeCritic(first, suggested);
      return;
    case 'copy':
      notify(copiedSentence(await copyText(suggestions)));
      return;
  }
}

async function suggestionsOf(ids: readonly SuggestionId[]): Promise<readonly Suggestion[] | null> {
  if (!(await flushDraft())) {
    notify(text.notKept);
    return null;
  }
  const suggestions: Suggestion[] = [];
  for (const id of ids) {
    const reply = await ask('suggestions.open', { id });
    if (!reply.ok) {
      tellFault(reply.error);
      return null;
    }
    suggestions.push(reply.value.draft.suggestion);
  }
  return suggestions;
}

const hasOpenFinds = (suggestions: readonly Suggestion[]): boolean =>
  suggestions.some((suggestion) => personalFinds(suggestion).some((find) => !ticked.get().has(tickOf(suggestion.id, find))));

async function writeCritic(suggestion: Suggestion, suggested: string): Promise<void> {
  const source = proposedSource(suggestion);
  if (source === null) {
    notify(text.exports.noText);
    return;
  }
  const marked = criticMarkup(suggestion.base?.source ?? '', source, suggestion.why);
  if (marked === null) notify(text.exports.noMarkup);
  else await write('markdown', `${suggested} ${text.exports.critic}`, marked);
}

async function write(format: 'markdown' | 'html', suggested: string, words: string): Promise<void> {
  if (words.length > mostCharacters) notify(text.exports.tooLong);
  else told(await ask('suggestions.write', { format, suggested, text: words }));
}

function told(reply: Awaited<ReturnType<typeof ask<'suggestions.write' | 'page.pdf'>>>): void {
  if (!reply.ok) tellFault(reply.error);
  else if (reply.value) notify(text.exports.saved(reply.value.name));
}

/** A plain file name on every system, without its ending. */
export function nameFor(suggestions: readonly Suggestion[]): string {
  const [first] = suggestions;
  const title = suggestions.length === 1 && first ? titleOf(first) : null;
  const name = suggestions.length > 1 ? text.exports.manyName(suggestions.length) : text.exports.fileName(title ?? '');
  return name
    .replace(/[\\/:*?"<>|\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 90)
    .replace(/\p{Surrogate}$/u, '')
    .replace(/[. ]+$/, '');
}
