// The row of buttons of the editor. The text keeps the focus while they are pressed.
import type { StateCommand } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { Bold, Code, Italic, List, ListOrdered, type LucideIcon } from 'lucide-react';
import { editorText } from '../../text/suggest-editor.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { toggleMarkup } from './keys.ts';
import { toggleList } from './line-commands.ts';
import { showMarkup } from './show-markup.ts';
import { enclosing, toggleStyle } from './style-commands.ts';

interface Props {
  readonly view: EditorView;
  /** Counts up when the caret or the text moves. */
  readonly moves: number;
}

export function Toolbar({ view }: Props) {
  const { state } = view;
  const { from, to } = state.selection.main;
  const run = (command: StateCommand) => () => {
    command(view);
    view.focus();
  };
  const is = (node: string): boolean => enclosing(state, from, to, node) !== null;
  const tools: readonly (readonly [LucideIcon, string, string, boolean, () => void])[] = [
    [Bold, editorText.bold, 'Ctrl+B', is('StrongEmphasis'), run(toggleStyle('strong'))],
    [Italic, editorText.italic, 'Ctrl+I', is('Emphasis'), run(toggleStyle('em'))],
    [List, editorText.bulleted, 'Ctrl+Shift+8', is('BulletList'), run(toggleList('bulleted'))],
    [ListOrdered, editorText.numbered, 'Ctrl+Shift+7', is('OrderedList'), run(toggleList('numbered'))],
    [
      Code,
      editorText.markup,
      'Ctrl+Shift+M',
      state.field(showMarkup),
      () => {
        toggleMarkup(view);
        view.focus();
      },
    ],
  ];
  return (
    <div className="region-tools no-print" role="toolbar" aria-label={editorText.tools} data-not-text="">
      {tools.map(([icon, name, keys, pressed, press]) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: pressing a button must leave the focus in the text
        <span key={name} onMouseDown={(event) => event.preventDefault()}>
          <IconButton icon={icon} name={name} keys={keys} pressed={pressed} onPress={press} />
        </span>
      ))}
    </div>
  );
}
