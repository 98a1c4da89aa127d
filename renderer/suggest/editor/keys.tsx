// The keys of the editor. What is not named here goes on to the window: search, find, panes and zoom work as elsewhere.
import { standardKeymap } from '@codemirror/commands';
import type { Command, EditorView, KeyBinding } from '@codemirror/view';
import { blockAt, setBlock, toggleList } from './block-commands.ts';
import { backspace, enter, indent, lineBreak } from './line-commands.ts';
import { setMarkup, showMarkup } from './show-markup.ts';
import { toggleStyle } from './style-commands.ts';

export interface Outside {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly done: () => void;
  readonly edge: (by: -1 | 1) => void;
  readonly link: () => void;
  readonly table: () => void;
  /** The focus goes to the buttons. */
  readonly tools: () => void;
}

export const toggleMarkup: Command = (view) => {
  view.dispatch({ effects: setMarkup.of(!view.state.field(showMarkup)) });
  return true;
};

const does =
  (act: () => void): Command =>
  () => {
    act();
    return true;
  };

/** Whether the caret stands on the first or last line as it is seen, and not only as it is written. */
function isAtEdge(view: EditorView, by: -1 | 1): boolean {
  const { main } = view.state.selection;
  if (!main.empty) return false;
  const [here, edge] = [view.coordsAtPos(main.head), view.coordsAtPos(by < 0 ? 0 : view.state.doc.length)];
  return here !== null && edge !== null && Math.abs(here.top - edge.top) < (here.bottom - here.top) / 2;
}

const over =
  (by: -1 | 1, outside: Outside): Command =>
  (view) => {
    if (!isAtEdge(view, by)) return false;
    outside.edge(by);
    return true;
  };

/** `outside` is asked at each key: it may change while the editor stands. */
export function keys(outside: Outside): readonly KeyBinding[] {
  return [
    { key: 'Mod-z', run: does(() => outside.undo()), preventDefault: true },
    { key: 'Mod-y', run: does(() => outside.redo()), preventDefault: true },
    { key: 'Mod-Shift-z', run: does(() => outside.redo()), preventDefault: true },
    { key: 'Escape', run: does(() => outside.done()) },
    { key: 'Mod-Enter', run: does(() => outside.done()) },
    { key: 'ArrowUp', run: over(-1, outside) },
    { key: 'ArrowDown', run: over(1, outside) },
    { key: 'Mod-b', run: toggleStyle('strong'), preventDefault: true },
    { key: 'Mod-i', run: toggleStyle('em'), preventDefault: true },
    { key: 'Mod-Shift-k', run: does(() => outside.link()), preventDefault: true },
    { key: 'Mod-Shift-8', run: toggleList('bulleted'), preventDefault: true },
    { key: 'Mod-Shift-7', run: toggleList('numbered'), preventDefault: true },
    { key: 'Mod-]', run: indent(1), preventDefault: true },
    { key: 'Mod-[', run: indent(-1), preventDefault: true },
    { key: 'Mod-Shift-m', run: toggleMarkup, preventDefault: true },
    { key: 'Mod-Shift-9', run: toggleNote, preventDefault: true },
    { key: 'Mod-Shift-t', run: does(() => outside.table()), preventDefault: true },
    { key: 'Alt-F10', run: does(() => outside.tools()), preventDefault: true },
    { key: 'Enter', run: enter },
    { key: 'Shift-Enter', run: lineBreak },
    { key: 'Backspace', run: backspace },
    ...standardKeymap,
  ];
}

/** The plainest callout; the box of the toolbar has the others. */
const toggleNote: Command = (view) => setBlock(blockAt(view.state) === 'note' ? 'text' : 'note')(view);
