// A guide's body as html. Every tag and attribute that can come out is spelled in this file and in
// render-inline.ts; what a source holds only ever fills text and escaped values. No style, no on*, and no id
// that could shadow a name of the document: block ids, `note-1` and `note-ref-1-1` are all there is.
import type { Token } from 'markdown-it';
import type { BlockId } from '../base/ids.ts';
import { isBlockId } from '../base/ids.ts';
import { analyse } from './blocks.ts';
import type { ParsedGuide, RenderPorts } from './model.ts';
import { escapeHtml, type InlineContext, renderInline } from './render-inline.ts';

/** Safe to insert as it is; whoever does should still pass it through a sanitiser. Never throws. */
export function renderGuide(guide: Pick<ParsedGuide, 'body'>, ports: RenderPorts): string {
  const { tokens, blocks, outline } = analyse(guide.body);
  const idAt = (block: number): BlockId | null => {
    const id = ports.blockIds[block];
    return id !== undefined && isBlockId(id) ? id : null;
  };
  const slugs = new Map(outline.map((item) => [item.slug, idAt(item.block)]));
  const own = new Set<string>(ports.blockIds);
  const inline: InlineContext = {
    ports,
    here: (target) => slugs.get(target) ?? (own.has(target) && isBlockId(target) ? target : null),
  };
  const out: string[] = [];
  /** What closes each open paragraph, item and quote, innermost last. */
  const closers: string[] = [];
  const open = (html: string, close: string) => {
    out.push(html);
    closers.push(close);
  };
  const mark = (token: Token) => {
    const id = typeof token.meta?.block === 'number' ? idAt(token.meta.block) : null;
    return id === null ? '' : ` id="${id}" data-block="${id}"`;
  };
  let item: Token | null = null;
  for (const token of tokens) {
    switch (token.type) {
      case 'heading_open': {
        const tag = `h${Number(token.meta?.level ?? 2)}`;
        open(`<${tag}${mark(token)} data-slug="${escapeHtml(String(token.meta?.slug ?? ''))}">`, `</${tag}>\n`);
        break;
      }
      case 'paragraph_open': {
        const kind = blocks[Number(token.meta?.block)]?.kind;
        if (kind === 'task') {
          const id = idAt(Number(token.meta?.block));
          const state = `${id === null ? ' disabled' : ` data-task="${id}"`}${item?.meta?.done ? ' checked' : ''}`;
          open(`<label class="task"><input type="checkbox"${state}> <span${mark(token)}>`, '</span></label>\n');
        } else if (kind === 'list-item' || kind === 'footnote') open(`<div class="item"${mark(token)}>`, '</div>\n');
        else if (kind === 'image') open(`<p class="picture"${mark(token)}>`, '</p>\n');
        else open(`<p${mark(token)}>`, '</p>\n');
        break;
      }
      case 'callout_title_open': {
        const kind = calloutOf(blocks[Number(token.meta?.block)]?.callout);
        open(`<p class="callout-label" data-callout-label="${kind}"${mark(token)}>`, '</p>\n');
        break;
      }
      case 'blockquote_open': {
        const kind = token.meta?.callout;
        if (kind === undefined) open('<blockquote>\n', '</blockquote>\n');
        else {
          const name = calloutOf(kind);
          open(`<aside class="callout callout-${name}" data-callout="${name}">\n`, '</aside>\n');
          if (!token.meta?.titled) out.push(`<p class="callout-label" data-callout-label="${name}"></p>\n`);
        }
        break;
      }
      case 'bullet_list_open':
        open('<ul>\n', '</ul>\n');
        break;
      case 'ordered_list_open':
        open(`<ol${startOf(token)}>\n`, '</ol>\n');
        break;
      case 'list_item_open':
        item = token;
        open(token.meta?.task ? '<li class="task-item">' : '<li>', '</li>\n');
        break;
      case 'fence':
      case 'code_block':
        out.push(`<pre class="code"${mark(token)} tabindex="0"><code>${escapeHtml(token.content)}</code></pre>\n`);
        break;
      case 'hr':
        out.push('<hr>\n');
        break;
      case 'table_open': {
        const label = String(token.meta?.label ?? '').slice(0, 200);
        const name = label === '' ? '' : ` aria-label="${escapeHtml(label)}"`;
        open(`<div class="table-scroll" role="region" tabindex="0"${name}${mark(token)}><table>\n`, '</table></div>\n');
        break;
      }
      case 'thead_open':
      case 'tbody_open':
      case 'tr_open':
        open(`<${token.tag}>`, `</${token.tag}>\n`);
        break;
      case 'th_open':
        open(`<th scope="col"${alignOf(token)}>`, '</th>');
        break;
      case 'td_open':
        open(`<td${alignOf(token)}>`, '</td>');
        break;
      case 'footnote_block_open':
        open('<section class="footnotes" role="doc-endnotes"><ol>\n', '</ol></section>\n');
        break;
      case 'footnote_open':
        open(`<li id="note-${Number(token.meta?.number)}" class="footnote">`, '</li>\n');
        break;
      case 'footnote_back':
        out.push(backLinks(Number(token.meta?.number), Number(token.meta?.count)));
        break;
      case 'inline':
        out.push(renderInline(token.children ?? [], inline));
        break;
      default:
        if (token.nesting === -1) out.push(closers.pop() ?? '');
    }
  }
  return out.join('');
}

const calloutOf = (kind: unknown) => escapeHtml(String(kind ?? 'note'));

/** Only a plain number: it is the author's text. */
function startOf(token: Token): string {
  const start = Number(token.attrGet('start') ?? 1);
  return Number.isSafeInteger(start) && start > 1 ? ` start="${start}"` : '';
}

function alignOf(token: Token): string {
  const align = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? ''));
  return align ? ` class="align-${align[1]}"` : '';
}

// A note that is referred to more often would be a wall of arrows.
const maxBackLinks = 20;

function backLinks(number: number, count: number): string {
  return Array.from(
    { length: Math.min(count, maxBackLinks) },
    (_, index) =>
      ` <a class="footnote-back" role="doc-backlink" data-not-text data-note="${number}" href="#note-ref-${number}-${index + 1}">↩</a>`,
  ).join('');
}
