// The outline of the guide on screen, and which of its headings the reader is in.
import { createStore } from '../state/store.ts';

export interface Heading {
  readonly id: string;
  readonly level: number;
  readonly text: string;
}

export const headings = createStore<readonly Heading[]>([]);

/** @param tops distance of each heading from the top of the view, in reading order. Null above the first. */
export function activeHeading(tops: readonly number[], line: number, atEnd: boolean): number | null {
  if (tops.length === 0) return null;
  // The last section may be too short ever to reach the line.
  if (atEnd && (tops.at(-1) ?? 0) >= 0) return tops.length - 1;
  let active: number | null = null;
  tops.forEach((top, index) => {
    if (top <= line) active = index;
  });
  return active;
}
