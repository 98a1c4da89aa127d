// A text with marked stretches, as a row of parts. Stretches that overlap, run backwards or leave the text are
// cut to what makes sense: they come from another process.

export interface Part {
  readonly text: string;
  readonly marked: boolean;
  /** Position in the text, unique among the parts. */
  readonly at: number;
}

export function markedParts(text: string, marks: readonly (readonly [start: number, end: number])[]): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  const add = (end: number, marked: boolean): void => {
    if (end > at) parts.push({ text: text.slice(at, end), marked, at });
    at = Math.max(at, end);
  };
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    add(Math.min(start, text.length), false);
    add(Math.min(end, text.length), true);
  }
  add(text.length, false);
  return parts;
}
