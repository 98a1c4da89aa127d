// Text inside a block as html: emphasis, code, links, images, footnote marks. Anything else is text.
import type { Token } from 'markdown-it';
import { assertNever } from '../base/assert-never.ts';
import type { BlockId } from '../base/ids.ts';
import { classifyLink, imageName, type LinkTarget } from './links.ts';
import type { RenderPorts } from './model.ts';

export interface InlineContext {
  readonly ports: RenderPorts;
  /** Block of this guide that a slug or a block id names. */
  here(target: string): BlockId | null;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For text and for values in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

const plainTags: Readonly<Record<string, string>> = { strong: 'strong', em: 'em', s: 's' };

export function renderInline(tokens: readonly Token[], context: InlineContext): string {
  const closers: string[] = [];
  let html = '';
  for (const token of tokens) {
    switch (token.type) {
      case 'text':
        html += escapeHtml(token.content);
        break;
      case 'softbreak':
        html += '\n';
        break;
      case 'hardbreak':
        html += '<br>\n';
        break;
      case 'code_inline':
        html += `<code>${escapeHtml(token.content)}</code>`;
        break;
      case 'link_open': {
        const [open, close] = linkTags(classifyLink(String(token.attrGet('href') ?? '')), context);
        html += open;
        closers.push(close);
        break;
      }
      case 'link_close':
        html += closers.pop() ?? '';
        break;
      case 'image':
        html += renderImage(token, context);
        break;
      case 'footnote_ref':
        html += renderReference(token);
        break;
      default: {
        const tag = plainTags[token.tag];
        if (tag !== undefined && token.nesting !== 0) html += token.nesting === 1 ? `<${tag}>` : `</${tag}>`;
        else if (token.nesting === 0) html += escapeHtml(token.content);
      }
    }
  }
  return html;
}

function linkTags(target: LinkTarget, { ports, here }: InlineContext): readonly [open: string, close: string] {
  switch (target.kind) {
    case 'guide': {
      if (!ports.hasGuide(target.guide)) return [`<span class="missing-guide" data-missing="${target.guide}">`, '</span>'];
      const place = target.target === null ? '' : escapeHtml(target.target);
      const href = `guide:${target.guide}${place === '' ? '' : `#${place}`}`;
      return [`<a href="${href}" data-guide="${target.guide}"${place === '' ? '' : ` data-target="${place}"`}>`, '</a>'];
    }
    case 'here': {
      const block = here(target.target);
      return block === null ? ['<span class="missing-place">', '</span>'] : [`<a href="#${block}" data-target="${block}">`, '</a>'];
    }
    case 'web':
    case 'mail': {
      const url = escapeHtml(target.url);
      return [`<a data-external="${url}" href="${url}" rel="noopener noreferrer">`, '</a>'];
    }
    case 'refused':
      return ['<span class="refused-link">', '</span>'];
    default:
      return assertNever(target);
  }
}

function renderImage(token: Token, { ports }: InlineContext): string {
  const alt = escapeHtml(altText(token));
  const name = imageName(String(token.attrGet('src') ?? ''));
  const image = name === null ? null : ports.image(name);
  if (image === null) return `<span class="missing-image">${alt}</span>`;
  return `<img src="${escapeHtml(image.url)}" alt="${alt}" width="${size(image.width)}" height="${size(image.height)}" loading="lazy">`;
}

const size = (pixels: number) => Math.max(1, Math.trunc(Number(pixels) || 1));

function altText(token: Token): string {
  return (token.children ?? [])
    .map((child) => (child.type === 'image' ? altText(child) : child.type === 'softbreak' ? ' ' : child.content))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function renderReference(token: Token): string {
  const number = Number(token.meta?.id) + 1;
  const use = Number(token.meta?.subId) + 1;
  return `<sup class="footnote-ref" data-not-text><a id="note-ref-${number}-${use}" href="#note-${number}" role="doc-noteref">${number}</a></sup>`;
}
