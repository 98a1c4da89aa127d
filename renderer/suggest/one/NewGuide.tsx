// A guide that is missing, as it shall be: its title, its summary and its whole text.
import { useId, useMemo, useState } from 'react';
import { parseGuide } from '../../../content/core/guide/parse.ts';
import type { OpenDraft } from '../../state/draft-session.ts';
import { openDraft, redoTyped, typeText, undoTyped } from '../../state/suggestions.ts';
import { suggestOneText as text } from '../../text/suggest-list.ts';
import { RegionEditor } from '../editor/RegionEditor.tsx';
import { bodyOf, withBody, withSummary, withTitle } from './new-guide.ts';

export function NewGuide({ draft }: { readonly draft: OpenDraft }) {
  const source = draft.source ?? '';
  const { meta } = useMemo(() => parseGuide(source, ''), [source]);
  const [reset, setReset] = useState(0);
  // What is in a field while it is typed: the file keeps one line without blanks at its ends.
  const [typed, setTyped] = useState({ title: meta.title, summary: meta.summary });
  const [title, summary] = [useId(), useId()];
  const now = (): string => openDraft.get()?.source ?? source;
  const again = (isDone: boolean): void => {
    if (!isDone) return;
    const { meta: back } = parseGuide(now(), '');
    setTyped({ title: back.title, summary: back.summary });
    setReset((count) => count + 1);
  };
  return (
    <section className="one-new" aria-label={text.newGuide}>
      <div className="suggest-field">
        <label htmlFor={title}>{text.newTitle}</label>
        <input
          className="field"
          id={title}
          maxLength={120}
          value={typed.title}
          onChange={(event) => {
            setTyped({ ...typed, title: event.target.value });
            typeText(withTitle(now(), event.target.value));
          }}
        />
      </div>
      <div className="suggest-field">
        <label htmlFor={summary}>{text.newSummary}</label>
        <input
          className="field"
          id={summary}
          maxLength={160}
          value={typed.summary}
          onChange={(event) => {
            setTyped({ ...typed, summary: event.target.value });
            typeText(withSummary(now(), event.target.value));
          }}
        />
      </div>
      <div className="one-new-text">
        <RegionEditor
          text={bodyOf(source)}
          reset={reset}
          base=""
          view="final"
          label={text.newGuide}
          caret={null}
          whole
          onChange={(next) => typeText(withBody(now(), next))}
          onUndo={() => again(undoTyped())}
          onRedo={() => again(redoTyped())}
          onDone={() => undefined}
          onEdge={() => undefined}
        />
      </div>
    </section>
  );
}
