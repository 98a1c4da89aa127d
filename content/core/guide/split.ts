// A source file -> front matter and body. Knows the fences of YAML (`---`), and those of TOML (`+++`) and JSON
// front matter only to say what they are. Line ends become \n and a byte order mark goes.

export interface SplitSource {
  readonly kind: 'yaml' | 'toml' | 'none';
  /** Front matter without its fences. */
  readonly front: string;
  /** Line of the file on which `front` starts. */
  readonly frontLine: number;
  readonly body: string;
  /** Line of the file on which `body` starts. */
  readonly bodyLine: number;
  /** Line of an opening fence that is never closed: all of it is body then. */
  readonly unclosed: number | null;
}

export function splitSource(source: string): SplitSource {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?|\u2028|\u2029/g, '\n');
  const lines = text.split('\n');
  // Some editors leave empty lines before the fence.
  let start = 0;
  while (start < lines.length && start < 20 && (lines[start] ?? '').trim() === '') start++;
  const fence = (lines[start] ?? '').trimEnd();
  if (fence !== '---' && fence !== '+++') return none(text, null);
  const closes = fence === '---' ? /^(?:---|\.\.\.)[ \t]*$/ : /^\+\+\+[ \t]*$/;
  const end = lines.findIndex((line, index) => index > start && closes.test(line));
  // Two rules around nothing, or a rule at the top of a text without front matter, are not front matter.
  if (end === -1) return none(text, looksLikeFields(lines[start + 1] ?? '') ? start + 1 : null);
  return {
    kind: fence === '---' ? 'yaml' : 'toml',
    front: lines.slice(start + 1, end).join('\n'),
    frontLine: start + 2,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
    unclosed: null,
  };
}

const looksLikeFields = (line: string) => /^\s*(?:#|[\w-]+\s*[:=])/.test(line);

function none(body: string, unclosed: number | null): SplitSource {
  return { kind: 'none', front: '', frontLine: 1, body, bodyLine: 1, unclosed };
}
