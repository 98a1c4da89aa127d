// The one markdown parser: CommonMark with tables, footnotes, task lists and callouts. HTML is off, so that tags
// are text. Links are not judged here but in links.ts, which every link passes before it is written.
import MarkdownIt, { type Token } from 'markdown-it';
import { addFootnotes, type FootnoteEnv } from './footnotes.ts';
import { type CalloutKind, calloutKinds } from './model.ts';

// Lists in quotes in lists: real guides need five levels. Beyond this the text stays, its markup does not.
const maxBlockLevel = 24;

/** What the parser leaves beside the tokens. */
export interface ParseEnv extends FootnoteEnv {
  /** Lines (from 1) on which text is nested too deeply to be laid out. */
  tooDeep?: number[];
  /** Quotes that look like a callout of a kind we do not have. */
  unknownCallouts?: { readonly kind: string; readonly line: number }[];
}

export type MarkdownParser = InstanceType<typeof MarkdownIt>;

let shared: MarkdownParser | null = null;

/** Tokens of a guide's body. Never throws; a hostile 200 kB takes well under a second. */
export function tokenize(body: string): { readonly tokens: readonly Token[]; readonly env: ParseEnv } {
  shared ??= createParser();
  const env: ParseEnv = {};
  return { tokens: shared.parse(body, env as Record<string, unknown>), env };
}

function createParser(): MarkdownParser {
  const md = new MarkdownIt('default', { html: false, linkify: false, typographer: false, breaks: false, maxNesting: 100 });
  // Refused links must become plain text with a problem, not brackets on the page: links.ts decides later.
  md.validateLink = () => true;
  addFootnotes(md);
  keepTooDeep(md);
  md.core.ruler.before('inline', 'callouts', (state) => {
    state.tokens = markCallouts(state.tokens, state.env as ParseEnv, state.Token);
  });
  md.core.ruler.before('inline', 'tasks', (state) => markTasks(state.tokens));
  return md;
}

/** markdown-it drops the rest of the document when it reaches its own limit; this keeps it as text. */
export function keepTooDeep(md: MarkdownParser): void {
  md.block.ruler.before('table', 'too_deep', (state, line, _end, silent) => {
    if (state.level < maxBlockLevel) return false;
    if (silent) return true;
    const env = state.env as ParseEnv;
    env.tooDeep ??= [];
    env.tooDeep.push(line + 1);
    state.line = line + 1;
    state.push('paragraph_open', 'p', 1).map = [line, line + 1];
    const inline = state.push('inline', '', 0);
    inline.content = state.getLines(line, line + 1, state.blkIndent, false).trim();
    inline.map = [line, line + 1];
    inline.children = [];
    state.push('paragraph_close', 'p', -1);
    return true;
  });
}

const isKind = (text: string): text is CalloutKind => (calloutKinds as readonly string[]).includes(text);

/** A quote that opens with `[!must] title` becomes a callout: its kind in `meta`, its title a block of its own. */
function markCallouts(tokens: readonly Token[], env: ParseEnv, Make: typeof Token): Token[] {
  const out: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    out.push(token);
    const inline = tokens[index + 2];
    if (token.type !== 'blockquote_open' || tokens[index + 1]?.type !== 'paragraph_open' || inline?.type !== 'inline') continue;
    const marker = /^\[!([^\]\n]{1,40})\][ \t]*([^\n]*)(?:\n|$)/.exec(inline.content);
    if (!marker) continue;
    const kind = (marker[1] ?? '').trim().toLowerCase();
    const line = inline.map?.[0] ?? 0;
    if (!isKind(kind)) {
      env.unknownCallouts ??= [];
      env.unknownCallouts.push({ kind, line: line + 1 });
      continue;
    }
    const title = (marker[2] ?? '').trim();
    token.meta = { callout: kind, titled: title !== '' };
    if (title !== '') out.push(...titleTokens(title, line, token.level + 1, Make));
    inline.content = inline.content.slice(marker[0].length).trimStart();
    const end = inline.map?.[1] ?? line + 1;
    if (inline.content === '') index += 3;
    else {
      inline.map = [line + 1, end];
      const open = tokens[index + 1];
      if (open) open.map = [line + 1, end];
    }
  }
  return out;
}

function titleTokens(title: string, line: number, level: number, Make: typeof Token): Token[] {
  const make = (type: string, tag: string, nesting: -1 | 0 | 1, depth: number): Token => {
    const token = new Make(type, tag, nesting);
    token.block = true;
    token.level = depth;
    token.map = [line, line + 1];
    return token;
  };
  const inline = make('inline', '', 0, level + 1);
  inline.content = title;
  inline.children = [];
  return [make('callout_title_open', 'p', 1, level), inline, make('callout_title_close', 'p', -1, level)];
}

/** List items that open with `[ ]` or `[x]` and some text. */
function markTasks(tokens: readonly Token[]): void {
  tokens.forEach((token, index) => {
    const inline = tokens[index + 2];
    if (token.type !== 'list_item_open' || tokens[index + 1]?.type !== 'paragraph_open' || inline?.type !== 'inline') return;
    const box = /^\[([ xX])\][ \t\n]+(?=\S)/.exec(inline.content);
    if (!box) return;
    token.meta = { task: true, done: box[1] !== ' ' };
    inline.content = inline.content.slice(box[0].length);
  });
}
