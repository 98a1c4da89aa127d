// From anywhere to the guide that a suggestion changes, with the suggestion open there.
import type { SuggestionId } from '../../../content/core/suggestion/model.ts';
import { navigation, openGuide, showNewest } from '../../state/navigation.ts';
import { openDraft, showDraft } from '../../state/suggestions.ts';

export async function editInGuide(id: SuggestionId): Promise<void> {
  if (!(await showDraft(id))) return;
  const { guide, base } = openDraft.get()?.kept.draft.suggestion ?? {};
  if (!guide) return;
  await openGuide(guide);
  // The page that was left closes what is open on it.
  if (openDraft.get()?.kept.draft.suggestion.id !== id && !(await showDraft(id))) return;
  const shown = navigation.get().guide;
  if (shown?.summary.id === guide && base && base.source !== shown.source) await showNewest();
}
