// Words one slip of the finger away: a letter too many, too few, another one, or two exchanged.
import type { PackIndex } from './pack-index.ts';

/** In shorter words one letter makes too much of a difference. */
export const shortestSlip = 4;

/** Whether `b` comes from `a` by exactly one slip. */
export function isOneSlip(a: string, b: string): boolean {
  const difference = b.length - a.length;
  if (a === b || difference > 1 || difference < -1) return false;
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  const tail = (fromA: number, fromB: number) => a.slice(fromA) === b.slice(fromB);
  if (difference === 1) return tail(at, at + 1);
  if (difference === -1) return tail(at + 1, at);
  return (
    tail(at + 1, at + 1) || (a.charCodeAt(at) === b.charCodeAt(at + 1) && a.charCodeAt(at + 1) === b.charCodeAt(at) && tail(at + 2, at + 2))
  );
}

/** Numbers of the words of the pack that are one slip from `word`. */
export function slipsOf(index: PackIndex, word: string): number[] {
  if (word.length < shortestSlip || /^\p{N}+$/u.test(word)) return [];
  const { words } = index.parts;
  const found = new Set<number>();
  const first = word.slice(0, 1);
  // A slip further on leaves the first letter alone.
  const [from, to] = index.prefixRange(first);
  for (let id = from; id < to; id += 1) {
    const candidate = words[id] as string;
    const difference = candidate.length - word.length;
    if (difference <= 1 && difference >= -1 && isOneSlip(word, candidate)) found.add(id);
  }
  // A slip in the first letter leaves the rest alone.
  const rest = word.slice(1);
  const swapped = word.charAt(1) + first + word.slice(2);
  const starts = index.firstLetters.flatMap((letter) => [letter + rest, letter + word]);
  for (const candidate of [rest, swapped, ...starts]) {
    const id = index.wordId(candidate);
    if (id >= 0 && candidate !== word) found.add(id);
  }
  return [...found];
}
