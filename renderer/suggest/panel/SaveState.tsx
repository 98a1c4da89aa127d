// Whether the words are on disk: said quietly, and what failed plainly.
import type { OpenDraft } from '../../state/draft-session.ts';
import { clockTime } from '../../text/dates.ts';
import { suggestPanelText } from '../../text/suggest-page.ts';
import { lockOf } from './panel-model.ts';

export function SaveState({ draft }: { readonly draft: OpenDraft }) {
  const { saving, savedAt } = draft;
  const lock = lockOf(draft);
  if (lock) return <p className="suggest-hint">{lock === 'newer' ? suggestPanelText.readOnly : suggestPanelText.sent}</p>;
  const words =
    saving === 'failed'
      ? suggestPanelText.failed
      : saving === 'saving'
        ? suggestPanelText.saving
        : savedAt === null
          ? suggestPanelText.saved
          : suggestPanelText.savedAt(clockTime(savedAt));
  return (
    // Said aloud only where it failed: a voice at every save would talk over the typing.
    <p className="suggest-saved" data-saving={saving} role={saving === 'failed' ? 'alert' : undefined}>
      {words}
    </p>
  );
}
