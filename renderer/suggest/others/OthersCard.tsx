// What others suggested for one block: who, since when, in which words, and a way to stand behind it.
import { X } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Sha256 } from '../../../content/core/base/ids.ts';
import type { OpenSuggestion } from '../../../content/core/suggestion/responses.ts';
import type { GuideDocument } from '../../../electron/ipc/replies.ts';
import type { OpenAt } from '../../../electron/ipc/suggestion-replies.ts';
import { longDay } from '../../text/dates.ts';
import { othersText as text } from '../../text/suggest-list.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { DiffText } from '../editor/DiffText.tsx';
import { lookAndSend } from '../leave/leave.ts';
import { beginSupport, nextFor, othersAt, textOfBlock } from './others.ts';

interface Props {
  readonly guide: GuideDocument;
  readonly open: OpenAt;
  readonly supported: readonly Sha256[];
  /** The mark in the margin. */
  readonly mark: HTMLElement;
}

/** Between the mark and the card, and to the edge of the window. */
const gap = 8;

export function OthersCard({ guide, open, supported, mark }: Props) {
  const card = useRef<HTMLElement>(null);
  // It scrolls with the page: its place is the page's, not the window's.
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    const { left, bottom } = mark.getBoundingClientRect();
    element.style.top = `${bottom + scrollY + gap}px`;
    element.style.left = `${Math.max(gap, Math.min(left + scrollX, innerWidth - element.offsetWidth - 2 * gap))}px`;
    element.querySelector('button')?.focus({ preventScroll: true });
    // A mark low in the view has its card below the edge.
    element.scrollIntoView({ block: 'nearest' });
    return () => {
      if (element.contains(document.activeElement)) mark.querySelector('button')?.focus({ preventScroll: true });
    };
  }, [mark]);
  return createPortal(
    <section className="others-card no-print" ref={card} aria-label={text.title} data-pane="note">
      <div className="others-head">
        <h2>{text.title}</h2>
        <IconButton icon={X} name={text.close} keys="Esc" onPress={() => othersAt.set(null)} />
      </div>
      {open.suggestions.map((suggestion) => (
        <One key={suggestion.suggestion} {...{ guide, open, suggestion }} isSupported={supported.includes(suggestion.suggestion)} />
      ))}
    </section>,
    document.body,
  );
}

interface OneProps {
  readonly guide: GuideDocument;
  readonly open: OpenAt;
  readonly suggestion: OpenSuggestion;
  readonly isSupported: boolean;
}

function One({ guide, open, suggestion, isSupported }: OneProps) {
  const next = nextFor(suggestion, open.block);
  const old = useMemo(() => textOfBlock(guide, open.block), [guide, open.block]);
  const support = async (): Promise<void> => {
    const id = await beginSupport(guide, suggestion.suggestion);
    if (id) lookAndSend(id);
  };
  return (
    <article className="others-one">
      <p className="others-who">
        {text.by(suggestion.forces)} {text.suggests}, {text.since(longDay(suggestion.since))} · {text.kinds[suggestion.kind]}
      </p>
      {next === '' ? <p className="suggest-soft">{text.hidden}</p> : <DiffText old={old} next={next} view="all" />}
      {isSupported ? (
        <p className="suggest-soft">{text.supported}</p>
      ) : (
        <button type="button" className="button button-edge" onClick={() => void support()}>
          {text.support}
        </button>
      )}
    </article>
  );
}
