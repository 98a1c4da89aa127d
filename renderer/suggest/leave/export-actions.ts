// Suggestions as files of other programs and as text: puts the words together and asks the main process to write them.
import type { SuggestionId } from '../../../content/core/suggestion/model.ts';
import type { suggestLeaveText } from '../../text/suggest-leave.ts';

export type SuggestionFormat = keyof typeof suggestLeaveText.exports.formats;

const all: readonly SuggestionFormat[] = ['bundle', 'word', 'pdf', 'html', 'markdown', 'critic', 'copy'];

/** Word takes one suggestion a document. */
export const exportFormats = (count: number): readonly SuggestionFormat[] => all.filter((format) => count === 1 || format !== 'word');

export async function exportSuggestions(_ids: readonly SuggestionId[], _format: SuggestionFormat): Promise<void> {}
