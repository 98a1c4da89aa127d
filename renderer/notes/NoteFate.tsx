// What became of a note's words in this edition, until somebody says that it was seen.
import type { ShownNote } from '../../electron/ipc/note-replies.ts';
import { editionDay } from '../text/dates.ts';
import { notesCardText } from '../text/notes-card.ts';
import { type CardFate, cardFate } from './fate-model.ts';
import { acceptNotes } from './note-actions.ts';

export function NoteFate({
  shown,
  edition,
  readOnly,
}: {
  readonly shown: ShownNote;
  readonly edition: number;
  readonly readOnly: boolean;
}) {
  const fate = cardFate(shown);
  if (!fate) return null;
  const day = editionDay(edition);
  const title = { reworded: notesCardText.rewordedOn(day), moved: notesCardText.movedOn(day), gone: notesCardText.gone }[fate.kind];
  return (
    <div className="note-fate" data-fate={fate.kind}>
      <p className="note-fate-title">{title}</p>
      <Change fate={fate} />
      {fate.kind !== 'gone' && !readOnly && (
        <button type="button" className="button button-edge" onClick={() => void acceptNotes([shown.note])}>
          {notesCardText.seen}
        </button>
      )}
    </div>
  );
}

function Change({ fate }: { readonly fate: CardFate }) {
  if (fate.kind === 'moved') return null;
  if (fate.kind === 'gone')
    return (
      <p className="note-diff">
        {notesCardText.goneWords} <q>{fate.words}</q>
      </p>
    );
  return (
    <p className="note-diff">
      {fate.parts.map(({ kind, text }, at) => {
        // The parts of one text, in its order: their place is all that tells two equal ones apart.
        const key = `${at} ${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        const Tag = kind === 'removed' ? 'del' : 'ins';
        return (
          <Tag key={key}>
            <span className="hidden-words">{kind === 'removed' ? notesCardText.removedWords : notesCardText.addedWords}</span>
            {text.trimEnd()}
            <span className="hidden-words">{notesCardText.endOfChange}</span>
            {text.slice(text.trimEnd().length)}
          </Tag>
        );
      })}
    </p>
  );
}
