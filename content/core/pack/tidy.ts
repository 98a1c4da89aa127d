// Markdown nobody here wrote -> markdown our parser shows: HTML reduced to its text, shortcodes of site builders
// taken out, links between files turned into links between guides. Code is left alone. Each cut is reported.
// This is for reading, not for safety: what it misses is shown as text, because html is off.
import { applyEdits, type Edit } from './edits.ts';
import { type HtmlState, htmlEdit } from './tidy-html.ts';
import { destination } from './tidy-links.ts';
import { shortcodeText } from './tidy-shortcodes.ts';

export interface TidyPorts {
  /** Where a link or image of this file leads within the pack (`guide:…`, a target name), or null to leave it. */
  link(href: string): string | null;
  image(src: string): string | null;
  report(rule: 'html-removed' | 'shortcode-removed' | 'comment-removed', line: number, detail: string): void;
}

// Site builders' tags are short; a longer stretch between two braces is prose.
const longestTag = 4_000;

const starts =
  /(^[ \t>]*(`{3,}|~{3,})[^\n]*)|(`+)|(\{\{[<%]?|\{%)|(<!--|<\/?[a-zA-Z])|(\]\()|(^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*)|(\{[:#])|(^[ \t]{2,})/gm;

/** @returns the tidied body and the source line of each of its lines. Never throws. */
export function tidyBody(body: string, ports: TidyPorts): { readonly text: string; lineAt(line: number): number } {
  const edits: Edit[] = [];
  const find = cachedFinder(body);
  const html: HtmlState = { depth: 0 };
  let lastImage = -altSpan;
  let [counted, line] = [0, 1];
  const lineOf = (at: number) => {
    for (let index = body.indexOf('\n', counted); index !== -1 && index < at; index = body.indexOf('\n', index + 1)) {
      line++;
      counted = index + 1;
    }
    return line;
  };
  /** Records the edit and goes on after it. */
  const cut = (from: number, to: number, text = '') => {
    if (to > from || text !== '') edits.push({ from, to, text });
    starts.lastIndex = to;
  };
  starts.lastIndex = 0;
  for (let match = starts.exec(body); match !== null; match = starts.exec(body)) {
    const at = match.index;
    const [whole, fence, fenceMark, ticks, brace, angle, inLink, definition, kramdown, indent] = match;
    if (fence !== undefined) starts.lastIndex = fenceEnd(body, at + whole.length, fenceMark ?? '```');
    else if (ticks !== undefined) starts.lastIndex = codeEnd(body, at, ticks.length);
    else if (indent !== undefined) {
      // Inside HTML, indentation is layout; in markdown it would turn text into code.
      if (html.depth > 0) cut(at, at + indent.length);
    } else if (inLink !== undefined || definition !== undefined) {
      for (let next = find('![', Math.max(0, lastImage + 1)); next !== -1 && next < at; next = find('![', Math.max(0, lastImage + 1)))
        lastImage = next;
      const image = inLink !== undefined && at - lastImage < altSpan && isImage(body, at);
      const found = destination(body, at + whole.length, (href) => (image ? ports.image(href) : ports.link(href)), find);
      if (found) cut(found.from, found.to, found.text);
    } else if (kramdown !== undefined) {
      const end = find('}', at);
      if (end !== -1 && end - at < 200 && !body.slice(at, end).includes('\n') && /^\{(?::|#[\w-]+$)/.test(body.slice(at, end))) {
        ports.report('shortcode-removed', lineOf(at), body.slice(at, end + 1));
        cut(at, end + 1);
      }
    } else if (brace !== undefined) {
      const close = brace === '{%' ? '%}' : brace === '{{<' ? '>}}' : brace === '{{%' ? '%}}' : '}}';
      const end = find(close, at + brace.length);
      if (end === -1 || end - at > longestTag) continue;
      const inner = body.slice(at + brace.length, end);
      const after = end + close.length;
      ports.report('shortcode-removed', lineOf(at), body.slice(at, after));
      const comment = /^-?\s*comment\b/.test(inner) && brace === '{%' ? find('endcomment', after) : -1;
      const commentEnd = comment === -1 ? -1 : find('%}', comment);
      if (commentEnd !== -1) cut(at, commentEnd + 2);
      else cut(at, after, shortcodeText(inner));
    } else if (angle !== undefined) {
      const edit = htmlEdit(body, at, html, find, ports);
      if (!edit) continue;
      ports.report(angle === '<!--' ? 'comment-removed' : 'html-removed', lineOf(at), body.slice(at, Math.min(edit.to, at + 80)));
      cut(at, edit.to, edit.text);
    }
  }
  return applyEdits(body, edits);
}

export type Finder = (text: string, from: number) => number;

/** `indexOf` that never walks the same stretch twice for the same text, so that a thousand openings without an end stay cheap. */
function cachedFinder(body: string): Finder {
  const last = new Map<string, { readonly from: number; readonly at: number }>();
  return (text, from) => {
    const known = last.get(text);
    if (known && known.from <= from && (known.at === -1 || known.at >= from)) return known.at;
    const at = body.indexOf(text, from);
    last.set(text, { from, at });
    return at;
  };
}

function fenceEnd(body: string, from: number, mark: string): number {
  const close = new RegExp(`^[ \\t>]*${mark[0] === '~' ? '~' : '`'}{${mark.length},}[ \\t]*$`, 'gm');
  close.lastIndex = from;
  const found = close.exec(body);
  return found ? found.index + found[0].length : body.length;
}

// Descriptions of pictures are shorter.
const altSpan = 1_000;

// A run of back-ticks without its partner in the same paragraph is text; partners stand close by.
const codeSpan = 2_000;

function codeEnd(body: string, at: number, ticks: number): number {
  const stretch = body.slice(at + ticks, at + ticks + codeSpan);
  const paragraph = stretch.slice(0, stretch.search(/\n[ \t]*\n|$(?![\s\S])/));
  for (const run of paragraph.matchAll(/`+/g)) if (run[0].length === ticks) return at + ticks + run.index + ticks;
  return at + ticks;
}

/** Whether `](` at this place closes `![…`: looks back for the bracket that opens it. */
function isImage(body: string, at: number): boolean {
  let depth = 0;
  for (let index = at; index >= 0 && at - index < altSpan; index--) {
    const character = body[index];
    if (character === ']') depth++;
    else if (character === '[' && --depth === 0) return body[index - 1] === '!';
  }
  return false;
}
