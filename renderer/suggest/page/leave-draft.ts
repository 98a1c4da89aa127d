// Closing the suggestion that is open: it is kept, and said so.
import { notify } from '../../state/notices.ts';
import { closeDraft, openDraft } from '../../state/suggestions.ts';
import { suggestPageText } from '../../text/suggest-page.ts';

export async function leaveDraft(): Promise<void> {
  if (!openDraft.get()) return;
  if (await closeDraft()) notify(suggestPageText.closed);
}
