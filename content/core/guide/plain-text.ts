// A guide as sections of text, for the search and for quotations. A section is a heading and what follows it up
// to the next heading; what stands before the first heading and the footnotes are sections of their own.
import type { ParsedGuide } from './model.ts';

export interface Section {
  /** Position of the block to land on; null = top of the guide. */
  readonly headingBlock: number | null;
  /** Empty at the top of the guide and for the footnotes. */
  readonly heading: string;
  /** 2-6; 0 where there is no heading. */
  readonly level: number;
  /** Headings above this one, outermost first. */
  readonly path: readonly string[];
  /** Positions of its blocks, the heading first; the end is exclusive. */
  readonly blocks: readonly [start: number, end: number];
}

/** Sections in reading order; together they hold every block exactly once. */
export function sectionsOf(parsed: Pick<ParsedGuide, 'blocks' | 'outline'>): readonly Section[] {
  const { blocks, outline } = parsed;
  const notes = blocks.findIndex((block) => block.kind === 'footnote');
  const end = notes === -1 ? blocks.length : notes;
  // A heading inside a footnote is text of that note.
  const headings = outline.filter((item) => item.block < end);
  const sections: Section[] = [];
  const first = headings[0]?.block ?? end;
  if (first > 0) sections.push({ headingBlock: null, heading: '', level: 0, path: [], blocks: [0, first] });
  const above: { level: number; text: string }[] = [];
  headings.forEach((item, index) => {
    while ((above.at(-1)?.level ?? 0) >= item.level) above.pop();
    sections.push({
      headingBlock: item.block,
      heading: item.text,
      level: item.level,
      path: above.map((parent) => parent.text),
      blocks: [item.block, headings[index + 1]?.block ?? end],
    });
    above.push({ level: item.level, text: item.text });
  });
  if (end < blocks.length) sections.push({ headingBlock: end, heading: '', level: 0, path: [], blocks: [end, blocks.length] });
  return sections;
}

/** The whole text, one block a paragraph, without footnotes. */
export function plainText(parsed: Pick<ParsedGuide, 'blocks'>): string {
  return parsed.blocks
    .filter((block) => block.kind !== 'footnote' && block.text !== '')
    .map((block) => block.text)
    .join('\n\n');
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0;
}

// Careful reading of guidance on a screen; adults read easy prose at about 240 words a minute.
const wordsPerMinute = 200;

/** Whole minutes, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute));
}
