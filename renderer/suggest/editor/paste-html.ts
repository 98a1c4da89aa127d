// What Word, mail programs and browsers put on the clipboard -> plain clean markdown. The html is read as text, tag by
// tag, and never becomes a page: nothing in it can run or be fetched. Bold, italic, links, lists, headings and the rows of
// tables stay; everything else is its words. Bounded before it is looked at.
import { classifyLink } from '../../../content/core/guide/links.ts';
import { cleanText } from './clean-text.ts';
import { decodeEntities } from './entities.ts';

// Word writes about 20 signs of html for one of text: this is a long document.
const mostHtml = 2_000_000;
// As much text as a guide may have, and more than anybody pastes.
const mostText = 200_000;

const tag = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|<(\/?)([a-z][a-z0-9:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
// Their content is no text of the document.
const skipped = new Set([
  'style',
  'script',
  'head',
  'title',
  'xml',
  'svg',
  'math',
  'template',
  'noscript',
  'iframe',
  'object',
  'select',
  'textarea',
]);
const blocks = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'li',
  'table',
  'tr',
  'blockquote',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'pre',
  'hr',
  'dl',
  'dt',
  'dd',
  'figure',
  'figcaption',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

interface Writer {
  /** Finished blocks. */
  readonly out: { readonly text: string; readonly item: boolean }[];
  words: string;
  /** How many signs at the end of `words` were opened with nothing behind them yet. */
  fresh: number;
  readonly lists: { readonly isNumbered: boolean; count: number }[];
  prefix: string;
  /** Signs that are open, innermost last: what closes them, and the tag that does. */
  readonly open: { readonly name: string; readonly sign: string; readonly link: string }[];
}

/** Null: it is too much to be looked at. */
export function markdownOf(html: string): string | null {
  if (html.length > mostHtml) return null;
  const body = /<!--StartFragment-->([\s\S]*?)(?:<!--EndFragment-->|$)/.exec(html)?.[1] ?? html;
  const writer: Writer = { out: [], words: '', fresh: 0, lists: [], prefix: '', open: [] };
  let at = 0;
  let skip: string | null = null;
  tag.lastIndex = 0;
  for (let found = tag.exec(body); found; found = tag.exec(body)) {
    if (skip === null) say(writer, body.slice(at, found.index));
    at = found.index + found[0].length;
    const name = (found[2] ?? '').toLowerCase();
    const isEnd = found[1] === '/';
    if (skip !== null) {
      if (isEnd && name === skip) skip = null;
    } else if (skipped.has(name)) {
      if (!isEnd && !(found[3] ?? '').trimEnd().endsWith('/')) skip = name;
    } else if (name !== '') act(writer, name, isEnd, found[3] ?? '');
    if (writer.words.length > mostText) break;
  }
  if (skip === null) say(writer, body.slice(at));
  end(writer);
  return joined(writer.out).slice(0, mostText);
}

function say(writer: Writer, raw: string): void {
  const text = cleanText(decodeEntities(raw)).replace(/[\s\u00a0]+/g, ' ');
  if (text === '') return;
  // White space stands before signs that were just opened, not behind them.
  const before = writer.words.slice(0, writer.words.length - writer.fresh);
  const isAfterSpace = before === '' || /\s$/.test(before);
  writer.words = `${before}${!isAfterSpace && text.startsWith(' ') ? ' ' : ''}${writer.words.slice(before.length)}`;
  writer.words += escaped(text.trimStart());
  if (text.trim() !== '') writer.fresh = 0;
}

/** Signs of markdown in somebody's words are words. */
const escaped = (text: string): string => text.replace(/[\\`*[\]|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)/gu, (sign) => `\\${sign}`);

function act(writer: Writer, name: string, isEnd: boolean, attributes: string): void {
  if (name === 'br') {
    end(writer);
  } else if (name === 'ul' || name === 'ol') {
    end(writer);
    if (isEnd) writer.lists.pop();
    else writer.lists.push({ isNumbered: name === 'ol', count: 0 });
  } else if (name === 'td' || name === 'th') {
    if (isEnd) writer.words = `${writer.words.trimEnd()} | `;
  } else if (blocks.has(name)) {
    end(writer);
    if (!isEnd) begin(writer, name, attributes);
  } else inline(writer, name, isEnd, attributes);
}

function begin(writer: Writer, name: string, attributes: string): void {
  const list = writer.lists.at(-1);
  const heading = /^h([1-6])$/.exec(name);
  // Word's own lists are paragraphs with a style; the sign of the item stands in their text.
  const isWordList = /mso-list:\s*l\d/i.test(attributes);
  if (heading) writer.prefix = `${'#'.repeat(Math.min(4, Math.max(2, Number(heading[1]))))} `;
  else if (name === 'li' && list) {
    list.count++;
    writer.prefix = `${'   '.repeat(Math.max(0, writer.lists.length - 1))}${list.isNumbered ? `${list.count}. ` : '- '}`;
  } else if (isWordList) writer.prefix = 'word ';
  else if (name !== 'p' || list === undefined) writer.prefix = '';
}

function inline(writer: Writer, name: string, isEnd: boolean, attributes: string): void {
  if (isEnd) {
    const at = writer.open.findLastIndex((one) => one.name === name);
    for (const one of at < 0 ? [] : writer.open.splice(at).reverse()) close(writer, one);
    return;
  }
  if (attributes.trimEnd().endsWith('/')) return;
  const href = name === 'a' ? decodeEntities(/\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes)?.slice(1).find(Boolean) ?? '') : '';
  const link =
    href !== '' && /^(?:https?|mailto):/i.test(href) && classifyLink(href).kind !== 'refused'
      ? href.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))
      : '';
  const isPlain = /font-weight\s*:\s*(?:normal|[1-4]00)/i.test(attributes);
  const isBold = ((name === 'b' || name === 'strong') && !isPlain) || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attributes);
  const isItalic =
    ((name === 'i' || name === 'em') && !/font-style\s*:\s*normal/i.test(attributes)) || /font-style\s*:\s*italic/i.test(attributes);
  const isOpen = (sign: string): boolean => writer.open.some((one) => one.sign.includes(sign));
  const sign = isBold && !isOpen('**') ? '**' : isItalic && !isOpen('*') ? '*' : '';
  writer.open.push({ name, sign, link });
  const signs = link === '' ? sign : `${sign}[`;
  writer.words += signs;
  writer.fresh += signs.length;
}

/** White space goes outside of signs; signs around nothing go. */
function close(writer: Writer, { sign, link }: Writer['open'][number]): void {
  if (sign === '' && link === '') return;
  writer.fresh = 0;
  const opening = link === '' ? sign : `${sign}[`;
  const words = writer.words.trimEnd();
  const space = writer.words.slice(words.length);
  if (words.endsWith(opening)) writer.words = words.slice(0, words.length - opening.length) + space;
  else writer.words = `${words}${link === '' ? '' : `](${link})`}${sign}${space}`;
}

/** The block that is being written is done; signs that are open go on in the next. */
function end(writer: Writer): void {
  for (const one of [...writer.open].reverse()) close(writer, one);
  let words = writer.words.trim().replace(/^(\*{1,2}|\[) +/, '$1');
  let { prefix } = writer;
  if (words.endsWith('|')) words = words.replace(/\s*\|$/, '').replace(/ \| /g, ' – ');
  if (prefix === 'word ') {
    const sign = /^(?:[·•o§\u2022\u25aa\uf0b7-]|(\d{1,3}|[a-z])[.)])\s+/i.exec(words);
    prefix = sign?.[1] === undefined ? '- ' : `${Number.parseInt(sign[1], 10) || 1}. `;
    words = words.slice(sign?.[0].length ?? 0);
  }
  // What would open a list or a heading in somebody's paragraph is words.
  if (prefix === '')
    words = words
      .replace(/^(#{1,6}\s|[-+>]\s|\d{1,9}(?=[.)]\s))/, (sign) => (/\d$/.test(sign) ? sign : `\\${sign}`))
      .replace(/^(\d{1,9})([.)]\s)/, '$1\\$2');
  if (words !== '') {
    writer.out.push({ text: prefix + words, item: /^\s*(?:- |\d+\. )/.test(prefix) });
    writer.prefix = '';
  }
  writer.words = writer.open.map(({ sign, link }) => (link === '' ? sign : `${sign}[`)).join('');
  writer.fresh = writer.words.length;
}

/** Items stand line by line, everything else a blank line apart. */
function joined(out: Writer['out']): string {
  return out.map(({ text, item }, at) => `${at === 0 ? '' : item && out[at - 1]?.item ? '\n' : '\n\n'}${text}`).join('');
}

/** Text without html: where it has no blank lines, each line is a paragraph, unless its lines are markdown already. */
export function markdownOfPlain(text: string): string {
  const clean = cleanText(text.slice(0, mostText)).replace(/\u00a0/g, ' ');
  if (/\n[ \t]*\n/.test(clean) || !clean.trim().includes('\n')) return clean;
  const lines = clean.split('\n');
  if (lines.some((line) => /^\s*(?:[-*+]|\d{1,9}[.)]|>|#{1,6}|\|)\s?/.test(line))) return clean;
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n\n');
}
