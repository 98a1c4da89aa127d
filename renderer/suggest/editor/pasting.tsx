// What is pasted or dropped comes in as plain clean markdown, whatever program it is from. Files are not taken here.
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { markdownOf, markdownOfPlain } from './paste-html.ts';

function textIn(data: DataTransfer): string {
  const html = data.getData('text/html');
  const plain = data.getData('text/plain');
  return (html === '' ? null : markdownOf(html)) ?? markdownOfPlain(plain);
}

/** In a quote each line of it is one. */
function put(view: EditorView, text: string, from: number, to: number): void {
  if (view.state.readOnly) return;
  const prefix = /^(?:\s{0,3}>\s?)+/.exec(view.state.doc.lineAt(from).text)?.[0] ?? '';
  const insert = prefix === '' ? text : text.replaceAll('\n', `\n${prefix}`);
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + view.state.toText(insert).length },
    userEvent: 'input.paste',
    scrollIntoView: true,
  });
}

let dragged: EditorView | null = null;

export const pasting: Extension = EditorView.domEventHandlers({
  paste: (event, view) => {
    if (!event.clipboardData) return false;
    event.preventDefault();
    const text = textIn(event.clipboardData);
    const { from, to } = view.state.selection.main;
    if (text !== '') put(view, oneLine(view, text), from, to);
    return true;
  },
  dragstart: (_event, view) => {
    dragged = view;
    return false;
  },
  dragend: () => {
    dragged = null;
    return false;
  },
  drop: (event, view) => {
    // Words moved within the text are CodeMirror's own business.
    if (dragged === view) return false;
    event.preventDefault();
    const text = event.dataTransfer && event.dataTransfer.files.length === 0 ? textIn(event.dataTransfer) : '';
    const place = view.posAtCoords({ x: event.clientX, y: event.clientY });
    if (text !== '' && place !== null) put(view, oneLine(view, text), place, place);
    return true;
  },
});

/** A cell of a table has one line. */
function oneLine(view: EditorView, text: string): string {
  return view.contentDOM.getAttribute('aria-multiline') === 'false' ? text.replace(/\s*\n+\s*(?:[-*+] |\d+\. )?/g, ' ').trim() : text;
}
