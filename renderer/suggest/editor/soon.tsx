// Something that may wait until the window has nothing better to do, and only the last of it.
let waiting: (() => void) | null = null;

// The buttons may be behind the caret by this much while somebody types fast.
const latest = { timeout: 150 } as const;

export function soon(act: () => void): void {
  const isFirst = waiting === null;
  waiting = act;
  if (!isFirst) return;
  requestIdleCallback(() => {
    const now = waiting;
    waiting = null;
    now?.();
  }, latest);
}
