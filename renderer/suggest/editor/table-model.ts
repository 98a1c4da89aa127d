// A pipe table as a grid of cells that know their places in the text, and the smallest changes that alter it: one cell is
// one change, so that nothing else of the table is touched.
import type { SyntaxNode, Tree } from './grammar.ts';

export interface Cell {
  /** Without the white space around its words. */
  readonly from: number;
  readonly to: number;
}

export interface Row {
  readonly from: number;
  readonly to: number;
  readonly cells: readonly Cell[];
}

export interface Grid {
  readonly from: number;
  readonly to: number;
  /** The first is the head. */
  readonly rows: readonly Row[];
  readonly columns: number;
  /** The row of dashes. */
  readonly dashes: { readonly from: number; readonly to: number };
}

export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

// More cells than this are a wall: the text is written as it is typed.
const mostCells = 600;

/** Every table of a tree that a grid can hold: those that stand by themselves, in no list and no quote. */
export function gridsIn(tree: Tree, text: (from: number, to: number) => string): readonly Grid[] {
  const grids: Grid[] = [];
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    const grid = node.name === 'Table' ? gridOf(node, text) : null;
    if (grid) grids.push(grid);
  }
  return grids;
}

/** Null where the grid could not give the text back as it is: rows of different lengths, rows without bars at both ends. */
function gridOf(table: SyntaxNode, text: (from: number, to: number) => string): Grid | null {
  const dashes = table.getChild('TableDelimiter');
  if (!dashes) return null;
  const rows: Row[] = [];
  for (let child = table.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'TableHeader' && child.name !== 'TableRow') continue;
    const row = rowOf(child, text);
    if (row) rows.push(row);
    else return null;
  }
  const columns = rows[0]?.cells.length ?? 0;
  const isEven = rows.every(({ cells }) => cells.length === columns) && alignments(text(dashes.from, dashes.to)).length === columns;
  if (columns === 0 || !isEven || rows.length * columns > mostCells) return null;
  return { from: table.from, to: table.to, rows, columns, dashes: { from: dashes.from, to: dashes.to } };
}

/** Between its bars; null where it does not begin and end with one. */
function rowOf(row: SyntaxNode, text: (from: number, to: number) => string): Row | null {
  const bars = row.getChildren('TableDelimiter');
  if (bars.length < 2 || bars[0]?.from !== row.from || bars.at(-1)?.to !== row.to) return null;
  const cells = bars.slice(1).map((bar, at): Cell => {
    const start = bars[at]?.to ?? 0;
    const words = text(start, bar.from);
    if (words.trim() === '') return { from: Math.min(start + 1, bar.from), to: Math.min(start + 1, bar.from) };
    return { from: start + words.length - words.trimStart().length, to: bar.from - (words.length - words.trimEnd().length) };
  });
  return { from: row.from, to: row.to, cells };
}

export const alignments = (dashes: string): readonly string[] =>
  dashes
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** A bar in a cell would end it, a line end would end the row. */
export const cellText = (typed: string): string => typed.replace(/\s*\n\s*/g, ' ').replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|');

export const emptyRow = (columns: number): string => `|${'  |'.repeat(columns)}`;

/** A row of empty cells below the row at `row`; below the head it stands under the dashes. */
export function rowBelow(grid: Grid, row: number): Edit {
  const at = row === 0 ? grid.dashes.to : (grid.rows[row]?.to ?? grid.to);
  return { from: at, to: at, insert: `\n${emptyRow(grid.columns)}` };
}

/** Null: the head stays. */
export function withoutRow(grid: Grid, row: number): Edit | null {
  const gone = row === 0 ? undefined : grid.rows[row];
  return gone ? { from: gone.from - 1, to: gone.to, insert: '' } : null;
}

export function columnAfter(grid: Grid, column: number, text: (from: number, to: number) => string): readonly Edit[] {
  return edges(grid, column, text).map(({ to }, at) => ({ from: to, to, insert: at === 1 ? '---|' : '  |' }));
}

/** Null: the last column stays. */
export function withoutColumn(grid: Grid, column: number, text: (from: number, to: number) => string): readonly Edit[] | null {
  return grid.columns < 2 ? null : edges(grid, column, text).map(({ from, to }) => ({ from, to, insert: '' }));
}

/** From behind the bar before a column to behind the bar after it: of the head, the dashes, and each row. */
function edges(grid: Grid, column: number, text: (from: number, to: number) => string): readonly { from: number; to: number }[] {
  const [head, ...rows] = grid.rows;
  return [head, grid.dashes, ...rows].flatMap((line) => {
    if (!line) return [];
    const found = bars(text(line.from, line.to)).map((at) => at + line.from);
    const [from, to] = [found[column], found[column + 1]];
    return from === undefined || to === undefined ? [] : [{ from: from + 1, to: to + 1 }];
  });
}

/** Places of the bars that part cells; those after a backslash are words. */
function bars(line: string): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '|') found.push(at);
  }
  return found;
}

/** Two columns, a head and a row, as a block of its own after the line that ends at `at`. */
export const newTable = (head: readonly [string, string]): string => `| ${head[0]} | ${head[1]} |\n|---|---|\n${emptyRow(2)}`;

/** The same table further on in the text. */
export function movedGrid(grid: Grid, by: number): Grid {
  const shift = <Place extends { readonly from: number; readonly to: number }>(place: Place): Place => ({
    ...place,
    from: place.from + by,
    to: place.to + by,
  });
  return { ...shift(grid), dashes: shift(grid.dashes), rows: grid.rows.map((row) => ({ ...shift(row), cells: row.cells.map(shift) })) };
}

/** The nearest place with words before or after a table; null: there is none. */
export function textBeside(doc: Lines, { from, to }: Pick<Grid, 'from' | 'to'>, by: -1 | 1): number | null {
  for (let at = doc.lineAt(by < 0 ? from : to).number + by; at > 0 && at <= doc.lines; at += by) {
    const line = doc.line(at);
    if (line.text.trim() !== '') return by < 0 ? line.to : line.from;
  }
  return null;
}

/** What is asked of a text by its lines. */
interface Lines {
  readonly lines: number;
  line(number: number): { readonly from: number; readonly to: number; readonly text: string };
  lineAt(place: number): { readonly number: number };
}
