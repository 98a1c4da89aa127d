// Suggesting in the head of a guide: title and summary as fields in their place, what of them the open draft changes, and
// the line that says a draft is waiting.
import { Pencil } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { GuideDocument } from '../../../electron/ipc/replies.ts';
import { go } from '../../state/navigation.ts';
import { flushDraft, openDraft, showDraft, typeText } from '../../state/suggestions.ts';
import { useSelected, useStore } from '../../state/use-store.tsx';
import { editPlaceText, suggestPageText } from '../../text/suggest-page.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { DiffText } from '../editor/DiffText.tsx';
import { frontOf, type HeadField, headOf, oneLine, withHead } from './head-fields.ts';
import { ownDrafts } from './own-drafts.ts';
import { draftView, editingHead } from './page-state.ts';
import { isHere } from './suggest-actions.ts';

export function SuggestHead({ guide }: { readonly guide: GuideDocument }) {
  const isOpen = useSelected(openDraft, (draft) => draft !== null);
  // Of a letter in the text nothing is to be seen here.
  const front = useSelected(openDraft, (draft) => (draft?.source && isHere(guide) ? frontOf(draft.source) : null));
  const isEditing = useStore(editingHead);
  const was = useMemo(() => headOf(frontOf(guide.source)), [guide]);
  const now = useMemo(() => (front === null ? null : headOf(front)), [front]);
  if (!isOpen || now === null) return null;
  const changed = (['title', 'summary'] as const).filter((field) => was[field] !== now[field]);
  if (isEditing)
    return (
      <div className="suggest-head no-print" data-editing="" data-not-text="">
        <Field field="title" now={now.title} />
        <Field field="summary" now={now.summary} />
        <button type="button" className="button button-edge" onClick={close}>
          {editPlaceText.done}
        </button>
      </div>
    );
  if (changed.length === 0) return null;
  return (
    <div className="suggest-head no-print" data-not-text="">
      {changed.map((field) => (
        <ChangedField key={field} field={field} old={was[field]} next={now[field]} />
      ))}
    </div>
  );
}

function close(): void {
  editingHead.set(false);
  document.getElementById('main')?.focus({ preventScroll: true });
}

function Field({ field, now }: { readonly field: HeadField; readonly now: string }) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(now);
  useEffect(() => {
    if (field === 'title') area.current?.focus({ preventScroll: true });
  }, [field]);
  useEffect(() => {
    // Undone or brought by a newer edition; blanks that were just typed are no other words.
    setText((typed) => (oneLine(typed) === now ? typed : now));
  }, [now]);
  return (
    <div className="suggest-line">
      <label htmlFor={id}>{editPlaceText[field]}</label>
      <textarea
        ref={area}
        className={`field suggest-${field}`}
        id={id}
        rows={1}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          const present = openDraft.get()?.source;
          if (present !== undefined && present !== null) typeText(withHead(present, field, event.target.value));
        }}
        onBlur={() => void flushDraft()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== 'Enter') return;
          event.preventDefault();
          close();
        }}
      />
    </div>
  );
}

function ChangedField({ field, old, next }: { readonly field: HeadField; readonly old: string; readonly next: string }) {
  const view = useStore(draftView);
  return (
    <section className="suggest-place" data-host="head" data-field={field} aria-label={editPlaceText[field]}>
      <span className="suggest-sign">{editPlaceText[field]}</span>
      <DiffText old={old} next={next} view={view} />
      <div className="suggest-acts">
        <IconButton icon={Pencil} name={`${editPlaceText.edit}: ${editPlaceText[field]}`} onPress={() => editingHead.set(true)} />
      </div>
    </section>
  );
}

/** A draft of this guide that is not open: in the row that says where one is, so that nothing makes room for it. */
export function SuggestWaiting({ guide }: { readonly guide: GuideDocument }) {
  const drafts = useStore(ownDrafts);
  const isOpen = useSelected(openDraft, (draft) => draft !== null);
  const rows = drafts?.guide === guide.summary.id ? drafts.rows : [];
  const [latest] = rows;
  if (!latest || isOpen) return null;
  return (
    <p className="suggest-waiting no-print" data-not-text="">
      {rows.length === 1 ? suggestPageText.waiting : suggestPageText.waitingMany(rows.length)}{' '}
      <button type="button" className="button button-text" onClick={() => void showDraft(latest.id)}>
        {suggestPageText.goOn}
      </button>{' '}
      {suggestPageText.or}{' '}
      <button type="button" className="button button-text" onClick={() => void go({ kind: 'suggestions', draft: latest.id })}>
        {suggestPageText.look}
      </button>
      {suggestPageText.end}
    </p>
  );
}
