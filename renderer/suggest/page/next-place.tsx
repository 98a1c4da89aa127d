// To the next place that the open suggestion changes: below what is read now, or from the top again.
import { topEdge } from '../../reader/scroll-place.tsx';

export function showNextHost(): void {
  const all = [...document.querySelectorAll<HTMLElement>('.suggest-host')];
  const edge = topEdge();
  // What is in the upper third has been read.
  const line = edge + (innerHeight - edge) / 3 + 1;
  const next = all.find((host) => host.getBoundingClientRect().top > line) ?? all[0];
  if (!next) return;
  scrollBy({ top: next.getBoundingClientRect().top - edge - (innerHeight - edge) / 3, behavior: 'instant' });
  next.querySelector<HTMLElement>('.cm-content, button')?.focus({ preventScroll: true });
}
