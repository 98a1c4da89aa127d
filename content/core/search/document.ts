// What the index is made from: a guide as sections of plain text, each block with its id and place.
import type { BlockId, ChannelId, GuideId } from '../base/ids.ts';
import type { ParsedGuide } from '../guide/model.ts';
import { sectionsOf } from '../guide/plain-text.ts';

export interface SearchSection {
  /** Where its heading is; null = top of the guide. */
  readonly block: BlockId | null;
  /** Empty where text stands without a heading. */
  readonly heading: string;
  /** 2-6; 0 without a heading. */
  readonly level: number;
  /** The text of its blocks, without the heading. */
  readonly text: string;
  /** In order; each runs from `start` (UTF-16 units of `text`) to the next. */
  readonly blocks: readonly { readonly id: BlockId | null; readonly start: number }[];
}

export interface SearchDocument {
  readonly guide: GuideId;
  readonly channel: ChannelId;
  readonly title: string;
  readonly summary: string;
  readonly sections: readonly SearchSection[];
}

/** Between the cells of a table. */
const cellBreak = ' · ';

/** @param blockIds one for each of the guide's blocks, in order, as the edition's index names them */
export function documentOf(
  guide: { readonly id: GuideId; readonly channel: ChannelId; readonly title: string; readonly summary: string },
  parsed: Pick<ParsedGuide, 'blocks' | 'outline'>,
  blockIds: readonly BlockId[],
): SearchDocument {
  const sections = sectionsOf(parsed).map((section): SearchSection => {
    const [from, to] = section.blocks;
    const headed = section.heading !== '' && section.headingBlock === from;
    const blocks: { id: BlockId | null; start: number }[] = [];
    let text = '';
    for (let at = headed ? from + 1 : from; at < to; at += 1) {
      // A snippet of a table must not read as one sentence.
      const words = (parsed.blocks[at]?.text ?? '').replace(/[\t\n]+/g, cellBreak);
      if (words === '') continue;
      blocks.push({ id: blockIds[at] ?? null, start: text.length });
      text += `${words}\n`;
    }
    return { block: headed ? (blockIds[from] ?? null) : null, heading: section.heading, level: section.level, text, blocks };
  });
  return { guide: guide.id, channel: guide.channel, title: guide.title, summary: guide.summary, sections };
}
