// Short messages at the foot of the window, with Undo where there is something to undo. They go by themselves,
// but not while they are pointed at or focused.
import { createStore } from './store.ts';

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

// Two lines of text are read in this time, with some to spare for the hand to reach Undo.
export const noticeMs = 6_000;
// Older ones give way: a pile would cover the text.
const limit = 3;

export const notices = createStore<readonly Notice[]>([]);
let lastId = 0;

export function notify(text: string, action: Notice['action'] = null): number {
  lastId += 1;
  const notice = { id: lastId, text, action };
  notices.update((now) => [...now.filter((other) => other.text !== text), notice].slice(-limit));
  return notice.id;
}

export function dismiss(id: number): void {
  notices.update((now) => (now.some((notice) => notice.id === id) ? now.filter((notice) => notice.id !== id) : now));
}
