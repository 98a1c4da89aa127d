// A process that types into one draft: a word after another, each said once it is on disk. Until it is killed, or done.
import type { SuggestionId } from '../../content/core/suggestion/model.ts';
import { noHistory, stepBetween, withStep } from '../../content/core/suggestion/undo-history.ts';
import { openDraftStore } from '../../content/node/draft-store.ts';
import { openNoteWriter } from '../../content/node/note-writer.ts';
import { sampleDraft, sampleSource, sampleSuggestion } from './suggestions.ts';

const [folder = '', claims = '', id = '', tag = '', count = '0'] = process.argv.slice(2);
const { name: writer } = openNoteWriter(claims);
const store = openDraftStore({ folder, writer, log: () => undefined });

const first = sampleSuggestion({ id: id as SuggestionId, proposal: { kind: 'change', source: sampleSource } });
for (let at = 1; at <= Number(count); at += 1) {
  await store.change(first.id, (kept) => {
    const { draft, history } = kept ?? { draft: sampleDraft({ suggestion: first }), history: noHistory };
    const before = draft.suggestion.proposal.kind === 'change' ? draft.suggestion.proposal.source : '';
    const source = `${before}${tag}${at} `;
    const suggestion = { ...draft.suggestion, proposal: { kind: 'change' as const, source } };
    return { draft: { ...draft, suggestion }, history: withStep(history, stepBetween(before, source)) };
  });
  process.send?.(at);
}
process.on('disconnect', () => process.exit());
process.send?.('done');
