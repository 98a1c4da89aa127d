// A note in the list of all notes: what it stands on, what it says, and the facts about it. One row at a time is in the
// order of Tab; the arrow keys choose which.
import { Archive, ArchiveRestore, PencilLine, Trash2 } from 'lucide-react';
import { memo } from 'react';
import { localDay } from '../text/dates.ts';
import { noteStateWords, notesListText } from '../text/notes-list.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { cut } from './guide-notes-model.ts';
import { KindWord } from './KindWord.tsx';
import { archiveItems, deleteItems, openItem } from './list-actions.ts';
import { edit, standOn, tick } from './list-store.ts';
import { NoteWords } from './NoteWords.tsx';
import type { NoteItem } from './notes-page-model.ts';
import { RowEditor } from './RowEditor.tsx';

interface Props {
  readonly item: NoteItem;
  readonly isTicked: boolean;
  /** The row that the keys stand on. */
  readonly isCurrent: boolean;
  /** Its words are being written. */
  readonly isEditing: boolean;
  /** Where rows are not grouped by guide. */
  readonly withGuide: boolean;
}

// Long enough to know the note by, short enough to be said.
const nameLength = 80;

export const NoteRow = memo(function NoteRow({ item, isTicked, isCurrent, isEditing, withGuide }: Props) {
  const { key, note, state, title, readOnly } = item;
  const quote = note.anchor.exact;
  const name = cut(quote === '' ? notesListText.noQuote : quote, nameLength);
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <li className="note-row" data-key={key} data-state={state} onFocus={() => standOn(key)}>
      <input
        type="checkbox"
        className="note-tick no-print"
        aria-label={notesListText.tick(name)}
        checked={isTicked}
        tabIndex={tabIndex}
        onClick={(event) => tick(key, event.shiftKey)}
        // Told by the click, which knows of the Shift key.
        onChange={() => undefined}
      />
      <div className="note-main">
        <a
          className="note-link"
          href={`#guide/${note.guide}`}
          tabIndex={tabIndex}
          draggable={false}
          onClick={(event) => {
            event.preventDefault();
            openItem(item);
          }}
        >
          <span className="kind-quote" data-kind={note.highlight}>
            {quote === '' ? notesListText.noQuote : quote}
          </span>
        </a>
        {isEditing ? <RowEditor item={item} /> : <NoteWords note={note} />}
        <p className="note-facts">
          <KindWord kind={note.highlight} />
          {state !== 'unchanged' && <span className={`state note-state-${state}`}>{noteStateWords[state]}</span>}
          {withGuide && <span>{title ?? note.guide}</span>}
          {item.section !== null && <span>{item.section}</span>}
          {note.tags.map((tag) => (
            <span key={tag} className="note-tag">
              {tag}
            </span>
          ))}
          <Dates item={item} />
        </p>
      </div>
      <div className="note-acts no-print">
        {!readOnly && (
          <>
            <IconButton icon={PencilLine} name={`${notesListText.edit}: ${name}`} tabIndex={tabIndex} onPress={() => edit(key)} />
            <IconButton
              icon={note.archived ? ArchiveRestore : Archive}
              name={`${note.archived ? notesListText.restore : notesListText.archive}: ${name}`}
              tabIndex={tabIndex}
              onPress={() => void archiveItems([item], !note.archived)}
            />
            <IconButton
              icon={Trash2}
              name={`${notesListText.delete}: ${name}`}
              tabIndex={tabIndex}
              onPress={() => void deleteItems([item])}
            />
          </>
        )}
      </div>
    </li>
  );
});

function Dates({ item: { note } }: { readonly item: NoteItem }) {
  const [made, changed] = [localDay(note.created), localDay(note.modified)];
  return (
    <time dateTime={note.modified}>
      {notesListText.made(made)}
      {changed !== made && `, ${notesListText.changed(changed)}`}
    </time>
  );
}
