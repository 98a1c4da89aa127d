// Title and summary of a guide, in the text of its front matter: read, and written so that nothing else of the file changes.
import { parseGuide } from '../../../content/core/guide/parse.ts';
import { splitSource } from '../../../content/core/guide/split.ts';
import { lineEndOf } from './regions.ts';

export type HeadField = 'title' | 'summary';
export type HeadTexts = Readonly<Record<HeadField, string>>;

/** The front matter with its fences: all that `headOf` needs, where there is one. Cheap enough for every key. */
export function frontOf(source: string): string {
  const end = /^\ufeff?---[ \t]*(?:\r\n?|\n)/.test(source) ? /(?:\r\n?|\n)(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|$)/.exec(source) : null;
  return end ? source.slice(0, end.index + end[0].length) : source;
}

export function headOf(source: string): HeadTexts {
  const { title, summary } = parseGuide(source, '', { mode: 'lenient' }).meta;
  return { title, summary };
}

/** One line: what stands in a front matter field has no paragraphs. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The source with another title or summary; the same source where it says so already. Line ends stay as they are. */
export function withHead(source: string, field: HeadField, text: string): string {
  const value = oneLine(text);
  if (headOf(source)[field] === value) return source;
  const end = lineEndOf(source);
  const written = `${field}: ${scalar(value)}`;
  const { kind, frontLine, front } = splitSource(source);
  if (kind !== 'yaml') return kind === 'none' ? `---${end}${written}${end}---${end}${end}${source}` : source;
  const lines = source.split(/\r\n?|\n/);
  const [first, count] = [frontLine - 1, front === '' ? 0 : front.split('\n').length];
  const at = lines.slice(first, first + count).findIndex((line) => new RegExp(`^["']?${field}["']?\\s*:`).test(line));
  // A field without its line stands right under the fence.
  const place = at === -1 ? first : first + at;
  let behind = at === -1 ? place : place + 1;
  // What belongs to a value stands further in than its name; a list or the next field does not.
  while (at !== -1 && behind < first + count && /^(?:[ \t]+\S|[ \t]*$)/.test(lines[behind] ?? '')) behind++;
  // Empty lines before the next field are not the value's.
  while (at !== -1 && behind > place + 1 && (lines[behind - 1] ?? '').trim() === '') behind--;
  const starts = lineStarts(source);
  const [from, to] = [starts[place] ?? source.length, starts[behind] ?? source.length];
  return source.slice(0, from) + written + end + source.slice(to);
}

function lineStarts(source: string): readonly number[] {
  return [0, ...[...source.matchAll(/\r\n?|\n/g)].map(({ index, 0: end }) => index + end.length)];
}

/** As it is where YAML reads it as these very words, else in double quotes. */
function scalar(value: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{N} ,.;()/’“”–-]*$/u.test(value) && !/[ .]$/.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}
