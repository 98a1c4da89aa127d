// Notes on a guide that is shown in the real window, made by the contract as the window makes them.
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright';
import type { HighlightName, NoteId } from '../../content/core/annotation/model.ts';
import type { BlockId, GuideId } from '../../content/core/base/ids.ts';
import type { Block } from '../../content/core/guide/model.ts';
import { parseGuide } from '../../content/core/guide/parse.ts';
import { clearNotes } from './note-screens.ts';
import { call, goHome, openByLink } from './screens.ts';

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

/** A guide in a window, and what its notes show there. */
export interface MarkedGuide {
  readonly shown: ShownBlocks;
  /** Opens the guide when its notes are kept, and waits until it shows them. */
  openWith(notes: readonly Wanted[]): Promise<{ readonly article: Locator; readonly ids: readonly NoteId[] }>;
  words(text: string, more?: Partial<Wanted>): Wanted;
  readonly marks: Locator;
  mark(name: string): Locator;
  readonly card: Locator;
  /** What is painted under a name, as words. */
  painted(name: string): Promise<string>;
  /** Back at Home with nothing open and no notes kept. */
  clear(): Promise<void>;
}

export async function markedGuide(page: Page, guide: string): Promise<MarkedGuide> {
  const shown = await blocksOf(page, guide);
  return {
    shown,
    async openWith(notes) {
      const ids = notes.length === 0 ? [] : await addNotes(page, shown, notes);
      const article = await openByLink(page, guide);
      if (ids.length > 0) await page.waitForFunction(() => document.querySelector('.note-mark') !== null);
      return { article, ids };
    },
    words: (text, more = {}) => ({ ...wordsIn(shown, text), ...more }),
    marks: page.locator('.note-mark'),
    mark: (name) => page.getByRole('button', { name, exact: true }),
    card: page.getByRole('dialog', { name: /^Note on/ }),
    painted: (name) => page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map((range) => String(range)).join('|'), name),
    async clear() {
      for (let layer = 0; layer < 3; layer += 1) await page.keyboard.press('Escape');
      await goHome(page);
      await clearNotes(page);
    },
  };
}
