// Any folder of markdown as guides with made-up block ids, for measuring the search on texts that nobody here
// wrote. Reads leniently; every `.md` file becomes a guide.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BlockId, ChannelId, GuideId } from '../../content/core/base/ids.ts';
import { parseGuide } from '../../content/core/guide/parse.ts';
import { documentOf, type SearchDocument } from '../../content/core/search/document.ts';

export interface FolderGuide {
  readonly id: GuideId;
  readonly file: string;
  readonly title: string;
  readonly headings: readonly string[];
  /** Paragraphs and list items, in order. */
  readonly paragraphs: readonly string[];
  readonly document: SearchDocument;
}

const channel = 'folder' as ChannelId;

export function readFolder(folder: string): FolderGuide[] {
  return markdownFiles(folder).map((file, number) => {
    const relative = path.relative(folder, file).split(path.sep).join('/');
    const parsed = parseGuide(readFileSync(file, 'utf8'), relative, { mode: 'lenient' });
    const id = `g${number}` as GuideId;
    const { title, summary } = parsed.meta;
    const blockIds = parsed.blocks.map((_, index) => blockIdAt(index));
    return {
      id,
      file: relative,
      title,
      headings: parsed.outline.map((item) => item.text),
      paragraphs: parsed.blocks.filter((block) => block.kind === 'paragraph' || block.kind === 'list-item').map((block) => block.text),
      document: documentOf({ id, channel, title, summary }, parsed, blockIds),
    };
  });
}

const digits = 'abcdefghijklmnopqrstuvwxyz234567';

export function blockIdAt(index: number): BlockId {
  let text = '';
  for (let rest = index, place = 0; place < 7; place += 1, rest = Math.floor(rest / 32)) text = `${digits[rest % 32]}${text}`;
  return `b${text}` as BlockId;
}

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
      if (entry.isDirectory()) return markdownFiles(full);
      return entry.name.endsWith('.md') ? [full] : [];
    });
}
