// The small part beside "Highlight": the four kinds, each as shape, word and the line it is painted with.
import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type HighlightName, highlightNames } from '../../content/core/annotation/model.ts';
import { onEscape } from '../state/overlays.ts';
import { highlightWords } from '../text/notes.ts';
import { selectionText } from '../text/notes-card.ts';
import { Icon } from '../ui/Icon.tsx';
import { KindShape } from './KindWord.tsx';

interface Props {
  /** What was used last. */
  readonly kind: HighlightName;
  readonly onChoose: (kind: HighlightName) => void;
}

export function KindMenu({ kind, onChoose }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    return onEscape(() => {
      setOpen(false);
      if (root.current?.contains(document.activeElement)) button.current?.focus();
    });
  }, [open]);
  const show = (focus: boolean): void => {
    setOpen(true);
    if (focus) requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus());
  };
  return (
    <div className="kind-menu" ref={root}>
      <button
        type="button"
        ref={button}
        className="button button-icon"
        tabIndex={-1}
        aria-label={selectionText.chooseKind}
        title={selectionText.chooseKind}
        aria-haspopup="menu"
        aria-expanded={open}
        // Without a pointer (detail 0) it was a key: then the menu has the focus.
        onClick={(event) => (open ? setOpen(false) : show(event.detail === 0))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          show(true);
        }}
      >
        <Icon of={ChevronDown} size={14} />
      </button>
      {open && (
        <div className="kind-list" role="menu" aria-label={selectionText.kinds} onKeyDown={walk}>
          {highlightNames.map((name) => (
            <button
              key={name}
              type="button"
              className="button kind-row"
              role="menuitemradio"
              aria-checked={name === kind}
              tabIndex={-1}
              onClick={() => onChoose(name)}
            >
              <KindShape kind={name} />
              <span className="kind-quote" data-kind={name}>
                {highlightWords[name].name}
              </span>
              <span className="kind-hint">{highlightWords[name].hint}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitemradio"]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  rows[(to + rows.length) % rows.length]?.focus();
}
