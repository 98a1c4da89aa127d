// What a suggestion rests on: words, links and files, each with a way to take it out again.
import { FileText, Link, Paperclip, Quote, X } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Evidence } from '../../../content/core/suggestion/model.ts';
import type { OpenDraft } from '../../state/draft-session.ts';
import { attachFile, changeFields } from '../../state/suggestions.ts';
import { suggestPanelText } from '../../text/suggest-page.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { evidenceName, isFull, linkOf, sizeWords } from './panel-model.ts';

const icons = { text: Quote, link: Link, file: FileText } as const;

export function EvidenceField({ draft }: { readonly draft: OpenDraft }) {
  const [adding, setAdding] = useState<'text' | 'link' | null>(null);
  const list = useRef<HTMLFieldSetElement>(null);
  const { evidence } = draft.fields;
  const full = isFull(draft);
  const remove = (at: number): void => {
    changeFields({ evidence: evidence.filter((_, index) => index !== at) });
    // The button that had the focus is gone.
    list.current?.focus();
  };
  const add = (item: Evidence): void => {
    changeFields({ evidence: [...evidence, item] });
    setAdding(null);
    list.current?.focus();
  };
  return (
    <fieldset className="suggest-field" ref={list} tabIndex={-1}>
      <legend>{suggestPanelText.evidence}</legend>
      {evidence.length === 0 && <p className="suggest-hint">{suggestPanelText.evidenceNone}</p>}
      <ul className="suggest-evidence">
        {evidence.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be there twice
          <li key={at}>
            <Icon of={icons[item.kind]} size={16} />
            <span className="suggest-evidence-name">
              {evidenceName(item)}
              {item.kind === 'file' && <span className="suggest-soft"> {sizeWords(item.bytes)}</span>}
              {item.kind === 'file' && draft.kept.lost.includes(item.digest) && (
                <span className="suggest-lost">{suggestPanelText.lost}</span>
              )}
            </span>
            <IconButton icon={X} name={suggestPanelText.removeEvidence(evidenceName(item))} onPress={() => remove(at)} />
          </li>
        ))}
      </ul>
      {adding !== null && <NewEvidence kind={adding} onAdd={add} onCancel={() => setAdding(null)} />}
      {adding === null && full && <p className="suggest-hint">{suggestPanelText.full}</p>}
      {adding === null && !full && (
        <div className="suggest-row">
          <button type="button" className="button button-edge" onClick={() => setAdding('text')}>
            <Icon of={Quote} size={16} />
            {suggestPanelText.addText}
          </button>
          <button type="button" className="button button-edge" onClick={() => setAdding('link')}>
            <Icon of={Link} size={16} />
            {suggestPanelText.addLink}
          </button>
          <button type="button" className="button button-edge" onClick={() => void attachFile()}>
            <Icon of={Paperclip} size={16} />
            {suggestPanelText.addFile}
          </button>
        </div>
      )}
    </fieldset>
  );
}

// core/suggestion bounds them so.
const longest = { text: 5_000, link: 2_000 } as const;

interface NewProps {
  readonly kind: 'text' | 'link';
  readonly onAdd: (item: Evidence) => void;
  readonly onCancel: () => void;
}

function NewEvidence({ kind, onAdd, onCancel }: NewProps) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const id = useId();
  const done = (): void => {
    const href = kind === 'link' ? linkOf(text) : null;
    if (kind === 'text' && text.trim() !== '') onAdd({ kind, text: text.trim() });
    else if (href !== null) onAdd({ kind: 'link', href });
    else setWrong(true);
  };
  const field = {
    ...{ className: 'field', id, value: text, maxLength: longest[kind], 'aria-invalid': wrong },
    'aria-describedby': wrong ? `${id}-wrong` : undefined,
    // The person pressed a button for it: this is where they want to be.
    autoFocus: true,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      } else if (event.key === 'Enter' && (kind === 'link' || event.ctrlKey)) {
        event.preventDefault();
        done();
      }
    },
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setText(event.target.value);
      setWrong(false);
    },
  };
  return (
    <div className="suggest-line">
      <label htmlFor={id}>{kind === 'text' ? suggestPanelText.textLabel : suggestPanelText.linkLabel}</label>
      {kind === 'text' ? <textarea {...field} rows={3} /> : <input {...field} type="text" inputMode="url" />}
      {wrong && kind === 'link' && (
        <p className="suggest-lost" id={`${id}-wrong`} role="alert">
          {suggestPanelText.linkWrong}
        </p>
      )}
      <div className="suggest-row">
        <button type="button" className="button button-edge" onClick={done}>
          {suggestPanelText.add}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {suggestPanelText.cancel}
        </button>
      </div>
    </div>
  );
}
