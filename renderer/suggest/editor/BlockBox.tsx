// What kind of block the caret stands in, and the way to make it another one. The toolbar's one stop of the Tab key.
import type { EditorView } from '@codemirror/view';
import { calloutKinds } from '../../../content/core/guide/model.ts';
import { calloutWords } from '../../text/names.ts';
import { editorText } from '../../text/suggest-editor.ts';
import { type Block, blockAt, setBlock } from './block-commands.ts';

const headings = ['heading-2', 'heading-3', 'heading-4'] as const;

export function BlockBox({ view }: { readonly view: EditorView }) {
  return (
    <select
      className="region-block"
      aria-label={editorText.block}
      value={blockAt(view.state)}
      onChange={(event) => {
        setBlock(event.currentTarget.value as Block)(view);
        view.focus();
      }}
    >
      <option value="text">{editorText.text}</option>
      {headings.map((heading) => (
        <option key={heading} value={heading}>
          {editorText.headings[heading]}
        </option>
      ))}
      <optgroup label={editorText.callout}>
        {calloutKinds.map((kind) => (
          <option key={kind} value={kind}>
            {calloutWords[kind]}
          </option>
        ))}
      </optgroup>
    </select>
  );
}
