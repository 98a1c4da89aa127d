// The bar at the top: where one came from, the search box, and the two things wanted everywhere.
import { ArrowLeft, ArrowRight, Bookmark, PanelLeft, PanelRight } from 'lucide-react';
import { NotesLink } from '../notes/NotesLink.tsx';
import { SearchBox } from '../search/SearchBox.tsx';
import { run } from '../state/commands.ts';
import { canGoBack, canGoForward } from '../state/history.ts';
import { navigation, stepHistory } from '../state/navigation.ts';
import { dialog } from '../state/overlays.ts';
import { useSelected, useStore } from '../state/use-store.tsx';
import { SuggestionsLink } from '../suggest/list/SuggestionsLink.tsx';
import { commandTexts } from '../text/commands.ts';
import { shellText } from '../text/shell.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { PlaceLink } from './PlaceLink.tsx';

export function TopBar({ outline }: { readonly outline: boolean }) {
  const history = useSelected(navigation, (state) => state.history);
  const open = useStore(dialog);
  return (
    <header className="bar" data-pane="bar">
      <div className="bar-group">
        <IconButton
          icon={PanelLeft}
          name={commandTexts['toggle-sidebar'].name}
          keys={commandTexts['toggle-sidebar'].keys}
          onPress={() => run('toggle-sidebar')}
        />
        <IconButton
          icon={ArrowLeft}
          name={shellText.back}
          keys={commandTexts.back.keys}
          disabled={!canGoBack(history)}
          onPress={() => void stepHistory(-1)}
        />
        <IconButton
          icon={ArrowRight}
          name={shellText.forward}
          keys={commandTexts.forward.keys}
          disabled={!canGoForward(history)}
          onPress={() => void stepHistory(1)}
        />
        <PlaceLink to={{ kind: 'home' }} className="bar-name" title={`${shellText.home} (${commandTexts.home.keys})`}>
          {shellText.app}
        </PlaceLink>
      </div>
      <SearchBox />
      <div className="bar-group">
        <button
          type="button"
          className="button"
          aria-haspopup="dialog"
          aria-expanded={open === 'text-options'}
          title={`${shellText.textOptions} (${commandTexts['text-options'].keys})`}
          onClick={() => run('text-options')}
        >
          <span className="aa" aria-hidden="true">
            Aa
          </span>
          <span className="hidden-words">{shellText.textOptions}</span>
        </button>
        <PlaceLink to={{ kind: 'saved' }} className="button" title={shellText.saved} aria-label={shellText.saved}>
          <Icon of={Bookmark} />
          <span className="words">{shellText.saved}</span>
        </PlaceLink>
        <NotesLink />
        <SuggestionsLink />
        {outline && (
          <IconButton
            icon={PanelRight}
            name={commandTexts['toggle-outline'].name}
            keys={commandTexts['toggle-outline'].keys}
            onPress={() => run('toggle-outline')}
          />
        )}
      </div>
    </header>
  );
}
