// What the buttons show of the place of the caret, as a text that is compared: they are drawn anew only when it changes.
import type { EditorState } from '@codemirror/state';
import { blockAt } from './block-commands.ts';
import { showMarkup } from './show-markup.ts';
import { enclosing } from './style-commands.ts';

const shown = ['StrongEmphasis', 'Emphasis', 'Link', 'BulletList', 'OrderedList'] as const;

export function toolState(state: EditorState): string {
  const { from, to } = state.selection.main;
  const inside = shown.filter((name) => enclosing(state, from, to, name) !== null);
  return [blockAt(state), ...inside, state.field(showMarkup) ? 'markup' : ''].join(' ');
}
