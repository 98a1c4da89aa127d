// One HTML tag or comment in a markdown source -> the edit that leaves its text.
import type { Edit } from './edits.ts';
import type { Finder, TidyPorts } from './tidy.ts';

/** How many block tags are open: inside them indentation means nothing. */
export interface HtmlState {
  depth: number;
}

const block = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form header html main nav ol p section summary table tbody td tfoot th thead tr ul li h1 h2 h3 h4 h5 h6 pre caption hr'.split(
    ' ',
  ),
);
// What stands in these is no text for a reader.
const dropped = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'noscript',
  'template',
  'svg',
  'video',
  'audio',
  'canvas',
  'select',
  'button',
  'head',
  'math',
]);
const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr', 'col', 'embed', 'area', 'base', 'track', 'param']);

// The bounds keep a thousand half-open tags from being read to the end of the file a thousand times.
const tag =
  /<(\/?)([a-zA-Z][a-zA-Z0-9-]{0,40})((?:\s{1,200}[^\s"'<>/=]{1,200}(?:\s{0,20}=\s{0,20}(?:"(?:[^"{]|\{(?![{%])|\{\{[^{}\n]{0,500}\}\}|\{%[^%\n]{0,500}%\}){0,2000}"|'[^']{0,2000}'|[^\s"'=<>`]{1,2000}))?)*)\s{0,200}(\/?)>/y;

/** `null` when there is no tag at this place, only a sign. */
export function htmlEdit(body: string, at: number, state: HtmlState, find: Finder, ports: Pick<TidyPorts, 'image'>): Edit | null {
  if (body.startsWith('<!--', at)) {
    const end = find('-->', at + 4);
    return { from: at, to: end === -1 ? Math.min(body.length, at + 4) : end + 3, text: '' };
  }
  tag.lastIndex = at;
  const match = tag.exec(body);
  if (!match) return null;
  const closing = match[1] === '/';
  const name = (match[2] ?? '').toLowerCase();
  const to = at + match[0].length;
  if (dropped.has(name) && !closing && match[4] !== '/') {
    const end = find(`</${match[2]}`, to);
    const close = end === -1 ? -1 : find('>', end);
    return { from: at, to: close === -1 ? to : close + 1, text: '' };
  }
  if (block.has(name) && !empty.has(name)) state.depth = Math.max(0, state.depth + (closing ? -1 : match[4] === '/' ? 0 : 1));
  const alone = /(?:^|\n)[ \t]*$/.test(body.slice(Math.max(0, at - 200), at));
  return { from: at, to, text: replacement(name, closing, alone, match[3] ?? '', ports) };
}

function replacement(name: string, closing: boolean, alone: boolean, attributes: string, ports: Pick<TidyPorts, 'image'>): string {
  const heading = /^h([1-6])$/.exec(name);
  if (heading) return closing ? '\n\n' : `${alone ? '\n' : '\n\n'}${'#'.repeat(Math.max(2, Number(heading[1])))} `;
  if (name === 'li') return closing ? '' : alone ? '- ' : '\n- ';
  if (name === 'td' || name === 'th' || name === 'br') return ' ';
  if (name === 'img') return imageText(attributes, ports);
  if (name === 'hr') return '\n\n';
  if (!block.has(name)) return '';
  return alone ? '' : '\n\n';
}

function imageText(attributes: string, ports: Pick<TidyPorts, 'image'>): string {
  const value = (key: string) => {
    const match = new RegExp(`\\s${key}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'i').exec(attributes);
    return (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
  };
  const alt = value('alt')
    .replace(/\s+/g, ' ')
    .replace(/[\\[\]<>`*_{}|]/g, '');
  const name = ports.image(value('src'));
  return name === null ? alt : `![${alt}](${name})`;
}
