// The destination of a markdown link, also where a site builder's tag stands in it.
import type { Edit } from './edits.ts';
import type { Finder } from './tidy.ts';
import { shortcodeTarget } from './tidy-shortcodes.ts';

const longest = 2_000;

/**
 * @param from where the destination begins, after `](` or `[label]: `.
 * @param resolve what to write instead, or null to leave it as it is.
 */
export function destination(body: string, from: number, resolve: (href: string) => string | null, find: Finder): Edit | null {
  let at = from;
  while (body[at] === ' ' || body[at] === '\t') at++;
  if (body.startsWith('{{', at) || body.startsWith('{%', at)) return tagDestination(body, at, resolve, find);
  if (body[at] === '<') {
    const end = find('>', at);
    if (end === -1 || end - at > longest) return null;
    const text = resolve(body.slice(at + 1, end));
    return text === null ? null : { from: at, to: end + 1, text };
  }
  let end = at;
  let depth = 0;
  for (; end < body.length && end - at <= longest; end++) {
    const character = body[end] as string;
    if (character <= ' ') break;
    // The next link has begun: this was none.
    if (character === ']' && body[end + 1] === '(') return null;
    if (character === '\\') end++;
    else if (character === '(') depth++;
    else if (character === ')' && depth-- === 0) break;
  }
  if (end === at || end - at > longest) return null;
  const text = resolve(body.slice(at, end));
  return text === null ? null : { from: at, to: end, text };
}

/** `](…{{< ref "file.md" >}}…)`: the tag goes, the file it names is looked up. */
function tagDestination(body: string, at: number, resolve: (href: string) => string | null, find: Finder): Edit | null {
  const close = body.startsWith('{%', at) ? '%}' : '}}';
  const end = find(close, at);
  if (end === -1 || end - at > longest) return null;
  let to = end + close.length;
  while (to < body.length && to - end < longest && !/[\s)]/.test(body[to] as string)) to++;
  const tail = body.slice(end + close.length, to);
  const named = shortcodeTarget(body.slice(at, end)) ?? '';
  // `{{ site.baseurl }}/page` names the page in its tail.
  const href = named === '' ? tail : `${named}${tail.startsWith('#') ? tail : ''}`;
  return { from: at, to, text: resolve(href) ?? (/^[^\s()<>\\]+$/.test(href) ? href : '#') };
}
