// The markdown of our guides as a tree that knows where each mark stands: what the editor hides, and what is compared
// word by word. Rendering stays with core/guide; html and reference links are off here as they are there.
import { parser as commonMark, type MarkdownConfig, Strikethrough, Table, TaskList } from '@lezer/markdown';
import { type CalloutKind, calloutKinds } from '../../../content/core/guide/model.ts';

// As in core/guide: a label of a footnote is at most this long, a callout's word at most 40 characters.
const footnote = /^\[\^([^\]\s]{1,60})\]/;
const callout = /^\[!([^\]\n]{1,40})\]/;
const longestMark = 64;
const openBracket = 91;

/** `[^P1]`, and `[!must]` where a stretch of text begins. */
const ours: MarkdownConfig = {
  defineNodes: ['Footnote', 'CalloutWord'],
  parseInline: [
    {
      name: 'Footnote',
      before: 'Link',
      parse: (cx, next, pos) => {
        if (next !== openBracket) return -1;
        const text = cx.slice(pos, Math.min(cx.end, pos + longestMark));
        const note = footnote.exec(text);
        if (note) return cx.addElement(cx.elt('Footnote', pos, pos + note[0].length));
        const word = pos === cx.offset ? callout.exec(text) : null;
        return word && kindOf(word[1] ?? '') ? cx.addElement(cx.elt('CalloutWord', pos, pos + word[0].length)) : -1;
      },
    },
  ],
  remove: ['HTMLBlock', 'HTMLTag', 'LinkReference'],
};

export const grammar = commonMark.configure([Table, TaskList, Strikethrough, ours]);

export type Tree = ReturnType<typeof grammar.parse>;
export type SyntaxNode = Tree['topNode'];
export type SyntaxNodeRef = Parameters<Parameters<Tree['iterate']>[0]['enter']>[0];

/** The kind that `must` or `Must ` names; null: none of ours. */
export function kindOf(word: string): CalloutKind | null {
  const kind = word.trim().toLowerCase();
  return (calloutKinds as readonly string[]).includes(kind) ? (kind as CalloutKind) : null;
}

/** Of `[!must]`. */
export const calloutIn = (mark: string): CalloutKind | null => kindOf(callout.exec(mark)?.[1] ?? '');

/** Of `[^P1]`. */
export const footnoteIn = (mark: string): string => footnote.exec(mark)?.[1] ?? '';
