// "On this page": the headings of the guide, the present one marked while the text is scrolled.
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { GuideNotesList } from '../notes/deferred-list.tsx';
import { showInPane } from '../shell/show-in-pane.tsx';
import { navigation, openGuide } from '../state/navigation.ts';
import { drawer } from '../state/overlays.ts';
import { openDraft } from '../state/suggestions.ts';
import { useSelected, useStore } from '../state/use-store.tsx';
import { SuggestPane } from '../suggest/deferred.tsx';
import { readerText } from '../text/reader.ts';
import { shellText } from '../text/shell.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { activeHeading, type Heading, headings } from './outline-model.ts';
import { topEdge } from './scroll-place.tsx';

export function Outline({ asDrawer }: { readonly asDrawer: boolean }) {
  const list = useStore(headings);
  const guide = useSelected(navigation, (state) => state.guide?.summary.id ?? null);
  const active = useActive(list);
  useEffect(() => {
    if (active !== null) showInPane('.outline');
  }, [active]);
  const isSuggesting = useSelected(openDraft, (draft) => guide !== null && draft?.kept.draft.suggestion.guide === guide);
  if (guide === null) return null;
  if (isSuggesting) return <SuggestPane />;
  return (
    <nav className={`pane outline ${asDrawer ? 'pane-drawer' : ''}`} data-pane="outline" aria-label={shellText.outline} tabIndex={-1}>
      <IconButton icon={X} name={shellText.close} keys="Esc" className="pane-close" onPress={() => drawer.set(null)} />
      <h2 className="pane-title">{readerText.outline}</h2>
      {list.length === 0 && <p className="pane-empty">{readerText.outlineEmpty}</p>}
      <ul className="outline-list">
        {list.map((heading, index) => (
          <li key={heading.id}>
            <a
              className="outline-link"
              data-level={heading.level}
              href={`#${heading.id}`}
              aria-current={index === active ? 'location' : undefined}
              draggable={false}
              onClick={(event) => {
                event.preventDefault();
                drawer.set(null);
                void openGuide(guide, heading.id);
              }}
            >
              {heading.text}
            </a>
          </li>
        ))}
      </ul>
      <GuideNotesList />
    </nav>
  );
}

/** Position of the heading one is reading under. */
function useActive(list: readonly Heading[]): number | null {
  const [active, setActive] = useState<number | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const tops = list.map(({ id }) => topOf(document.getElementById(id)));
      const edge = topEdge();
      const page = document.documentElement;
      // A third of the way down is where the eye is.
      const line = edge + (innerHeight - edge) / 3;
      setActive(activeHeading(tops, line, scrollY + innerHeight >= page.scrollHeight - 2 && scrollY > 0));
    };
    const soon = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    soon();
    addEventListener('scroll', soon, { passive: true });
    addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', soon);
      removeEventListener('resize', soon);
    };
  }, [list]);
  return active;
}

/** What is not laid out yet (first-screen.tsx) is further down. */
function topOf(heading: HTMLElement | null): number {
  return heading && heading.getClientRects().length > 0 ? heading.getBoundingClientRect().top : Number.POSITIVE_INFINITY;
}
