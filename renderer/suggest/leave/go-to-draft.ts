// From the dialog to where something can be mended: the guide with the suggestion open in it and its fields beside, or the page of
// a suggestion that stands in no guide.
import type { KeptSuggestion } from '../../../electron/ipc/suggestion-replies.ts';
import { go } from '../../state/navigation.ts';
import { editInGuide } from '../page/edit-in-guide.ts';
import { closeLeaving } from './leave.ts';

export async function goToDraft({ draft: { suggestion } }: Pick<KeptSuggestion, 'draft'>): Promise<void> {
  closeLeaving();
  if (suggestion.guide !== null && suggestion.proposal.kind !== 'new-guide') await editInGuide(suggestion.id);
  else await go({ kind: 'suggestions', draft: suggestion.id });
}
