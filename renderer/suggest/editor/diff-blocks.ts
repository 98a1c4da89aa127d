// A change block by block: the parts between two line ends, with what kind of block they stand in and what it was before.
import { editorText } from '../../text/suggest-editor.ts';
import { type DiffPart, diffParts } from './diff-parts.ts';

export interface DiffBlock {
  readonly key: string;
  /** For the style sheet. */
  readonly classes: string;
  readonly parts: readonly DiffPart[];
  /** What became of the block itself ("now a heading"); empty: nothing. */
  readonly said: string;
}

export function blocksOf(old: string, next: string): readonly DiffBlock[] {
  const rows: DiffPart[][] = [[]];
  for (const part of diffParts(old, next)) {
    part.text.split('\n').forEach((text, at) => {
      if (at > 0) rows.push([]);
      if (text !== '') rows.at(-1)?.push({ ...part, text, key: String(rows.at(-1)?.length ?? 0) });
    });
  }
  const [was, now] = [kindOf(old), kindOf(next)];
  const isOne = rows.filter((row) => row.length > 0).length === 1;
  const said = isOne && old !== '' && next !== '' && was !== now ? editorText.becomes(was, now) : '';
  return rows
    .filter((row) => row.length > 0)
    .map((parts, at) => ({ key: String(at), classes: `diff-block diff-is-${isOne ? now : 'text'}`, parts, said }));
}

export type BlockName = 'text' | 'heading' | 'item' | 'numbered' | 'task' | 'quote' | 'code';

/** Of the first line. */
export function kindOf(text: string): BlockName {
  const line = text.trimStart().split('\n', 1)[0] ?? '';
  if (/^#{1,6}\s/.test(line)) return 'heading';
  if (/^[-*+]\s+\[[ xX]\]\s/.test(line)) return 'task';
  if (/^[-*+]\s/.test(line)) return 'item';
  if (/^\d{1,9}[.)]\s/.test(line)) return 'numbered';
  if (line.startsWith('>')) return 'quote';
  return line.startsWith('```') ? 'code' : 'text';
}
