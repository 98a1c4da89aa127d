// The end of editing a piece: the focus goes to what stands there now, so that the keyboard goes on from it.
import { announce } from '../../state/announcer.ts';
import { notify } from '../../state/notices.ts';
import { suggestPageText } from '../../text/suggest-page.ts';
import { stopEditing } from './editing.ts';

export function finishEditing(): void {
  const host = document.querySelector<HTMLElement>('[data-host="edit"]')?.closest<HTMLElement>('.suggest-host');
  const wasIn = host?.contains(document.activeElement) ?? false;
  const [before, after] = [host?.previousElementSibling ?? null, host?.nextElementSibling ?? null];
  stopEditing();
  if (wasIn) focusAfter(before, after);
}

/** A host that came in its place, else the guide's own block, which can be suggested on again from there. */
function focusAfter(before: Element | null, after: Element | null): void {
  const host = after?.previousElementSibling?.matches('.suggest-host') ? after.previousElementSibling : null;
  const button = host?.querySelector<HTMLElement>('button');
  const block = after?.matches('[data-block]') ? after : (after?.querySelector('[data-block]') ?? before);
  if (button) button.focus({ preventScroll: true });
  else if (block instanceof HTMLElement && !block.closest('[data-suggested]')) {
    if (!block.hasAttribute('tabindex')) block.tabIndex = -1;
    block.focus({ preventScroll: true });
  } else document.getElementById('main')?.focus({ preventScroll: true });
}

/** Said aloud, because what changed may be out of sight; a notice only where nothing could be done. */
export function tellStep(isDone: boolean, way: 'undo' | 'redo'): void {
  if (isDone) announce(way === 'undo' ? suggestPageText.undone : suggestPageText.redone);
  else notify(way === 'undo' ? suggestPageText.nothingToUndo : suggestPageText.nothingToRedo);
}
