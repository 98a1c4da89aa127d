// A guide's body -> its blocks, with the tokens they come from. Reading and rendering both start here, so that
// the n-th block of one is the n-th of the other: ids are handed out by position.
import type { Token } from 'markdown-it';
import { classifyLink, imageName } from './links.ts';
import { type ParseEnv, tokenize } from './markdown.ts';
import type { Block, BlockKind, CalloutKind, OutlineItem } from './model.ts';
import { createSlugger } from './slug.ts';

/** Something to tell the author; lines count from 1 within the body. */
export interface Finding {
  readonly rule: string;
  readonly line: number;
  readonly detail: string;
}

export interface Analysis {
  /** `meta.block` of a token is the position of the block that it opens; links carry `meta.target`. */
  readonly tokens: readonly Token[];
  readonly blocks: readonly Block[];
  readonly outline: readonly OutlineItem[];
  readonly links: readonly { readonly href: string; readonly line: number }[];
  readonly images: readonly { readonly src: string; readonly alt: string; readonly line: number }[];
  readonly findings: readonly Finding[];
}

/** Lines of the blocks count from 1 within the body. Never throws. */
export function analyse(body: string): Analysis {
  const { tokens, env } = tokenize(body);
  const blocks: Block[] = [];
  const outline: OutlineItem[] = [];
  const links: { href: string; line: number }[] = [];
  const images: { src: string; alt: string; line: number }[] = [];
  const findings: Finding[] = [...findingsOf(env)];
  const slugger = createSlugger();
  const callouts: (CalloutKind | null)[] = [];
  let first: BlockKind | null = null;
  let table: { token: Token; rows: string[][]; line: number } | null = null;
  let line = 1;

  const add = (token: Token, kind: BlockKind, text: string, level = 0) => {
    token.meta = { ...token.meta, block: blocks.length };
    const from = token.map ? token.map[0] + 1 : line;
    const lines = [from, Math.max(from, token.map?.[1] ?? from)] as const;
    blocks.push({ kind, level, text, callout: callouts.at(-1) ?? null, lines });
  };

  tokens.forEach((token, index) => {
    if (token.map) line = token.map[0] + 1;
    switch (token.type) {
      case 'blockquote_open':
        callouts.push((token.meta?.callout as CalloutKind | undefined) ?? callouts.at(-1) ?? null);
        break;
      case 'blockquote_close':
        callouts.pop();
        break;
      case 'list_item_open':
        first = token.meta?.task ? 'task' : 'list-item';
        return;
      case 'footnote_open':
        first = 'footnote';
        return;
      case 'heading_open': {
        const written = Number(token.tag.slice(1));
        const level = Math.min(6, Math.max(2, written));
        const text = inlineText(tokens[index + 1]);
        if (written === 1) findings.push({ rule: 'heading-1', line, detail: text });
        const slug = slugger(text);
        outline.push({ level, text, slug, block: blocks.length });
        add(token, 'heading', text, level);
        token.meta = { ...token.meta, slug, level };
        break;
      }
      case 'paragraph_open': {
        const inline = tokens[index + 1];
        const alone = first === null && isSingleImage(inline);
        add(token, first ?? (alone ? 'image' : 'paragraph'), inlineText(inline));
        break;
      }
      case 'callout_title_open':
        add(token, 'paragraph', inlineText(tokens[index + 1]));
        break;
      case 'fence':
      case 'code_block':
        add(token, 'code', squeeze(token.content));
        break;
      case 'table_open':
        table = { token, rows: [], line };
        break;
      case 'tr_open':
        table?.rows.push([]);
        break;
      case 'table_close':
        if (table) {
          line = table.line;
          add(table.token, 'table', table.rows.map((row) => row.join('\t')).join('\n'));
          table.token.meta = { ...table.token.meta, label: (table.rows[0] ?? []).filter((cell) => cell !== '').join(', ') };
        }
        table = null;
        break;
      case 'inline':
        if (table) table.rows.at(-1)?.push(inlineText(token));
        inspect(token, line, { links, images, findings });
        break;
    }
    if (token.type !== 'inline') first = null;
  });
  return { tokens, blocks, outline, links, images, findings };
}

function findingsOf(env: ParseEnv): Finding[] {
  return [
    ...(env.tooDeep ?? []).slice(0, 1).map((line) => ({ rule: 'too-deep', line, detail: '' })),
    ...(env.unknownCallouts ?? []).map(({ kind, line }) => ({ rule: 'callout-unknown', line, detail: kind })),
    ...(env.unusedFootnotes ?? []).map(({ label, line }) => ({ rule: 'footnote-unused', line, detail: label })),
  ];
}

interface Seen {
  readonly links: { href: string; line: number }[];
  readonly images: { src: string; alt: string; line: number }[];
  readonly findings: Finding[];
}

/** Judges every link and image of one stretch of text. */
function inspect(inline: Token, start: number, seen: Seen): void {
  let line = start;
  let prose: string | null = null;
  for (const token of inline.children ?? []) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') line++;
    else if (token.type === 'link_open') {
      const href = String(token.attrGet('href') ?? '');
      const target = classifyLink(href);
      token.meta = { target };
      seen.links.push({ href, line });
      if (target.kind === 'refused') seen.findings.push({ rule: 'link-refused', line, detail: href });
    } else if (token.type === 'image') {
      const src = String(token.attrGet('src') ?? '');
      const alt = squeeze(childText(token));
      seen.images.push({ src, alt, line });
      if (imageName(src) === null) seen.findings.push({ rule: 'image-refused', line, detail: src });
      else if (alt === '') seen.findings.push({ rule: 'image-no-alt', line, detail: src });
    } else if (token.type === 'text') {
      const tag = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|<!--/i.exec(token.content);
      // Written as entities it is meant to be read: only the tag itself is a mistake.
      if (tag) prose ??= withoutCode(inline.content);
      if (tag && prose?.includes(tag[0])) seen.findings.push({ rule: 'raw-html', line, detail: tag[0] });
      if (hidden.test(token.content)) seen.findings.push({ rule: 'hidden-characters', line, detail: '' });
      const note = /\[\^([^\]\s]{1,60})\]/.exec(token.content);
      if (note) seen.findings.push({ rule: 'footnote-missing', line, detail: note[1] ?? '' });
    }
  }
}

// Characters without a shape, and those that turn the direction of text: words can say one thing and show another.
const hidden = /[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/;

function withoutCode(source: string): string {
  return source.replace(/(?<!`)(`+)(?!`)[^`]*\1(?!`)/g, ' ');
}

function isSingleImage(inline: Token | undefined): boolean {
  const children = inline?.children?.filter((token) => token.type !== 'text' || token.content.trim() !== '') ?? [];
  return children.length === 1 && children[0]?.type === 'image';
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

function inlineText(token: Token | undefined): string {
  return token ? squeeze(childText(token)) : '';
}

function childText(token: Token): string {
  let text = '';
  for (const child of token.children ?? []) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') text += ' ';
    else if (child.type === 'image') text += childText(child);
    else if (child.type === 'text' || child.type === 'code_inline') text += child.content;
  }
  return text;
}
