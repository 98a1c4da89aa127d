// What lies over the page: one dialog at a time, and the row of things that Esc closes, innermost first.
import { createStore } from './store.ts';

export type DialogName = 'text-options' | 'palette' | 'shortcuts' | 'about';

export const dialog = createStore<DialogName | null>(null);
/** Panes that lie over the text in a narrow window. */
export const drawer = createStore<'sidebar' | 'outline' | null>(null);
export const finding = createStore(false);

const closers: (() => void)[] = [];

/** Registers something that Esc closes. Returns how to take it off again. */
export function onEscape(close: () => void): () => void {
  closers.push(close);
  return () => {
    const at = closers.lastIndexOf(close);
    if (at >= 0) closers.splice(at, 1);
  };
}

/** Closes the innermost thing. False when there was none. */
export function closeInnermost(): boolean {
  const close = closers.at(-1);
  close?.();
  return close !== undefined;
}
