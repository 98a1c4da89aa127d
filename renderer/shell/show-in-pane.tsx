// Brings the present item of a pane into its view. Not by scrollIntoView: that moves the page with it when the pane
// itself stands partly below the window's edge, and Chromium would start the next Tab there.

// The pane's own padding, in CSS pixels: what is shown stands clear of its edge.
const room = 24;

/** @param pane selector of the pane, the part that scrolls */
export function showInPane(pane: string): void {
  const part = document.querySelector(pane);
  const here = part?.querySelector('[aria-current]')?.getBoundingClientRect();
  if (!part || !here) return;
  const { top, bottom } = part.getBoundingClientRect();
  part.scrollTop += Math.min(0, here.top - top - room) + Math.max(0, here.bottom - Math.min(bottom, innerHeight) + room);
}
