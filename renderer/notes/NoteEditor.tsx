// The field of a note: light markdown with four buttons and their keys. React draws it once; what is typed stays in the
// field and goes to the disk from there, so that no key waits for anything.
import { Bold, Italic, Link, List, type LucideIcon } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type NoteId, noteLimits } from '../../content/core/annotation/model.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { Store } from '../state/store.ts';
import { useStore } from '../state/use-store.tsx';
import { notesCardText } from '../text/notes-card.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { link, nextItem, type Replacement, type Typed, toggleList, wrap } from './edit-markdown.ts';
import { flush, type Kept, typed } from './text-saver.ts';
import { openWriting } from './writing.ts';

interface Props {
  readonly guide: GuideId;
  readonly id: NoteId;
  readonly text: string;
  readonly onDone: () => void;
}

const bold = (text: Typed) => wrap(text, '**');
const italic = (text: Typed) => wrap(text, '*');

export function NoteEditor({ guide, id, text, onDone }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  // One sitting for as long as the field is there, whatever its note becomes meanwhile.
  const [writing] = useState(() => openWriting(guide, id, text));
  useEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
    const leaving = (): void => void flush();
    addEventListener('beforeunload', leaving);
    document.addEventListener('visibilitychange', leaving);
    return () => {
      removeEventListener('beforeunload', leaving);
      document.removeEventListener('visibilitychange', leaving);
      void writing.close();
    };
  }, [writing]);
  const format = (act: (text: Typed) => Replacement | null): boolean => {
    const change = field.current && act(typedIn(field.current));
    if (field.current && change) replace(field.current, change);
    return change !== null;
  };
  const key = (event: KeyboardEvent): void => {
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.nativeEvent.isComposing || event.altKey) return;
    const sign = event.key.toLowerCase();
    if (ctrl && sign === 'enter') onDone();
    else if (ctrl && sign === 'b') format(bold);
    else if (ctrl && sign === 'i') format(italic);
    else if (ctrl || event.shiftKey || sign !== 'enter' || !format(nextItem)) return;
    event.preventDefault();
  };
  return (
    <div className="note-editor">
      <fieldset className="note-tools" aria-label={notesCardText.format}>
        <Tool icon={Bold} name={notesCardText.bold} keys="Ctrl+B" onPress={() => format(bold)} />
        <Tool icon={Italic} name={notesCardText.italic} keys="Ctrl+I" onPress={() => format(italic)} />
        <Tool icon={List} name={notesCardText.list} onPress={() => format(toggleList)} />
        <Tool icon={Link} name={notesCardText.link} onPress={() => format(link)} />
        <KeptWord kept={writing.kept} />
      </fieldset>
      <textarea
        ref={field}
        className="field note-field"
        aria-label={notesCardText.field}
        aria-describedby={hint}
        placeholder={notesCardText.write}
        maxLength={noteLimits.text}
        defaultValue={writing.text}
        onInput={(event) => typed(id, event.currentTarget.value)}
        onBlur={() => void flush(id)}
        onKeyDown={key}
      />
      <p className="note-hint" id={hint}>
        {notesCardText.hint}
      </p>
    </div>
  );
}

/** The field keeps the focus. */
function Tool({ icon, name, keys = null, onPress }: { icon: LucideIcon; name: string; keys?: string | null; onPress: () => unknown }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pressing a button must leave the focus in the field
    <span onMouseDown={(event) => event.preventDefault()}>
      <IconButton icon={icon} name={name} keys={keys} onPress={onPress} />
    </span>
  );
}

/** Quiet: only what is wrong is said aloud, and that by a notice. */
function KeptWord({ kept }: { readonly kept: Store<Kept> }) {
  const state = useStore(kept);
  return (
    <span className="note-kept" data-kept={state}>
      {notesCardText[state]}
    </span>
  );
}

const typedIn = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Typed => ({
  text: value,
  from: selectionStart,
  to: selectionEnd,
});

/** As if it had been typed: the field's own undo takes it back. */
function replace(field: HTMLTextAreaElement, { from, to, insert, select }: Replacement): void {
  field.focus();
  field.setSelectionRange(from, to);
  document.execCommand(insert === '' ? 'delete' : 'insertText', false, insert);
  field.setSelectionRange(...select);
}
