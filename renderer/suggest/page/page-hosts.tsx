// Hosts on the page of a guide: elements of ours that stand before, or in the place of, the guide's own nodes. Those are
// hidden while something stands for them and never changed; taken away again, everything is as it was. What is read stays
// where it is on the screen.
import type { GuideDocument } from '../../../electron/ipc/replies.ts';
import { blocksOn } from '../../notes/page-places.tsx';
import { layOutAll } from '../../reader/first-screen.tsx';
import { topEdge } from '../../reader/scroll-place.tsx';
import type { BaseText, Host } from './layout.ts';

export interface ShownHost {
  readonly host: Host;
  readonly element: HTMLElement;
}

export interface PageHosts {
  /** @param draw puts the contents in, at once */
  show(base: BaseText | null, hosts: readonly Host[], draw: (shown: readonly ShownHost[]) => void): void;
  clear(): void;
}

export function hostsOn(article: HTMLElement, guide: GuideDocument): PageHosts {
  const elements = new Map<string, HTMLElement>();
  const text = article.querySelector<HTMLElement>('.text');

  /** The nodes of a piece: children of the text, or the items of footnotes. */
  const nodesOf = (base: BaseText, at: number): readonly HTMLElement[] => {
    const { byId } = blocksOn(article);
    const tops = (base.units[at]?.blocks ?? []).flatMap((block) => {
      const element = byId.get(guide.blockIds[block] ?? '');
      return element ? (element.closest<HTMLElement>('li.footnote') ?? childOf(text, element) ?? []) : [];
    });
    return [...new Set(tops)];
  };
  const place = (base: BaseText, host: Host, last: Map<number | null, Element>): HTMLElement | null => {
    const nodes = host.over.flatMap((at) => nodesOf(base, at));
    const [first] = nodes;
    const element = elements.get(host.key) ?? newHost(first?.matches('li') ? 'li' : 'div');
    if (host.over.length > 0) {
      if (!first) return null;
      setMargins(element, getComputedStyle(first).marginTop, getComputedStyle(nodes.at(-1) as Element).marginBottom);
      if (element.nextElementSibling !== first) first.before(element);
      for (const node of nodes) if (!node.hasAttribute('data-suggested')) node.setAttribute('data-suggested', '');
      return element;
    }
    const before = last.get(host.after) ?? (host.after === null ? null : childOf(text, nodesOf(base, host.after).at(-1) ?? null));
    setMargins(element, 'var(--gap)', '0');
    if (before) {
      if (element.previousElementSibling !== before) before.after(element);
    } else if (text?.firstElementChild !== element) text?.prepend(element);
    last.set(host.after, element);
    return element;
  };
  return {
    show(base, hosts, draw) {
      layOutAll();
      const opened = hosts.find(({ kind }) => kind === 'edit')?.over ?? [];
      const back = keepView(text, base ? opened.flatMap((at) => nodesOf(base, at)) : []);
      const hidden = new Set<Element>();
      const last = new Map<number | null, Element>();
      const shown = base ? hosts.flatMap((host) => pairOf(host, place(base, host, last))) : [];
      for (const { host } of shown) if (base) for (const at of host.over) for (const node of nodesOf(base, at)) hidden.add(node);
      const kept = new Map(shown.map(({ host, element }) => [host.key, element]));
      draw(shown);
      for (const [key, element] of elements) if (kept.get(key) !== element) element.remove();
      elements.clear();
      for (const [key, element] of kept) elements.set(key, element);
      for (const node of text?.querySelectorAll('[data-suggested]') ?? []) if (!hidden.has(node)) node.removeAttribute('data-suggested');
      back();
    },
    clear() {
      for (const element of elements.values()) element.remove();
      elements.clear();
      for (const node of text?.querySelectorAll('[data-suggested]') ?? []) node.removeAttribute('data-suggested');
    },
  };
}

const pairOf = (host: Host, element: HTMLElement | null): readonly ShownHost[] => (element ? [{ host, element }] : []);

function newHost(tag: 'div' | 'li'): HTMLElement {
  const element = document.createElement(tag);
  element.className = 'suggest-host no-print';
  element.dataset.notText = '';
  return element;
}

/** What stands for a piece keeps the distances of that piece. */
function setMargins(element: HTMLElement, top: string, bottom: string): void {
  element.style.setProperty('margin-top', top);
  element.style.setProperty('margin-bottom', bottom);
}

function childOf(text: HTMLElement | null, element: Element | null): HTMLElement | null {
  let at = element;
  while (at && at.parentElement !== text) at = at.parentElement;
  return at instanceof HTMLElement ? at : null;
}

/**
 * Remembers where everything that can be seen stands; what is called then puts the first of it back there.
 * @param opened what a person looks at comes before what stands above it
 */
function keepView(text: HTMLElement | null, opened: readonly HTMLElement[]): () => void {
  const edge = topEdge();
  const rows = [...(text?.children ?? [])].flatMap((element) => {
    const box = element.getBoundingClientRect();
    return box.height > 0 && box.bottom > edge + 4 && box.top < innerHeight ? [{ element, top: box.top }] : [];
  });
  const isOpened = ({ element }: { readonly element: Element }): boolean => opened.some((node) => node === element);
  const held = [...rows.filter(isOpened), ...rows.filter((row) => !isOpened(row))].map((row) => ({
    ...row,
    next: row.element.nextElementSibling,
  }));
  return () => {
    for (const { element, top, next } of held) {
      const now = standingFor(element, next);
      const box = now?.getBoundingClientRect();
      if (!box || box.height === 0) continue;
      if (box.top !== top) scrollBy({ top: box.top - top, behavior: 'instant' });
      return;
    }
  };
}

/** Itself; the host before it while it is hidden; of a host that is gone what it stood for. */
function standingFor(element: Element, next: Element | null): Element | null {
  if (!element.isConnected) return next?.isConnected ? (next.hasAttribute('data-suggested') ? next.previousElementSibling : next) : null;
  if (!element.hasAttribute('data-suggested')) return element;
  let before = element.previousElementSibling;
  while (before?.hasAttribute('data-suggested')) before = before.previousElementSibling;
  return before;
}
