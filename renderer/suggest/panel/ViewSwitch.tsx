// All, Final, Original: how the changes of the open suggestion are shown, on the whole page.
import { useId } from 'react';
import type { OpenDraft } from '../../state/draft-session.ts';
import { useStore } from '../../state/use-store.tsx';
import { suggestPanelText } from '../../text/suggest-page.ts';
import { draftView, places, showNextPlace, type View } from '../page/page-state.ts';

const views: readonly View[] = ['all', 'final', 'original'];

export function ViewSwitch({ draft }: { readonly draft: OpenDraft }) {
  const view = useStore(draftView);
  const count = useStore(places);
  const name = useId();
  return (
    <div className="suggest-view">
      <fieldset className="suggest-chips">
        <legend className="hidden-words">{suggestPanelText.view}</legend>
        {views.map((each) => (
          <label className="chip" key={each}>
            <input
              type="radio"
              name={name}
              checked={each === view}
              aria-label={suggestPanelText.viewNames[each]}
              onChange={() => draftView.set(each)}
            />
            {suggestPanelText.views[each]}
          </label>
        ))}
      </fieldset>
      {draft.kept.draft.suggestion.proposal.kind === 'change' && (
        <p className="suggest-hint">
          {suggestPanelText.changes(count)}{' '}
          {count > 0 && (
            <button type="button" className="button button-text" onClick={showNextPlace}>
              {suggestPanelText.toNext}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
