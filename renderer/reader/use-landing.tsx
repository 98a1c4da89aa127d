// Where a guide's page is scrolled to when it is shown, and keeping the place while it is read. Runs before paint,
// so that nothing jumps.
import { type RefObject, useLayoutEffect } from 'react';
import { type BlockId, isBlockId } from '../../content/core/base/ids.ts';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { announce } from '../state/announcer.ts';
import { navigation } from '../state/navigation.ts';
import { dismiss, notify } from '../state/notices.ts';
import { keepPlace, placeIn, reading } from '../state/reading.ts';
import { useSelected } from '../state/use-store.tsx';
import { readerText } from '../text/reader.ts';
import { layOutAll } from './first-screen.tsx';
import { findTarget, landOn, restoreSpot, settle, topBlock } from './scroll-place.tsx';

// Long enough not to write at every turn of the wheel, short enough that a power cut costs nothing.
const restMs = 500;

export function useLanding(guide: GuideDocument, article: RefObject<HTMLElement | null>): void {
  const landing = useSelected(navigation, (state) => state.landing);
  useLayoutEffect(() => {
    const page = article.current;
    if (!page) return undefined;
    let resumed: number | null = null;
    const { target, spot, focus } = landing;
    if (spot !== null || target !== null) layOutAll();
    if (spot) settle(() => restoreSpot(page, spot));
    else if (target !== null) {
      const goal = findTarget(page, target);
      if (goal) landOn(goal, focus === 'move');
      else {
        scrollTo({ top: 0, behavior: 'instant' });
        notify(readerText.placeGone);
      }
      if (goal) return undefined;
    } else resumed = resume(page, guide, focus === 'start');
    if (focus === 'move') document.getElementById('main')?.focus({ preventScroll: true });
    if (focus !== 'start') announce(readerText.opened(guide.summary.title));
    return () => {
      if (resumed !== null) dismiss(resumed);
    };
  }, [landing, guide, article]);

  // Its end runs while the page that is left still stands there.
  useLayoutEffect(() => {
    const page = article.current;
    let scrolled = false;
    const keep = (): void => {
      scrolled = false;
      const block = topBlock(page)?.id;
      keepPlace(
        guide.summary.id,
        block !== undefined && isBlockId(block) ? (block as BlockId) : null,
        guide.seal.version,
        new Date().toISOString(),
      );
    };
    let timer = setTimeout(keep, restMs);
    const moved = (): void => {
      clearTimeout(timer);
      scrolled = true;
      timer = setTimeout(keep, restMs);
    };
    addEventListener('scroll', moved, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('scroll', moved);
      if (scrolled) keep();
    };
  }, [guide, article]);
}

/** Opens where it was last left; says so, unless the window just started there. @returns the notice, which speaks of this page alone */
function resume(page: HTMLElement, guide: GuideDocument, quietly: boolean): number | null {
  const block = placeIn(reading.get(), guide.summary.id);
  const goal = block === null ? null : findTarget(page, block);
  if (!goal) {
    // The window opened at its top: asking it to scroll there would lay everything out a second time.
    if (!quietly) scrollTo({ top: 0, behavior: 'instant' });
    return null;
  }
  layOutAll();
  settle(() => goal.scrollIntoView({ block: 'start', behavior: 'instant' }));
  if (quietly) return null;
  return notify(readerText.resumed, {
    label: readerText.toTop,
    run: () => {
      scrollTo({ top: 0, behavior: 'instant' });
      document.getElementById('main')?.focus({ preventScroll: true });
    },
  });
}
