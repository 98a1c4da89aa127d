// The part of two texts in which they differ, cut where paragraphs begin: a row shows one change, and taking whole guides
// apart for each of hundreds would take minutes. What is cut off is the same in both.

interface Text {
  /** Front matter with both its lines; empty for none. */
  readonly front: string;
  readonly lines: readonly string[];
}

/** Both empty where nothing differs. */
export function differingPart(before: string, after: string): { readonly old: string; readonly next: string } {
  const [a, b] = [textOf(before), textOf(after)];
  const isSameFront = a.front === b.front;
  const shorter = Math.min(a.lines.length, b.lines.length);
  let from = 0;
  while (from < shorter && a.lines[from] === b.lines[from]) from++;
  if (from === a.lines.length && from === b.lines.length) return isSameFront ? { old: '', next: '' } : { old: a.front, next: b.front };
  let rest = 0;
  while (rest < shorter - from && a.lines[a.lines.length - 1 - rest] === b.lines[b.lines.length - 1 - rest]) rest++;
  const [inA, inB] = [borders(a.lines), borders(b.lines)];
  while (from > 0 && !(inA(from) && inB(from))) from--;
  while (rest > 0 && !(inA(a.lines.length - rest) && inB(b.lines.length - rest))) rest--;
  const part = ({ front, lines }: Text): string => (isSameFront ? '' : front) + lines.slice(from, lines.length - rest).join('\n');
  return { old: part(a), next: part(b) };
}

/** Front matter alone: what a title is read from. */
export const frontOf = (source: string): string => /^---\n[\s\S]*?\n---(?:\n|$)/.exec(source)?.[0] ?? '';

function textOf(source: string): Text {
  const text = source.replace(/\r\n?/g, '\n');
  const front = frontOf(text);
  return { front, lines: text.slice(front.length).split('\n') };
}

/** Whether a paragraph or heading begins at that line: after an empty one, not in a list, a quote, a table or code. */
function borders(lines: readonly string[]): (at: number) => boolean {
  const isOpen: boolean[] = [];
  let open = false;
  for (const line of lines) {
    isOpen.push(open);
    if (/^\s*(?:`{3}|~{3}|:{3})/.test(line)) open = !open;
  }
  return (at) => lines[at - 1]?.trim() === '' && /^[\p{L}#]/u.test(lines[at] ?? '') && isOpen[at] === false;
}
