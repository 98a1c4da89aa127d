// F6: moves the focus from pane to pane, to where it was in each.
import { nextPane, type PaneName, paneOrder } from '../state/panes.ts';

const last = new Map<PaneName, HTMLElement>();

export function focusPane(by: 1 | -1): void {
  const active = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const present = (active?.closest<HTMLElement>('[data-pane]')?.dataset.pane ?? null) as PaneName | null;
  if (present && active) last.set(present, active);
  const shown = paneOrder.filter((name) => isShown(paneElement(name)));
  const next = nextPane(present, shown, by);
  const pane = next && paneElement(next);
  if (!next || !pane) return;
  const before = last.get(next);
  const goal = before && pane.contains(before) && before !== pane ? before : firstIn(next, pane);
  goal.focus({ preventScroll: goal === pane });
}

const paneElement = (name: PaneName) => document.querySelector<HTMLElement>(`[data-pane="${name}"]`);
const isShown = (pane: HTMLElement | null): boolean => pane?.checkVisibility() ?? false;

/** The current item of a list, else the first thing that can be used; the text itself takes the focus as a whole. */
function firstIn(name: PaneName, pane: HTMLElement): HTMLElement {
  if (name === 'main') return pane;
  if (name === 'bar') return pane.querySelector<HTMLElement>('#search-input') ?? pane;
  const usable = [...pane.querySelectorAll<HTMLElement>('a[href], button:not(:disabled)')].find((element) => element.checkVisibility());
  return pane.querySelector<HTMLElement>('[aria-current]') ?? usable ?? pane;
}
