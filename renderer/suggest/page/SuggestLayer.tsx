// Everything of suggestions on a guide's page. Mounted after the first paint; its code comes after that too.
import { type RefObject, useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { GuideDocument } from '../../../electron/ipc/replies.ts';
import { navigation } from '../../state/navigation.ts';
import { notify } from '../../state/notices.ts';
import { closeDraft, openDraft, suggestionsVersion } from '../../state/suggestions.ts';
import { useSelected, useStore } from '../../state/use-store.tsx';
import { suggestPageText } from '../../text/suggest-page.ts';
import { EditHost } from './EditHost.tsx';
import { shownHosts, showOnPage } from './on-page.tsx';
import { loadOwnDrafts, ownDrafts } from './own-drafts.ts';
import { PlaceHost } from './PlaceHost.tsx';
import { useSuggestCommands } from './use-suggest-commands.tsx';

export interface LayerProps {
  readonly guide: GuideDocument;
  readonly article: RefObject<HTMLElement | null>;
}

export function SuggestLayer({ guide, article }: LayerProps) {
  const shown = useStore(shownHosts);
  useSuggestCommands(guide, article);
  // Not a layout effect: those of the page's parts run before the page itself is known.
  useEffect(() => {
    const page = article.current;
    return page ? showOnPage(guide, page) : undefined;
  }, [guide, article]);
  useOwnDrafts(guide);
  useLeaving(guide);
  return (
    <>
      {shown.map(({ host, element }) =>
        createPortal(host.kind === 'edit' ? <EditHost host={host} /> : <PlaceHost host={host} />, element, host.key),
      )}
    </>
  );
}

function useOwnDrafts(guide: GuideDocument): void {
  const version = useStore(suggestionsVersion);
  const isOpen = useSelected(openDraft, (draft) => draft !== null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what there is may be another after a change, and when one is closed
  useEffect(() => {
    if (!isOpen) void loadOwnDrafts(guide.summary.id, guide.seal.version, guide.source);
  }, [guide, version, isOpen]);
  useEffect(() => () => ownDrafts.set(null), []);
}

/** The page of another guide, or of none, closes the draft: it is kept, and said so. */
function useLeaving({ summary: { id } }: GuideDocument): void {
  useEffect(() => {
    const { suggestion } = openDraft.get()?.kept.draft ?? {};
    if (suggestion && suggestion.guide !== id) void closeDraft();
    return () => {
      if (openDraft.get()?.kept.draft.suggestion.guide !== id) return;
      void closeDraft().then((isKept) => isKept && navigation.get().place.kind !== 'suggestions' && notify(suggestPageText.closed));
    };
  }, [id]);
}
