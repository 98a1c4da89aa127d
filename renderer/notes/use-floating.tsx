// Puts a bar or a card where `float-place.ts` says: measured before paint, and again when the window, the text or the
// thing itself changes its size. It stands on the page, so that it scrolls with the words; a sheet stands on the window.
import { type RefObject, useLayoutEffect } from 'react';
import { topEdge } from '../reader/scroll-place.tsx';
import { settings } from '../state/settings.ts';
import type { Box, Placed, Size } from './float-place.ts';

// Clear of the window's edges, so that its shadow and the focus ring show.
const margin = 8;

/** The part of the window that nothing covers, in its own coordinates. */
export function freeView(): Box {
  const status = document.querySelector('.status');
  const isStuck = status && getComputedStyle(status).position === 'sticky';
  const bottom = isStuck ? Math.min(innerHeight, status.getBoundingClientRect().top) : innerHeight;
  const { clientWidth } = document.documentElement;
  return { left: margin, top: topEdge() + margin, right: clientWidth - margin, bottom: bottom - margin };
}

interface Options {
  readonly element: RefObject<HTMLElement | null>;
  readonly article: RefObject<HTMLElement | null>;
  readonly place: (size: Size, view: Box) => Placed | null;
  /** Placed anew at every turn of the wheel: it must not go under the bar at the top. */
  readonly follow: boolean;
}

/** @param key placed anew when it is another one */
export function useFloating({ element, article, place, follow }: Options, key: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the words are others
  useLayoutEffect(() => {
    const float = element.current;
    if (!float) return;
    let frame = 0;
    const put = (): void => {
      // Measured without the bound that the last place gave it.
      float.style.removeProperty('--float-most');
      const size = { width: float.offsetWidth, height: float.offsetHeight };
      const placed = place(size, freeView());
      float.dataset.side = placed?.side ?? 'away';
      if (!placed) return;
      const onPage = placed.side !== 'sheet';
      float.style.setProperty('--float-left', `${placed.left + (onPage ? scrollX : 0)}px`);
      float.style.setProperty('--float-top', `${placed.top + (onPage ? scrollY : 0)}px`);
      float.style.setProperty('--float-most', `${placed.most}px`);
    };
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(put);
    };
    put();
    const sizes = new ResizeObserver(soon);
    sizes.observe(float);
    if (article.current) sizes.observe(article.current);
    const off = settings.subscribe(soon);
    addEventListener('resize', soon);
    if (follow) addEventListener('scroll', soon, { passive: true, capture: true });
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      off();
      removeEventListener('resize', soon);
      removeEventListener('scroll', soon, { capture: true });
    };
  }, [key, element, article, follow]);
}
