// Links: which one the caret stands in, where it leads, and a new or another address for it.
import type { EditorState, StateCommand } from '@codemirror/state';
import { classifyLink } from '../../../content/core/guide/links.ts';
import { enclosing } from './style-commands.ts';

export interface LinkHere {
  /** The words, without their brackets. */
  readonly from: number;
  readonly to: number;
  /** The whole link; the same as the words where there is none yet. */
  readonly start: number;
  readonly end: number;
  readonly address: string;
}

/** The link around the selection, or the words that would become one; null: there are no words. */
export function linkAt(state: EditorState): LinkHere | null {
  const { main } = state.selection;
  const node = enclosing(state, main.from, main.to, 'Link');
  const address = node?.getChild('URL');
  const marks = node?.getChildren('LinkMark') ?? [];
  if (node && address && marks[0] && marks[1])
    return { from: marks[0].to, to: marks[1].from, start: node.from, end: node.to, address: state.sliceDoc(address.from, address.to) };
  const words = main.empty ? state.wordAt(main.head) : main;
  return words && { from: words.from, to: words.to, start: words.from, end: words.to, address: '' };
}

export type LinkRefusal = 'empty' | 'refused';

/** As a person writes it: `gov.uk` and a mailbox become whole addresses. */
export function addressOf(typed: string): { readonly address: string } | { readonly refusal: LinkRefusal } {
  const text = typed.trim().normalize('NFC');
  if (text === '') return { refusal: 'empty' };
  const whole = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text)
    ? `mailto:${text}`
    : /^(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$/i.test(text)
      ? `https://${text}`
      : text;
  // A bracket or a space would end the link's address early.
  const address = whole.replace(/[\s()<>]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'));
  return classifyLink(address).kind === 'refused' ? { refusal: 'refused' } : { address };
}

/** Null: the words stay, the link goes. */
export function setLink(here: LinkHere, address: string | null): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const words = state.sliceDoc(here.from, here.to).replace(/\n/g, ' ');
    const insert = address === null ? words : `[${words}](${address})`;
    dispatch(
      state.update({
        changes: { from: here.start, to: here.end, insert },
        selection: { anchor: here.start + insert.length },
        userEvent: 'input.format',
        scrollIntoView: true,
      }),
    );
    return true;
  };
}
