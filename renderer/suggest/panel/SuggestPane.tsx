// The pane at the right while a suggestion is open on its guide: in the place of "On this page", below the text where
// the window is narrow.
import { X } from 'lucide-react';
import { openDraft } from '../../state/suggestions.ts';
import { useStore } from '../../state/use-store.tsx';
import { editPlaceText, suggestPanelText } from '../../text/suggest-page.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { leaveDraft } from '../page/leave-draft.ts';
import { editingHead } from '../page/page-state.ts';
import { lockOf } from './panel-model.ts';
import { SuggestPanel } from './SuggestPanel.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';

export function SuggestPane() {
  const draft = useStore(openDraft);
  if (!draft) return null;
  const isChange = draft.kept.draft.suggestion.proposal.kind === 'change' && lockOf(draft) === null;
  return (
    <aside className="pane outline suggest-pane no-print" data-pane="outline" aria-labelledby="suggest-pane-title" tabIndex={-1}>
      <div className="suggest-pane-head">
        <h2 className="pane-title" id="suggest-pane-title">
          {suggestPanelText.title}
        </h2>
        <IconButton icon={X} name={suggestPanelText.closeName} keys="Esc" onPress={() => void leaveDraft()} />
      </div>
      {draft.source !== null && <ViewSwitch draft={draft} />}
      {isChange && (
        <button type="button" className="button button-edge suggest-to-head" onClick={() => editingHead.set(true)}>
          {editPlaceText.editHead}
        </button>
      )}
      <SuggestPanel onClose={() => void leaveDraft()} />
    </aside>
  );
}
