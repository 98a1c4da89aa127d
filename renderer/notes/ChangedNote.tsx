// A note whose words were changed or moved, and which stands where it should: what became of them, and "Seen".
import { notesListText } from '../text/notes-list.ts';
import { archiveItems, openItem, seenItems } from './list-actions.ts';
import { NoteCaption } from './NoteCaption.tsx';
import { NoteWords } from './NoteWords.tsx';
import type { NoteItem } from './notes-page-model.ts';
import { hasRewording, rewordingOf } from './tray-model.ts';

export function ChangedNote({ item }: { readonly item: NoteItem }) {
  const { note, readOnly } = item;
  return (
    <li className="tray-note">
      <NoteCaption item={item} section={item.section} />
      {note.fate === 'reworded' ? <Diff item={item} /> : <blockquote className="tray-quote">{note.anchor.exact}</blockquote>}
      <NoteWords note={note} />
      <p className="tray-acts">
        {!readOnly && (
          <button type="button" className="button button-edge" onClick={() => void seenItems([item])}>
            {notesListText.seen}
          </button>
        )}
        <button type="button" className="button" onClick={() => openItem(item)}>
          {notesListText.showInGuide}
        </button>
        {!readOnly && (
          <button type="button" className="button" onClick={() => void archiveItems([item], true)}>
            {notesListText.archive}
          </button>
        )}
      </p>
    </li>
  );
}

function Diff({ item }: { readonly item: NoteItem }) {
  const parts = rewordingOf(item);
  if (!hasRewording(parts)) return <blockquote className="tray-quote">{item.note.anchor.exact}</blockquote>;
  let at = 0;
  return (
    <blockquote className="tray-quote tray-diff">
      {parts.map(({ kind, text }) => {
        at += text.length;
        if (kind === 'same') return <span key={at}>{text}</span>;
        const Tag = kind === 'removed' ? 'del' : 'ins';
        return (
          <Tag key={`${kind} ${at}`}>
            <span className="hidden-words">{kind === 'removed' ? notesListText.removedWords : notesListText.addedWords}</span>
            {text}
            <span className="hidden-words">{notesListText.wordsEnd}</span>
          </Tag>
        );
      })}
    </blockquote>
  );
}
