// What a newer edition did to the suggestion, until its author has seen it.
import type { OpenDraft } from '../../state/draft-session.ts';
import { go } from '../../state/navigation.ts';
import { settleDraft } from '../../state/suggestions.ts';
import { suggestPanelText } from '../../text/suggest-page.ts';

export function MovedNotice({ draft }: { readonly draft: OpenDraft }) {
  const { conflict, moved, suggestion } = draft.kept.draft;
  if (conflict)
    return (
      <div className="suggest-moved" data-tone="stop">
        <p>{suggestPanelText.conflict}</p>
        <button type="button" className="button button-edge" onClick={() => void go({ kind: 'suggestions', draft: suggestion.id })}>
          {suggestPanelText.decide}
        </button>
      </div>
    );
  if (!moved) return null;
  return (
    <div className="suggest-moved">
      <p>{suggestPanelText[moved.what]}</p>
      <div className="suggest-row">
        <button type="button" className="button button-edge" onClick={() => void settleDraft('seen')}>
          {suggestPanelText.fine}
        </button>
        <button type="button" className="button" onClick={() => void settleDraft('take-back')}>
          {suggestPanelText.undoMove}
        </button>
      </div>
    </div>
  );
}
