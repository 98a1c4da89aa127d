// The row of buttons of the editor, one stop of the Tab key: arrow keys go from button to button. The text keeps the
// focus while they are pressed with the mouse.
import type { StateCommand } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { Bold, Code, Indent, Italic, Link, List, ListOrdered, Outdent, Table } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { editorText } from '../../text/suggest-editor.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { BlockBox } from './BlockBox.tsx';
import { toggleList } from './block-commands.ts';
import { toggleMarkup } from './keys.tsx';
import { LinkField } from './LinkField.tsx';
import { indent } from './line-commands.ts';
import { linkAt } from './link-commands.ts';
import { showMarkup } from './show-markup.ts';
import { enclosing, toggleStyle } from './style-commands.ts';
import { TableTools } from './TableTools.tsx';
import { type CellPlace, insertTable } from './table-commands.tsx';

interface Props {
  /** What is written in: the text, or a cell of one of its tables. */
  readonly view: EditorView;
  readonly cell: CellPlace | null;
  readonly isLinking: boolean;
  readonly onLink: (open: boolean) => void;
  /** Another text when what the caret stands in is another: what is pressed is read off the view then. */
  readonly state: string;
}

export function Toolbar({ view, cell, isLinking, onLink }: Props) {
  const { state } = view;
  const { from, to } = state.selection.main;
  const does = (act: () => void) => () => {
    act();
    view.focus();
  };
  const run = (command: StateCommand) => does(() => command(view));
  const is = (node: string): boolean => enclosing(state, from, to, node) !== null;
  const tool = (icon: typeof Bold, name: string, keys: string, onPress: () => void, pressed?: boolean): ReactNode => (
    <IconButton key={name} {...{ icon, name, keys, onPress, tabIndex: -1 }} {...(pressed === undefined ? {} : { pressed })} />
  );
  if (isLinking) return <LinkField view={view} onClose={() => onLink(false)} />;
  return (
    <div
      className="region-tools no-print"
      role="toolbar"
      aria-label={editorText.tools}
      data-not-text=""
      onKeyDown={(event) => byKeys(event, view)}
      onMouseDown={(event) => (event.target as HTMLElement).closest('select') ?? event.preventDefault()}
    >
      {cell === null && <BlockBox view={view} />}
      {tool(Bold, editorText.bold, 'Ctrl+B', run(toggleStyle('strong')), is('StrongEmphasis'))}
      {tool(Italic, editorText.italic, 'Ctrl+I', run(toggleStyle('em')), is('Emphasis'))}
      {tool(Link, editorText.link, 'Ctrl+Shift+K', () => linkAt(state) && onLink(true), is('Link'))}
      {cell === null ? (
        <>
          {tool(List, editorText.bulleted, 'Ctrl+Shift+8', run(toggleList('bulleted')), is('BulletList'))}
          {tool(ListOrdered, editorText.numbered, 'Ctrl+Shift+7', run(toggleList('numbered')), is('OrderedList'))}
          {(is('BulletList') || is('OrderedList')) && tool(Indent, editorText.indent, 'Ctrl+]', run(indent(1)))}
          {(is('BulletList') || is('OrderedList')) && tool(Outdent, editorText.outdent, 'Ctrl+[', run(indent(-1)))}
          {tool(Table, editorText.table, 'Ctrl+Shift+T', () => insertTable(view))}
        </>
      ) : (
        <TableTools place={cell} />
      )}
      {tool(
        Code,
        editorText.markup,
        'Ctrl+Shift+M',
        does(() => toggleMarkup(view)),
        state.field(showMarkup),
      )}
    </div>
  );
}

/** As a toolbar is used everywhere: arrow keys, Home and End; Esc goes back to the text. */
function byKeys(event: KeyboardEvent<HTMLElement>, view: EditorView): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('select, button:not(:disabled)')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const step = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (event.key === 'Escape') view.focus();
  else if (step === undefined) return;
  else stops[(step + stops.length) % stops.length]?.focus();
  event.preventDefault();
  event.stopPropagation();
}
