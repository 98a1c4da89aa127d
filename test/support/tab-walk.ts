// Walks a screen with Tab as somebody without a mouse does, and compares what was reached with what could be pressed.
import type { Page } from 'playwright';

export interface Walk {
  /** Controls in view of the page that Tab never reached. */
  readonly missed: readonly string[];
  /** Controls that looked the same with the focus as without. */
  readonly unseen: readonly string[];
}

const controls = 'a[href], button, input, select, textarea, [tabindex="0"]';

// More stops than any screen of ours has.
const mostStops = 400;

/** @param within walks in this part only; a dialog keeps the focus inside by itself */
export async function tabWalk(page: Page, within = 'body'): Promise<Walk> {
  await page.evaluate(
    ([selector, all]) => {
      const area = document.querySelector(selector);
      let started: HTMLElement | null = null;
      // One stop for a group of radio buttons: its checked one. Results are chosen with the arrow keys from the box.
      const wanted = [...(area?.querySelectorAll<HTMLElement>(all) ?? [])].filter((element) => {
        if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(':disabled, [tabindex="-1"]')) return false;
        if (element.closest('[inert], [aria-hidden="true"]') || element.classList.contains('skip')) return false;
        return !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked);
      });
      // The focus itself must not be measured as the look without it.
      if (document.activeElement instanceof HTMLElement && area?.contains(document.activeElement)) started = document.activeElement;
      const looks = new Map(wanted.filter((one) => one !== started).map((element) => [element, look(element)]));
      Object.assign(window, { walk: { wanted, looks, reached: new Set<Element>(), unseen: [] as string[], look } });
      const first = wanted[0];
      if (!area?.contains(document.activeElement)) first?.focus();
      // A ring may be drawn around the element or, for a hidden radio button, around its label.
      function look(element: Element): string {
        const label = element.closest('label') ?? element;
        return [element, label, element.closest('.search-box') ?? element]
          .map((one) => {
            const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } = getComputedStyle(one);
            return `${outlineStyle} ${outlineWidth} ${outlineColor} ${boxShadow} ${borderColor} ${backgroundColor}`;
          })
          .join(' | ');
      }
    },
    [within, controls] as const,
  );
  for (let stop = 0; stop < mostStops; stop += 1) {
    const done = await page.evaluate((selector) => {
      const { walk } = window as unknown as {
        walk: {
          wanted: Element[];
          looks: Map<Element, string>;
          reached: Set<Element>;
          unseen: string[];
          look: (element: Element) => string;
        };
      };
      const active = document.activeElement;
      if (active && walk.reached.has(active) && active.closest(selector)) return true;
      if (!active) return false;
      walk.reached.add(active);
      if (walk.looks.has(active) && stopsAlike(active)) walk.unseen.push(active.outerHTML.slice(0, 120));
      return false;
      function stopsAlike(element: Element): boolean {
        return walk.look(element) === walk.looks.get(element);
      }
    }, within);
    if (done) break;
    await page.keyboard.press('Tab');
  }
  return page.evaluate(() => {
    const { walk } = window as unknown as { walk: { wanted: Element[]; reached: Set<Element>; unseen: string[] } };
    return { missed: walk.wanted.filter((one) => !walk.reached.has(one)).map((one) => one.outerHTML.slice(0, 120)), unseen: walk.unseen };
  });
}
