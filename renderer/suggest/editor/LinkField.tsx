// Where a link leads, in place of the buttons: an address, or one of the guides on this PC by its title.
import type { EditorView } from '@codemirror/view';
import { useEffect, useId, useRef, useState } from 'react';
import { library } from '../../state/library.ts';
import { useStore } from '../../state/use-store.tsx';
import { editorText } from '../../text/suggest-editor.ts';
import { addressOf, type LinkRefusal, linkAt, setLink } from './link-commands.ts';

interface Props {
  readonly view: EditorView;
  readonly onClose: () => void;
}

export function LinkField({ view, onClose }: Props) {
  // The words that were chosen when the field opened: the caret may not move meanwhile.
  const [here] = useState(() => linkAt(view.state));
  const [typed, setTyped] = useState(here?.address ?? '');
  const [refusal, setRefusal] = useState<LinkRefusal | null>(null);
  const { guides } = useStore(library);
  const field = useRef<HTMLInputElement>(null);
  const [list, error] = [useId(), useId()];
  useEffect(() => field.current?.select(), []);
  const close = (): void => {
    onClose();
    view.focus();
  };
  const put = (): void => {
    const title = [...guides.values()].find((guide) => guide.title === typed.trim());
    const found = title ? { address: `guide:${title.id}` } : addressOf(typed);
    if ('refusal' in found) {
      setRefusal(found.refusal);
      return;
    }
    if (here) setLink(here, found.address)(view);
    close();
  };
  return (
    <form
      className="region-tools region-link no-print"
      data-not-text=""
      aria-label={editorText.link}
      onSubmit={(event) => {
        event.preventDefault();
        put();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      <input
        ref={field}
        className="field"
        aria-label={editorText.address}
        aria-invalid={refusal !== null}
        aria-describedby={refusal ? error : undefined}
        placeholder={editorText.addressHint}
        list={list}
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setRefusal(null);
        }}
      />
      <datalist id={list}>
        {[...guides.values()].map(({ id, title }) => (
          <option key={id} value={title} />
        ))}
      </datalist>
      <button type="submit" className="button button-main">
        {editorText.setLink}
      </button>
      {here && here.address !== '' && (
        <button
          type="button"
          className="button"
          onClick={() => {
            setLink(here, null)(view);
            close();
          }}
        >
          {editorText.removeLink}
        </button>
      )}
      <button type="button" className="button" onClick={close}>
        {editorText.cancel}
      </button>
      {refusal && (
        <p className="region-refusal" id={error} role="alert">
          {editorText.linkRefused[refusal]}
        </p>
      )}
    </form>
  );
}
