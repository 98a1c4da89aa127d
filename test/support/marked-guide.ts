// Notes on a guide that is shown in the real window, made by the contract as the window makes them.
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import type { HighlightName, NoteId } from '../../content/core/annotation/model.ts';
import type { BlockId, GuideId } from '../../content/core/base/ids.ts';
import type { Block } from '../../content/core/guide/model.ts';
import { parseGuide } from '../../content/core/guide/parse.ts';
import { call } from './screens.ts';

export interface ShownBlocks {
  readonly guide: GuideId;
  readonly edition: number;
  readonly blocks: readonly (Block & { readonly id: BlockId })[];
}

export async function blocksOf(page: Page, guide: string): Promise<ShownBlocks> {
  const { source, blockIds, seal } = await call(page, 'library.guide', { id: guide as GuideId });
  const blocks = parseGuide(source, guide).blocks.map((block, at) => ({ ...block, id: blockIds[at] as BlockId }));
  return { guide: guide as GuideId, edition: seal.version, blocks };
}

export interface Wanted {
  readonly block: BlockId;
  readonly from: number;
  readonly to: number;
  /** Where it ends, if that is another block. */
  readonly end?: BlockId;
  readonly highlight?: HighlightName;
  readonly text?: string;
  readonly tags?: readonly string[];
}

/** Adds them in one step, and gives their ids in the same order. */
export async function addNotes(page: Page, { guide, edition }: ShownBlocks, wanted: readonly Wanted[]): Promise<readonly NoteId[]> {
  const edits = wanted.map(({ block, from, to, end = block, highlight = 'important', text = '', tags = [] }) => ({
    kind: 'add' as const,
    id: `urn:uuid:${randomUUID()}`,
    passage: { start: { block, offset: from }, end: { block: end, offset: to } },
    highlight,
    text,
    tags: [...tags],
  }));
  await call(page, 'notes.edit', { guide, edition, edits });
  return edits.map(({ id }) => id as NoteId);
}

/** The first words of a block with that text, as a passage. */
export function wordsIn(shown: ShownBlocks, words: string): { readonly block: BlockId; readonly from: number; readonly to: number } {
  const found = shown.blocks.find(({ text }) => text.includes(words));
  if (!found) throw new Error(`no block says "${words}"`);
  const from = found.text.indexOf(words);
  return { block: found.id, from, to: from + words.length };
}
