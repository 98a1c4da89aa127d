// "My suggestions" in the bar, with how many need a decision; tells once what an update did to them.
import { MessageSquarePlus } from 'lucide-react';
import { useEffect } from 'react';
import { listen } from '../../api.ts';
import { PlaceLink } from '../../shell/PlaceLink.tsx';
import { go } from '../../state/navigation.ts';
import { notify } from '../../state/notices.ts';
import { suggestionCounts } from '../../state/suggestions.ts';
import { useStore } from '../../state/use-store.tsx';
import { commandTexts } from '../../text/commands.ts';
import { suggestText as text } from '../../text/suggest.ts';
import { Icon } from '../../ui/Icon.tsx';

export function SuggestionsLink() {
  const { conflicts } = useStore(suggestionCounts);
  useEffect(
    () =>
      listen('suggestions.moved', (moved) => {
        const [only] = moved.answered.length === 1 && moved.conflicts === 0 ? moved.answered : [];
        notify(text.moved(moved), { label: text.look, run: () => void go({ kind: 'suggestions', draft: only ?? null }) });
      }),
    [],
  );
  return (
    <PlaceLink
      to={{ kind: 'suggestions', draft: null }}
      className="button notes-link"
      title={`${text.link} (${commandTexts.suggestions.keys})`}
    >
      <Icon of={MessageSquarePlus} />
      <span className="words">{text.link}</span>
      {conflicts > 0 && (
        <>
          <span className="count-mark">{conflicts.toLocaleString('en-GB')}</span>
          <span className="hidden-words">{text.linkWaiting}</span>
        </>
      )}
    </PlaceLink>
  );
}
