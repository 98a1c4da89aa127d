// Cuts and replacements on a text, made in one go, with a map back to the lines of the source.

export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** @param edits in order and without overlap. @returns the text, and for each of its lines (from 1) the source's line. */
export function applyEdits(source: string, edits: readonly Edit[]): { readonly text: string; lineAt(line: number): number } {
  const parts: string[] = [];
  const lines: number[] = [1];
  let at = 0;
  let line = 1;
  const keep = (to: number) => {
    const part = source.slice(at, to);
    parts.push(part);
    for (let index = part.indexOf('\n'); index !== -1; index = part.indexOf('\n', index + 1)) lines.push(++line);
    at = to;
  };
  for (const edit of edits) {
    keep(edit.from);
    parts.push(edit.text);
    for (const character of edit.text) if (character === '\n') lines.push(line);
    for (let index = source.indexOf('\n', at); index !== -1 && index < edit.to; index = source.indexOf('\n', index + 1)) line++;
    at = edit.to;
  }
  keep(source.length);
  return { text: parts.join(''), lineAt: (wanted) => lines[Math.min(Math.max(1, wanted), lines.length) - 1] ?? 1 };
}
