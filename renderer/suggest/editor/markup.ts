// Where the marks of a markdown text stand and what each means: the one reading that hiding, comparing and the toolbar
// share. Pure: a tree and a text in, pieces out, in the order of the text.
import type { CalloutKind } from '../../../content/core/guide/model.ts';
import { calloutIn, footnoteIn, type SyntaxNodeRef, type Tree } from './grammar.ts';

export type Emphasis = 'strong' | 'em' | 'code' | 'strike' | 'link' | 'image';

export type Piece =
  /** A sign that is not read: hidden while the caret is outside of what it belongs to (`scope`). */
  | {
      readonly kind: 'sign';
      readonly from: number;
      readonly to: number;
      readonly scope: readonly [number, number];
      readonly block: boolean;
    }
  /** What opens an item: a bullet, or its number; `indent` is how far the item's text stands from the start of its line. */
  | { readonly kind: 'item'; readonly from: number; readonly to: number; readonly label: string; readonly depth: number }
  /** An item with all that belongs to it. */
  | { readonly kind: 'inner'; readonly from: number; readonly to: number; readonly depth: number; readonly list: number }
  | { readonly kind: 'box'; readonly from: number; readonly to: number; readonly done: boolean }
  | { readonly kind: 'callout'; readonly from: number; readonly to: number; readonly callout: CalloutKind; readonly titled: boolean }
  | { readonly kind: 'footnote'; readonly from: number; readonly to: number; readonly label: string; readonly opens: boolean }
  | { readonly kind: 'style'; readonly from: number; readonly to: number; readonly style: Emphasis; readonly target: string }
  | { readonly kind: 'heading'; readonly from: number; readonly to: number; readonly level: number }
  | { readonly kind: 'quote'; readonly from: number; readonly to: number; readonly callout: CalloutKind | null }
  /** `bar`: at the ends of a table's row, or its row of dashes. */
  | { readonly kind: 'fence' | 'rule' | 'table' | 'bar'; readonly from: number; readonly to: number };

/** What the pieces are read from; a slice may ask for any part. */
export type Slice = (from: number, to: number) => string;

const styles: Readonly<Record<string, Emphasis>> = {
  StrongEmphasis: 'strong',
  Emphasis: 'em',
  InlineCode: 'code',
  Strikethrough: 'strike',
  Link: 'link',
  Image: 'image',
};

// Deeper than any list of ours; more white space than this is a code block.
const longestIndent = 80;

/** Pieces that touch `from`…`to`; those of one place stand outer before inner. */
export function piecesIn(tree: Tree, slice: Slice, from: number, to: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  tree.iterate({
    from,
    to,
    enter: (node) => {
      if (node.name === 'BulletList' || node.name === 'OrderedList') depth += 1;
      return read(node, slice, depth, pieces);
    },
    leave: (node) => {
      if (node.name === 'BulletList' || node.name === 'OrderedList') depth -= 1;
    },
  });
  return pieces;
}

/** False: what is inside is no markup. */
function read(node: SyntaxNodeRef, slice: Slice, depth: number, pieces: Piece[]): boolean {
  const { name, from, to } = node;
  const heading = /^(?:ATX|Setext)Heading([1-6])$/.exec(name);
  if (heading) pieces.push({ kind: 'heading', from, to, level: Math.max(2, Number(heading[1])) });
  else if (name === 'Blockquote') pieces.push({ kind: 'quote', from, to, callout: calloutOf(node, slice) });
  else if (name === 'ListItem') pieces.push({ kind: 'inner', from, to, depth, list: node.node.parent?.from ?? from });
  else if (name === 'HorizontalRule') pieces.push({ kind: 'rule', from, to });
  else if (name === 'FencedCode' || name === 'CodeBlock') pieces.push({ kind: 'fence', from, to });
  else if (name === 'Table') pieces.push({ kind: 'table', from, to });
  else if (name === 'TableDelimiter') bar(node, slice, pieces);
  else if (name === 'HeaderMark') sign(node, slice, pieces, true);
  else if (name === 'QuoteMark') sign(node, slice, pieces, true);
  else if (name === 'ListMark') {
    const text = slice(from, to);
    // The white space before it is drawn by the list's depth.
    const start = from - (/[ \t]*$/.exec(slice(Math.max(0, from - longestIndent), from))?.[0].length ?? 0);
    pieces.push({ kind: 'item', from: start, to: afterSpace(slice, to), label: /\d/.test(text) ? numberOf(node, slice) : '•', depth });
  } else if (name === 'TaskMarker') pieces.push({ kind: 'box', from, to: afterSpace(slice, to), done: slice(from, to) !== '[ ]' });
  else if (name === 'CalloutWord') {
    const end = afterSpace(slice, to);
    const kind = calloutIn(slice(from, to));
    const rest = slice(end, end + 1);
    if (kind && isInQuote(node)) pieces.push({ kind: 'callout', from, to: end, callout: kind, titled: rest !== '' && rest !== '\n' });
  } else if (name === 'Footnote') {
    const label = footnoteIn(slice(from, to));
    pieces.push({ kind: 'footnote', from, to, label, opens: isFirst(node) && slice(to, to + 1) === ':' });
  } else if (name === 'HardBreak') {
    if (slice(from, from + 1) === '\\') pieces.push({ kind: 'sign', from, to: from + 1, scope: [from, from + 1], block: false });
  } else if (name === 'Escape') pieces.push({ kind: 'sign', from, to: from + 1, scope: [from, to], block: false });
  else if (styles[name]) return inline(node, slice, styles[name], pieces);
  return !/^(?:FencedCode|CodeBlock)$/.test(name);
}

