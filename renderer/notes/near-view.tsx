// Which blocks are in the view or less than a view away from it. Known at once for blocks that are new, and from then on by
// the browser's own watching.

export interface NearView {
  /** These and no others. */
  watch(blocks: ReadonlySet<Element>): void;
  has(block: Element): boolean;
  stop(): void;
}

/** @param changed some came near or went away */
export function watchNear(changed: () => void): NearView {
  const near = new Set<Element>();
  let watched: ReadonlySet<Element> = new Set();
  // A whole view above and below: what is scrolled to has been painted by then.
  const observer = new IntersectionObserver(
    (entries) => {
      let isOther = false;
      for (const { target, isIntersecting } of entries) {
        isOther ||= near.has(target) !== isIntersecting;
        if (isIntersecting) near.add(target);
        else near.delete(target);
      }
      if (isOther) changed();
    },
    { rootMargin: '100% 0px' },
  );
  return {
    watch(blocks) {
      for (const block of watched) {
        if (blocks.has(block)) continue;
        observer.unobserve(block);
        near.delete(block);
      }
      for (const block of blocks) {
        if (watched.has(block)) continue;
        const { top, bottom } = block.getBoundingClientRect();
        if (bottom > -innerHeight && top < innerHeight * 2) near.add(block);
        observer.observe(block);
      }
      watched = blocks;
    },
    has: (block) => near.has(block),
    stop: () => observer.disconnect(),
  };
}
