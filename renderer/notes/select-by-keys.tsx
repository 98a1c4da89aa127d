// Selecting words without a mouse. Chromium has no caret in text that cannot be written in, so Shift and an arrow key
// begin with a word where the person is (what is selected, else the block they have landed on, else the first in view);
// from there the keys are those of every text field: Shift extends, Ctrl goes by words, without Shift one moves on.
import { type RefObject, useEffect } from 'react';
import { topEdge } from '../reader/scroll-place.tsx';
import { announce } from '../state/announcer.ts';
import { onEscape } from '../state/overlays.ts';
import { selectionText } from '../text/notes-card.ts';
import { extend, moveOn, selectFirstWord, stepFor } from './selection-steps.tsx';

export function useSelectingByKeys(article: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    /** Takes off what Esc does; null while nobody selects by keys. */
    let off: (() => void) | null = null;
    const end = (): void => {
      off?.();
      off = null;
    };
    const begin = (): void => {
      if (off) return;
      announce(selectionText.byKeysHow);
      off = onEscape(() => {
        end();
        getSelection()?.removeAllRanges();
      });
    };
    const press = (event: KeyboardEvent): void => {
      const page = article.current;
      const step = stepFor(event);
      if (!page || !step || event.altKey || event.metaKey || event.defaultPrevented || !isReading(event.target)) return;
      // Without Shift the keys scroll, unless somebody is selecting.
      if (!event.shiftKey && !off) return;
      const selection = getSelection();
      if (!selection) return;
      if (!isIn(page, selection)) {
        // Scrolled away from it, somebody reads on.
        if (!event.shiftKey) {
          end();
          return;
        }
        if (selectFirstWord(page, selection)) begin();
      } else {
        begin();
        if (event.shiftKey) extend(page, selection, step);
        else moveOn(page, selection, step);
      }
      event.preventDefault();
      bringIntoView(selection);
    };
    addEventListener('keydown', press);
    addEventListener('pointerdown', end);
    return () => {
      end();
      removeEventListener('keydown', press);
      removeEventListener('pointerdown', end);
    };
  }, [article]);
}

/** The focus is on the text or on nothing: not in a field, a list, a card. */
const isReading = (target: EventTarget | null): boolean =>
  target === document.body ||
  (target instanceof Element &&
    target.closest('#main') !== null &&
    (target.id === 'main' || target.closest('.text, article > header') !== null) &&
    !target.matches('input:not([type=checkbox]), textarea, select'));

function isIn(page: HTMLElement, selection: Selection): boolean {
  const { focusNode } = selection;
  const text = page.querySelector('.text');
  if (selection.rangeCount === 0 || !focusNode || !text?.contains(focusNode)) return false;
  const box = selection.getRangeAt(0).getBoundingClientRect();
  // A caret that was left somewhere long ago is not where the person is.
  return !selection.isCollapsed || (box.bottom > topEdge() && box.top < innerHeight);
}

function bringIntoView(selection: Selection): void {
  const { focusNode, focusOffset } = selection;
  if (!focusNode) return;
  const point = document.createRange();
  point.setStart(focusNode, focusOffset);
  const box = point.getBoundingClientRect();
  if (box.height === 0) return;
  // Room for the bar over the words or under them.
  const room = 64;
  const [top, bottom] = [topEdge() + room, innerHeight - room];
  if (box.top < top) scrollBy({ top: box.top - top, behavior: 'instant' });
  else if (box.bottom > bottom) scrollBy({ top: box.bottom - bottom, behavior: 'instant' });
}
