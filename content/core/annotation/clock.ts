// Which of two versions of a record came later, by counting each writer's changes (version vectors, Parker and others,
// 1983). The PCs' own clocks are not asked: they are wrong too often.
import type { Clock } from './model.ts';

export type Order = 'equal' | 'before' | 'after' | 'apart';

/** `apart`: each has changes that the other has not seen. */
export function compareClocks(a: Clock, b: Clock): Order {
  let [less, more] = [false, false];
  for (const writer of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [left, right] = [countOf(a, writer), countOf(b, writer)];
    less ||= left < right;
    more ||= left > right;
  }
  if (less && more) return 'apart';
  return less ? 'before' : more ? 'after' : 'equal';
}

export const tick = (clock: Clock, writer: string): Clock => ({ ...clock, [writer]: countOf(clock, writer) + 1 });

/** Has seen what either has seen. */
export function joinClocks(a: Clock, b: Clock): Clock {
  const writers = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(writers.map((writer) => [writer, Math.max(countOf(a, writer), countOf(b, writer))]));
}

const countOf = (clock: Clock, writer: string): number => (Object.hasOwn(clock, writer) ? (clock[writer] ?? 0) : 0);
