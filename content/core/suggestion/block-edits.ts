// A guide as it is and as somebody would have it -> what changes, block by block, in reading order. For people and for
// grouping: what is merged is always the text itself.
import type { BlockId } from '../base/ids.ts';
import type { Block } from '../guide/model.ts';
import { parseGuide } from '../guide/parse.ts';
import { traceBlocks } from '../lineage/trace.ts';

export interface BlockEdit {
  readonly change: 'changed' | 'added' | 'removed' | 'moved' | 'split';
  /** Of the text as it is; null for what is added. Of `split`: the block it was part of. */
  readonly block: BlockId | null;
  /** The block it stands after in the text as it is, or would stand after; null: first. */
  readonly after: BlockId | null;
  /** Markdown, whole lines; empty for what is added or removed. */
  readonly old: string;
  readonly next: string;
}

export interface FieldEdit {
  readonly field: 'title' | 'summary';
  readonly old: string;
  readonly next: string;
}

export interface SourceEdits {
  readonly fields: readonly FieldEdit[];
  readonly blocks: readonly BlockEdit[];
}

/** @param ids of the blocks of `base`, in order. Both texts are whole files with their front matter. Never throws. */
export function editsBetween(base: string, source: string, ids: readonly BlockId[]): SourceEdits {
  const [before, after] = [parseGuide(base, ''), parseGuide(source, '')];
  const fields = (['title', 'summary'] as const).flatMap((field): FieldEdit[] =>
    before.meta[field] === after.meta[field] ? [] : [{ field, old: before.meta[field], next: after.meta[field] }],
  );
  const old = before.blocks.flatMap((block, at) => {
    const id = ids[at];
    return id === undefined ? [] : [{ ...block, id, digest: block.text }];
  });
  const next = after.blocks.map((block) => ({ ...block, digest: block.text }));
  const [oldLines, nextLines] = [linesOf(base), linesOf(source)];
  const byId = new Map(old.map((block, at) => [block.id, { block, at }]));
  const trace = traceBlocks(old, next);
  const gone = new Set(trace.gone);
  const edits: BlockEdit[] = [];
  const said = new Set<BlockId>();
  let last: BlockId | null = null;
  /** What was taken out between the last block that stayed and this one. */
  const sayGone = (upTo: number): void => {
    for (let at = 0; at < upTo; at++) {
      const block = old[at] as (typeof old)[number];
      if (!gone.has(block.id) || said.has(block.id)) continue;
      said.add(block.id);
      edits.push({ change: 'removed', block: block.id, after: old[at - 1]?.id ?? null, old: textOf(oldLines, block), next: '' });
    }
  };
  trace.blocks.forEach(({ change, from }, at) => {
    const here = next[at] as (typeof next)[number];
    const known = from === null ? undefined : byId.get(from);
    const written = textOf(nextLines, here);
    if (known && (change === 'same' || change === 'reworded')) sayGone(known.at);
    const was = known ? textOf(oldLines, known.block) : '';
    // Marks alone (bold, a link's target) change no word, but they are a change.
    if (change === 'new') edits.push({ change: 'added', block: null, after: last, old: '', next: written });
    else if (change === 'split') edits.push({ change: 'split', block: from, after: last, old: was, next: written });
    else if (change === 'moved') edits.push({ change: 'moved', block: from, after: last, old: was, next: written });
    else if (was !== written)
      edits.push({ change: 'changed', block: from, after: known ? (old[known.at - 1]?.id ?? null) : last, old: was, next: written });
    if (from !== null && change !== 'split') last = from;
  });
  sayGone(old.length);
  return { fields, blocks: edits };
}

const linesOf = (source: string): readonly string[] => source.replace(/\r\n?/g, '\n').split('\n');

const textOf = (lines: readonly string[], { lines: [from, to] }: Pick<Block, 'lines'>): string =>
  lines
    .slice(from - 1, to)
    .join('\n')
    .trimEnd();
