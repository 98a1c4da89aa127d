// What is selected in the guide's text, once the selection rests: on release of the mouse, or when the keys pause.
import { type RefObject, useEffect, useState } from 'react';
import type { Passage } from '../../electron/ipc/note-schemas.ts';
import { passageOf } from './page-places.tsx';

// A pause between two presses of Shift and an arrow key is shorter.
const restMs = 300;

/** Null while nothing is selected, and while the selection changes. `away` hides it until it changes again. */
export function useSelectedWords(article: RefObject<HTMLElement | null>): { readonly passage: Passage | null; readonly away: () => void } {
  const [passage, setPassage] = useState<Passage | null>(null);
  useEffect(() => {
    let pressed = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const page = article.current;
      const range = selectedRange();
      setPassage(page && range && page.contains(range.commonAncestorContainer) ? passageOf(range, page) : null);
    };
    const soon = (ms: number): void => {
      clearTimeout(timer);
      timer = setTimeout(look, ms);
    };
    const changed = (): void => {
      clearTimeout(timer);
      setPassage(null);
      if (!pressed && selectedRange()) soon(restMs);
    };
    const down = (event: PointerEvent): void => {
      // The other buttons leave a selection as it is.
      pressed = event.button === 0;
    };
    const up = (): void => {
      if (!pressed) return;
      pressed = false;
      // A click into a selection takes it away only after this.
      soon(0);
    };
    document.addEventListener('selectionchange', changed);
    addEventListener('pointerdown', down, true);
    addEventListener('pointerup', up, true);
    addEventListener('pointercancel', up, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', changed);
      removeEventListener('pointerdown', down, true);
      removeEventListener('pointerup', up, true);
      removeEventListener('pointercancel', up, true);
    };
  }, [article]);
  return { passage, away: () => setPassage(null) };
}

function selectedRange(): Range | null {
  const selection = getSelection();
  return selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
}