function bar({ node, from, to }: SyntaxNodeRef, slice: Slice, pieces: Piece[]): void {
  const row = node.parent;
  if (row?.name === 'Table') pieces.push({ kind: 'bar', from, to: slice(to, to + 1) === '\n' ? to + 1 : to });
  else if (from === row?.from) pieces.push({ kind: 'bar', from, to: afterSpace(slice, to) });
  else if (to === row?.to) pieces.push({ kind: 'bar', from: slice(from - 1, from) === ' ' ? from - 1 : from, to });
}

/** As it is read: the first number is the author's, the others count on. */
function numberOf({ node }: SyntaxNodeRef, slice: Slice): string {
  let before = 0;
  let first = node.parent ?? node;
  for (let other = first.prevSibling; other?.name === 'ListItem'; other = other.prevSibling) {
    before++;
    first = other;
  }
  return `${Number.parseInt(slice(first.from, first.from + longestNumber), 10) + before}.`;
}

// As in CommonMark.
const longestNumber = 9;

function inline({ node, from, to }: SyntaxNodeRef, slice: Slice, style: Emphasis, pieces: Piece[]): boolean {
  const address = node.getChild('URL');
  // `[words]` alone is words in brackets: links by reference are off in our guides.
  if ((style === 'link' || style === 'image') && !address) return true;
  pieces.push({ kind: 'style', from, to, style, target: address ? slice(address.from, address.to) : '' });
  const marks = ['EmphasisMark', 'CodeMark', 'StrikethroughMark', 'LinkMark'].flatMap((name) => node.getChildren(name));
  const [first, second] = marks;
  const scope: readonly [number, number] = [from, to];
  if (first) pieces.push({ kind: 'sign', from: first.from, to: first.to, scope, block: false });
  // From the bracket that ends a link's words to its end: address and title with it.
  if (second) pieces.push({ kind: 'sign', from: second.from, to: address ? to : second.to, scope, block: false });
  return true;
}

function sign({ from, to, node }: SyntaxNodeRef, slice: Slice, pieces: Piece[], block: boolean): void {
  const parent = node.parent ?? node;
  // `## Words ##`: the second sign with the space before it.
  const isLast = node.name === 'HeaderMark' && from > parent.from && parent.name.startsWith('ATX');
  const start = isLast ? from - (/\s*$/.exec(slice(parent.from, from))?.[0].length ?? 0) : from;
  pieces.push({ kind: 'sign', from: start, to: isLast ? to : afterSpace(slice, to), scope: [parent.from, parent.to], block });
}

const afterSpace = (slice: Slice, at: number): number => (/[ \t]/.test(slice(at, at + 1)) ? at + 1 : at);

function calloutOf({ node }: SyntaxNodeRef, slice: Slice): CalloutKind | null {
  const text = node.getChild('Paragraph');
  const word = text?.firstChild;
  return word?.name === 'CalloutWord' && word.from === text?.from ? calloutIn(slice(word.from, word.to)) : null;
}

const isFirst = ({ node }: SyntaxNodeRef): boolean => node.parent?.name === 'Paragraph' && node.from === node.parent.from;

const isInQuote = ({ node }: SyntaxNodeRef): boolean => {
  const text = node.parent;
  const quote = text?.parent;
  return isFirst({ node } as SyntaxNodeRef) && quote?.name === 'Blockquote' && quote.getChild('Paragraph')?.from === text?.from;
};
