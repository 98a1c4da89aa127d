// A button with a small panel under it: for choices that act at once. Closed by Esc, by a click beside it, and when the
// focus leaves it.
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { onEscape } from '../state/overlays.ts';
import { Icon } from '../ui/Icon.tsx';

interface Props {
  readonly name: string;
  readonly className?: string;
  /** What stands in the panel; `close` gives the focus back to the button. */
  readonly children: (close: () => void) => ReactNode;
}

export function Disclosure({ name, className = '', children }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!open) return;
    const off = onEscape(() => latest.current());
    const beside = (event: PointerEvent): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', beside);
    root.current?.querySelector<HTMLElement>('.disclosed :is(input, button)')?.focus();
    return () => {
      off();
      removeEventListener('pointerdown', beside);
    };
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears that the focus leaves it
    <div
      className={`disclosure ${className}`}
      ref={root}
      onBlur={(event) => {
        if (event.relatedTarget && !root.current?.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button type="button" className="button" aria-expanded={open} ref={button} onClick={() => setOpen(!open)}>
        {name}
        <Icon of={ChevronDown} size={14} />
      </button>
      {open && <div className="disclosed">{children(close)}</div>}
    </div>
  );
}
