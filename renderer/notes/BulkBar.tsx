// How many notes there are, and what can be done with those that are ticked. The row is always there, so that nothing
// moves when the first one is ticked.
import { Archive, ArchiveRestore, Trash2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { highlightNames } from '../../content/core/annotation/model.ts';
import { useStore } from '../state/use-store.tsx';
import { highlightWords } from '../text/notes.ts';
import { notesListText } from '../text/notes-list.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Disclosure } from './Disclosure.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { KindShape } from './KindWord.tsx';
import { archiveItems, deleteItems, markItems, tagItems, untagItems } from './list-actions.ts';
import { chosen, notesList, tickListed, untick } from './list-store.ts';
import { choicesOf, countAll, type NoteItem, namesOf } from './notes-page-model.ts';

export function BulkBar() {
  const { listed, items, filter, ticked, isBusy } = useStore(notesList);
  const some = chosen({ listed, ticked });
  const all = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (all.current) all.current.indeterminate = some.length > 0 && some.length < listed.length;
  }, [some.length, listed.length]);
  const hidden = ticked.size - some.length;
  return (
    <div className="notes-bulk no-print">
      <label className="notes-all">
        <input type="checkbox" ref={all} checked={some.length > 0 && some.length === listed.length} onChange={tickListed} />
        {some.length === 0 ? notesListText.selectAll(listed.length) : notesListText.selected(some.length)}
      </label>
      {some.length === 0 ? (
        <p className="notes-count">{notesListText.count(listed.length, countAll(items, filter))}</p>
      ) : (
        <fieldset className="notes-acts" aria-label={notesListText.actions}>
          <Disclosure name={notesListText.changeKind}>{(close) => <Kinds some={some} onDone={close} />}</Disclosure>
          <Disclosure name={notesListText.changeTags}>{(close) => <Tags some={some} onDone={close} />}</Disclosure>
          <ArchiveButton some={some} />
          <ExportMenu choice={namesOf(some)} />
          <button type="button" className="button" onClick={() => void deleteItems(some)}>
            <Icon of={Trash2} size={16} />
            {notesListText.delete}
          </button>
        </fieldset>
      )}
      {isBusy && (
        <p className="notes-hidden busy-words" role="status">
          {notesListText.working}
        </p>
      )}
      {hidden > 0 && <p className="notes-hidden">{notesListText.selectedHidden(hidden)}</p>}
      {ticked.size > 0 && <IconButton icon={X} name={notesListText.clearSelection} onPress={untick} />}
    </div>
  );
}

interface PanelProps {
  readonly some: readonly NoteItem[];
  readonly onDone: () => void;
}

function Kinds({ some, onDone }: PanelProps) {
  return highlightNames.map((highlight) => (
    <button
      key={highlight}
      type="button"
      className="button disclosed-row"
      onClick={() => {
        onDone();
        void markItems(some, highlight);
      }}
    >
      <KindShape kind={highlight} />
      {highlightWords[highlight].name}
      <span className="disclosed-hint">{highlightWords[highlight].hint}</span>
    </button>
  ));
}

function Tags({ some, onDone }: PanelProps) {
  const [typed, setTyped] = useState('');
  return (
    <>
      <form
        className="disclosed-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() === '') return;
          onDone();
          void tagItems(some, typed);
        }}
      >
        <input
          className="field"
          aria-label={notesListText.tagAdd}
          placeholder={notesListText.tagAdd}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="button button-edge">
          {notesListText.tagAddButton}
        </button>
      </form>
      {choicesOf(some).tags.map((tag) => (
        <button
          key={tag}
          type="button"
          className="button disclosed-row"
          onClick={() => {
            onDone();
            void untagItems(some, tag);
          }}
        >
          <Icon of={X} size={14} />
          {notesListText.tagRemove(tag)}
        </button>
      ))}
    </>
  );
}

/** Takes out of the archive where all that is ticked is in it. */
function ArchiveButton({ some }: Pick<PanelProps, 'some'>) {
  const isOut = some.every(({ note }) => note.archived);
  return (
    <button type="button" className="button" onClick={() => void archiveItems(some, !isOut)}>
      <Icon of={isOut ? ArchiveRestore : Archive} size={16} />
      {isOut ? notesListText.restore : notesListText.archive}
    </button>
  );
}
