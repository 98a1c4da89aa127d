// The words of a note as html: paragraphs, lines, bold, italic, code, lists, quotes and links, and nothing else. What
// looks like a heading, a table, an image or html stays as it was typed. Links pass the guides' own allow-list.
import MarkdownIt, { type Token } from 'markdown-it';
import { keepTooDeep, type MarkdownParser } from './markdown.ts';
import type { RenderPorts } from './model.ts';
import { escapeHtml, type InlineContext, renderInline } from './render-inline.ts';

/** Safe to insert as it is; whoever does should still pass it through a sanitiser. Never throws. */
export function renderLight(markdown: string, { hasGuide }: Pick<RenderPorts, 'hasGuide'>): string {
  shared ??= createParser();
  const inline: InlineContext = { ports: { blockIds: [], image: () => null, hasGuide }, here: () => null };
  return shared
    .parse(markdown, {})
    .map((token) => html(token, inline))
    .join('');
}

let shared: MarkdownParser | null = null;

// By name, so that what a later version of the parser learns stays off.
const blocks = ['paragraph', 'list', 'blockquote'];
const inlines = ['newline', 'escape', 'backticks', 'emphasis', 'link', 'autolink'];

function createParser(): MarkdownParser {
  const md = new MarkdownIt('zero', { html: false, maxNesting: 100 }).enable([...blocks, ...inlines]);
  // Refused links stay as words: links.ts decides when html is made.
  md.validateLink = () => true;
  keepTooDeep(md);
  return md;
}

function html(token: Token, inline: InlineContext): string {
  switch (token.type) {
    case 'inline':
      return renderInline(lightTokens(token.children ?? []), inline);
    case 'paragraph_open':
      // Hidden in a list without empty lines, where the item is the paragraph.
      return token.hidden ? '' : '<p>';
    case 'paragraph_close':
      return token.hidden ? '' : '</p>';
    case 'blockquote_open':
    case 'bullet_list_open':
    case 'list_item_open':
    case 'blockquote_close':
    case 'bullet_list_close':
    case 'list_item_close':
    case 'ordered_list_close':
      return `<${token.nesting === -1 ? '/' : ''}${tags[token.type.replace(/_(?:open|close)$/, '')]}>`;
    case 'ordered_list_open':
      return `<ol${startOf(token)}>`;
    default:
      return escapeHtml(token.content);
  }
}

const tags: Readonly<Record<string, string>> = { blockquote: 'blockquote', bullet_list: 'ul', ordered_list: 'ol', list_item: 'li' };

function startOf(token: Token): string {
  const start = Number(token.attrGet('start') ?? 1);
  return Number.isSafeInteger(start) && start >= 0 && start !== 1 ? ` start="${start}"` : '';
}

/** A line break is one; links to our places in the form that people paste; addresses in the text become links. */
function lightTokens(tokens: readonly Token[]): readonly Token[] {
  let inLink = 0;
  return tokens.flatMap((token): readonly Token[] => {
    switch (token.type) {
      case 'softbreak':
        return [typed(token, 'hardbreak')];
      case 'link_open':
        inLink += 1;
        return [linkTo(token, String(token.attrGet('href') ?? ''))];
      case 'link_close':
        inLink -= 1;
        return [token];
      case 'text':
        return inLink > 0 ? [token] : linked(token);
      default:
        return [token];
    }
  });
}

// What ends a sentence or closes a bracket around it is not part of an address.
const addresses = /(?:https?:\/\/|guides:\/\/guide\/)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]}'’*_]/gi;

function linked(token: Token): readonly Token[] {
  const out: Token[] = [];
  let at = 0;
  for (const { 0: address, index } of token.content.matchAll(addresses)) {
    if (index > at) out.push(typed(token, 'text', token.content.slice(at, index)));
    out.push(linkTo(typed(token, 'link_open'), address), typed(token, 'text', address), typed(token, 'link_close'));
    at = index + address.length;
  }
  if (at === 0) return [token];
  if (at < token.content.length) out.push(typed(token, 'text', token.content.slice(at)));
  return out;
}

/** A token of another type: made from one at hand, so that nothing here has to know the parser's class. */
function typed(like: Token, type: string, content = ''): Token {
  const token = Object.assign(Object.create(Object.getPrototypeOf(like)), like) as Token;
  return Object.assign(token, { type, content, tag: '', attrs: null });
}

const place = /^guides:\/\/guide\/([a-z0-9-]+)(?:#([a-z0-9-]+))?\/?$/i;

function linkTo(token: Token, href: string): Token {
  const [, guide, target] = place.exec(href) ?? [];
  token.attrs = [['href', guide === undefined ? href : `guide:${guide.toLowerCase()}${target === undefined ? '' : `#${target}`}`]];
  return token;
}
