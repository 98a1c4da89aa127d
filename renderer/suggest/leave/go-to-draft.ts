// From the dialog to where something can be mended: the suggestion's own page, with its fields.
import type { KeptSuggestion } from '../../../electron/ipc/suggestion-replies.ts';
import { go } from '../../state/navigation.ts';
import { closeLeaving } from './leave.ts';

export function goToDraft(kept: KeptSuggestion): void {
  closeLeaving();
  void go({ kind: 'suggestions', draft: kept.draft.suggestion.id });
}
