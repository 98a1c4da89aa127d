// Where a newer edition and the author changed the same words: both stand side by side, with the text from before, place by
// place. One is taken, or one is written; nothing is put down until every place is decided.
import { useMemo, useState } from 'react';
import type { MergeConflict } from '../../../content/core/suggestion/merge.ts';
import type { KeptSuggestion } from '../../../electron/ipc/suggestion-replies.ts';
import { settleDraft } from '../../state/suggestions.ts';
import { suggestOneText as text } from '../../text/suggest-list.ts';
import { DiffText } from '../editor/DiffText.tsx';
import { RegionEditor } from '../editor/RegionEditor.tsx';
import { conflictParts, decidedText, isConflict } from './one-model.ts';

export function Decide({ kept }: { readonly kept: KeptSuggestion }) {
  const parts = useMemo(() => conflictParts(kept) ?? [], [kept]);
  const places = parts.filter(isConflict);
  const [chosen, choose] = useState<readonly (string | null)[]>(() => places.map(() => null));
  const open = places.filter((_, at) => (chosen[at] ?? null) === null).length;
  const source = decidedText(parts, chosen);
  return (
    <section className="one-decide" aria-labelledby="one-decide">
      <h2 className="section-title" id="one-decide">
        {text.decide}
      </h2>
      <p className="suggest-soft">{text.decideHow}</p>
      {places.map((place, at) => (
        <Place
          // biome-ignore lint/suspicious/noArrayIndexKey: places have no name but their order
          key={at}
          place={place}
          at={at}
          of={places.length}
          chosen={chosen[at] ?? null}
          onChoose={(words) => choose((now) => places.map((_, index) => (index === at ? words : (now[index] ?? null))))}
        />
      ))}
      <p className="suggest-row">
        <button
          type="button"
          className="button button-main"
          aria-disabled={source === null}
          onClick={() => source !== null && void settleDraft('resolve', source)}
        >
          {text.done}
        </button>
        {open > 0 && <span className="suggest-soft">{text.undecided(open)}</span>}
      </p>
    </section>
  );
}

interface PlaceProps {
  readonly place: MergeConflict;
  readonly at: number;
  readonly of: number;
  readonly chosen: string | null;
  readonly onChoose: (words: string) => void;
}

function Place({ place, at, of, chosen, onChoose }: PlaceProps) {
  const [isWriting, setWriting] = useState(false);
  const sides = [
    { name: text.national, words: place.ours, take: text.takeNational },
    { name: text.yours, words: place.theirs, take: text.takeYours },
  ];
  return (
    <section className="one-place" aria-label={text.place(at + 1, of)}>
      <h3>{text.place(at + 1, of)}</h3>
      <div className="one-sides">
        {sides.map(({ name, words, take }) => (
          <div className="one-side" key={name} data-chosen={!isWriting && chosen === words ? '' : undefined}>
            <h4>{name}</h4>
            {words.trim() === '' ? <p className="suggest-soft">{text.emptyPart}</p> : <DiffText old={place.base} next={words} view="all" />}
            <button
              type="button"
              className="button button-edge"
              aria-pressed={!isWriting && chosen === words}
              onClick={() => {
                setWriting(false);
                onChoose(words);
              }}
            >
              {take}
            </button>
          </div>
        ))}
      </div>
      {isWriting ? (
        <RegionEditor
          text={chosen ?? place.theirs}
          reset={0}
          base={place.ours}
          view="all"
          label={text.write}
          caret="end"
          onChange={onChoose}
          onUndo={() => undefined}
          onRedo={() => undefined}
          onDone={() => undefined}
          onEdge={() => undefined}
        />
      ) : (
        <button
          type="button"
          className="button"
          onClick={() => {
            setWriting(true);
            onChoose(chosen ?? place.theirs);
          }}
        >
          {text.write}
        </button>
      )}
    </section>
  );
}
