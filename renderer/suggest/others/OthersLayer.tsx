// Marks in the margin of blocks for which others suggested something, and the card that tells what. A mark stands first inside its
// block like those of notes, and takes no room; the guide's own text is not touched.
import { type RefObject, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { GuideDocument } from '../../../electron/ipc/replies.ts';
import { blocksOn } from '../../notes/page-places.tsx';
import { onEscape } from '../../state/overlays.ts';
import { suggestionsVersion } from '../../state/suggestions.ts';
import { useStore } from '../../state/use-store.tsx';
import { othersText as text } from '../../text/suggest-list.ts';
import { OthersCard } from './OthersCard.tsx';
import { forgetOthers, loadOthers, others, othersAt } from './others.ts';

export interface OthersProps {
  readonly guide: GuideDocument;
  readonly article: RefObject<HTMLElement | null>;
}

export function OthersLayer({ guide, article }: OthersProps) {
  const version = useStore(suggestionsVersion);
  const found = useStore(others);
  const at = useStore(othersAt);
  const [places, setPlaces] = useState<ReadonlyMap<string, HTMLElement>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: what there is may be another after a change
  useEffect(() => void loadOthers(guide), [guide, version]);
  useEffect(() => forgetOthers, []);
  useEffect(() => {
    const page = article.current;
    if (!page || !found || found.guide !== guide.summary.id) return;
    const { byId } = blocksOn(page);
    const made = new Map<string, HTMLElement>();
    for (const { block } of found.open) {
      const home = byId.get(block);
      if (!home) continue;
      const place = document.createElement('span');
      place.className = 'others-place no-print';
      place.dataset.notText = '';
      home.prepend(place);
      made.set(block, place);
    }
    setPlaces(made);
    return () => {
      for (const place of made.values()) place.remove();
      setPlaces(new Map());
    };
  }, [found, guide, article]);
  useEffect(() => (at === null ? undefined : onEscape(() => othersAt.set(null))), [at]);
  return found?.open.map((open) => {
    const place = places.get(open.block);
    if (!place) return null;
    return createPortal(
      <>
        <button
          type="button"
          className="others-mark"
          aria-expanded={at === open.block}
          aria-label={text.mark(open.forces)}
          title={text.mark(open.forces)}
          onClick={() => othersAt.set(at === open.block ? null : open.block)}
        >
          {open.forces}
        </button>
        {at === open.block && <OthersCard guide={guide} open={open} supported={found.supported} mark={place} />}
      </>,
      place,
      open.block,
    );
  });
}
