// The first and the last block of a region as names for the style sheet: the space around a region is theirs.
export type Edge = 'text' | 'h2' | 'h3' | 'h4' | 'callout' | 'table';

export interface Edges {
  readonly first: Edge;
  readonly last: Edge;
}

export function edgesOf(text: string): Edges {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return { first: edgeOf(lines[0] ?? ''), last: edgeOf(lines.at(-1) ?? '') };
}

function edgeOf(line: string): Edge {
  const signs = /^\s{0,3}(#{1,6})\s/.exec(line)?.[1]?.length;
  if (signs !== undefined) return signs <= 2 ? 'h2' : signs === 3 ? 'h3' : 'h4';
  return /^\s{0,3}>/.test(line) ? 'callout' : /^\s{0,3}\|/.test(line) ? 'table' : 'text';
}
