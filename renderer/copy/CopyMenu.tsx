// "Save a copy" in the tools of a guide: a button with a menu under it. Opened by hand, by key or by the command; closed by Esc, by a
// click beside it, and when the focus leaves it.
import { ChevronDown, FileDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { handle } from '../state/commands.ts';
import { onEscape } from '../state/overlays.ts';
import { readerText } from '../text/reader.ts';
import { Icon } from '../ui/Icon.tsx';
import { CopyList } from './deferred.tsx';

export function CopyMenu({ guide }: { readonly guide: GuideDocument }) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(
    () =>
      handle('save-copy', () => {
        root.current?.scrollIntoView({ block: 'nearest' });
        setOpen(true);
      }),
    [],
  );
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    const off = onEscape(() => {
      setOpen(false);
      button.current?.focus();
    });
    const beside = (event: PointerEvent): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', beside);
    return () => {
      off();
      removeEventListener('pointerdown', beside);
    };
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears that the focus leaves it
    <div
      className="copy-menu"
      ref={root}
      onBlur={(event) => {
        if (event.relatedTarget && !root.current?.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        type="button"
        className="button"
        aria-haspopup="menu"
        aria-expanded={open}
        ref={button}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Icon of={FileDown} />
        {readerText.saveCopy}
        <Icon of={ChevronDown} size={14} />
      </button>
      {open && <CopyList guide={guide} close={close} />}
    </div>
  );
}
