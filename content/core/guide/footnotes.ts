// Footnotes: the plug-in reads them, this puts them at the end of the guide. The plug-in's own last step copies
// the whole token list once per note (seconds for a hostile file) and loses notes within notes; this one is linear.
import type { Token } from 'markdown-it';
import plugin from 'markdown-it-footnote';
import type { MarkdownParser } from './markdown.ts';

interface Note {
  readonly label: string;
  readonly count: number;
}

/** A guide's footnotes as the plug-in left them in `env`, with what was defined and never referred to. */
export interface FootnoteEnv {
  footnotes?: { refs?: Record<string, number>; list?: Note[] };
  unusedFootnotes?: { readonly label: string; readonly line: number }[];
}

export function addFootnotes(md: MarkdownParser): void {
  // Its types are those of an older markdown-it.
  (plugin as unknown as (md: MarkdownParser) => void)(md);
  // Notes written inside the sentence are parsed again at every level of brackets: costly, and not in our syntax.
  md.inline.ruler.disable('footnote_inline');
  md.core.ruler.at('footnote_tail', (state) => {
    const env = state.env as FootnoteEnv;
    if (!env.footnotes) return;
    const { kept, notes, lines } = takeOut(state.tokens);
    const list = env.footnotes.list ?? [];
    const used = new Set(list.map((note) => note.label));
    env.unusedFootnotes = [...notes.keys()].filter((label) => !used.has(label)).map((label) => ({ label, line: lines.get(label) ?? 0 }));
    state.tokens = kept;
    if (list.length === 0) return;
    const add = (type: string, nesting: -1 | 0 | 1, meta: Record<string, unknown>) => {
      const token = new state.Token(type, '', nesting);
      token.meta = meta;
      state.tokens.push(token);
    };
    add('footnote_block_open', 1, {});
    list.forEach((note, index) => {
      add('footnote_open', 1, { number: index + 1 });
      for (const token of notes.get(note.label) ?? []) state.tokens.push(token);
      add('footnote_back', 0, { number: index + 1, count: note.count });
      add('footnote_close', -1, {});
    });
    add('footnote_block_close', -1, {});
  });
}

/** Definitions out of the text, by label; the last of two definitions wins, as in the plug-in. */
function takeOut(tokens: readonly Token[]) {
  const kept: Token[] = [];
  const notes = new Map<string, Token[]>();
  const lines = new Map<string, number>();
  const open: { readonly label: string; readonly own: Token[] }[] = [];
  for (const token of tokens) {
    const inner = open.at(-1);
    if (inner && token.map && !lines.has(inner.label)) lines.set(inner.label, token.map[0] + 1);
    if (token.type === 'footnote_reference_open') {
      const note = { label: String(token.meta?.label), own: [] };
      notes.set(note.label, note.own);
      open.push(note);
    } else if (token.type === 'footnote_reference_close') open.pop();
    else (inner?.own ?? kept).push(token);
  }
  return { kept, notes, lines };
}
