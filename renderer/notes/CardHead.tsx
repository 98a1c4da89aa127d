// The head of a note's card: which of the four kinds it is, and how to close it.
import { X } from 'lucide-react';
import { useId } from 'react';
import { highlightNames, type Note } from '../../content/core/annotation/model.ts';
import { highlightWords } from '../text/notes.ts';
import { notesCardText } from '../text/notes-card.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { KindShape } from './KindWord.tsx';
import { changeNotes } from './note-actions.ts';

interface Props {
  readonly note: Note;
  readonly locked: boolean;
  readonly onClose: () => void;
}

export function CardHead({ note, locked, onClose }: Props) {
  const name = useId();
  return (
    <div className="note-card-head">
      <fieldset className="note-kinds" disabled={locked}>
        <legend className="hidden-words">{notesCardText.kind}</legend>
        {highlightNames.map((kind) => (
          <label key={kind} className="note-kind-choice" title={highlightWords[kind].hint}>
            <input
              type="radio"
              name={name}
              value={kind}
              className="hidden-words"
              checked={note.highlight === kind}
              onChange={() => void changeNotes([note], { highlight: kind })}
            />
            <KindShape kind={kind} />
            {highlightWords[kind].name}
          </label>
        ))}
      </fieldset>
      <IconButton icon={X} name={notesCardText.close} keys="Esc" onPress={onClose} />
    </div>
  );
}
