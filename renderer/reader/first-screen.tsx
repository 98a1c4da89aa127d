// Lays out what can be seen of a long guide first, and the rest right after the first paint: the layout of the text
// is the longest step of opening a guide. All nodes are in the page from the start; only their boxes come later.

// Two tall windows of text at the smallest size: what is below cannot be seen in the first frame.
const enoughCharacters = 6_000;

let waiting: readonly Element[] = [];

/** Puts off the boxes of what is far below the first line; they come after the next paint, or with `layOutAll`. */
export function layOutFirstScreen(text: Element): void {
  layOutAll();
  let seen = 0;
  const later: Element[] = [];
  for (const block of text.children) {
    if (seen > enoughCharacters) later.push(block);
    else seen += block.textContent?.length ?? 0;
  }
  for (const block of later) block.toggleAttribute('data-later', true);
  waiting = later;
  // The frame after the next one: by then the first is on the screen.
  if (later.length > 0) requestAnimationFrame(() => requestAnimationFrame(layOutAll));
}

/** Before anything is measured or scrolled to. */
export function layOutAll(): void {
  for (const block of waiting) block.removeAttribute('data-later');
  waiting = [];
}
