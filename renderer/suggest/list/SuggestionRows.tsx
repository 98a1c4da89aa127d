// Rows of suggestions: what it is about, what would change, and where it stands. The title leads to the suggestion's own page.
import type { SuggestionId } from '../../../content/core/suggestion/model.ts';
import type { SuggestionRow } from '../../../electron/ipc/suggestion-replies.ts';
import { PlaceLink } from '../../shell/PlaceLink.tsx';
import { facts, library } from '../../state/library.ts';
import { useStore } from '../../state/use-store.tsx';
import { suggestListText as text } from '../../text/suggest-list.ts';
import { kindNames } from '../../text/suggest-page.ts';
import { DiffText } from '../editor/DiffText.tsx';
import { stateOf, titleOf } from './list-model.ts';
import { tick } from './list-store.ts';

interface Props {
  readonly rows: readonly SuggestionRow[];
  readonly ticked: ReadonlySet<SuggestionId>;
}

export function SuggestionRows({ rows, ticked }: Props) {
  return (
    <ul className="rows">
      {rows.map((row) => (
        <Row key={row.id} row={row} isTicked={ticked.has(row.id)} />
      ))}
    </ul>
  );
}

function Row({ row, isTicked }: { readonly row: SuggestionRow; readonly isTicked: boolean }) {
  const { now } = useStore(facts);
  const { packs } = useStore(library);
  const state = stateOf(row, now);
  const title = titleOf(row);
  return (
    <li className="suggest-row-item" data-suggestion={row.id}>
      <input className="note-tick" type="checkbox" aria-label={text.tick(title)} checked={isTicked} onChange={() => tick(row.id)} />
      <div className="suggest-row-main">
        <PlaceLink to={{ kind: 'suggestions', draft: row.id }} className="suggest-row-title">
          {title}
        </PlaceLink>
        <p className="suggest-row-facts">
          {[text.what[row.proposal], packs.get(row.channel)?.info.title ?? row.channel, kindNames[row.kind]].join(' · ')}
        </p>
        {row.first && (
          <div className="suggest-row-change">
            <DiffText old={row.first.old} next={row.first.next} view="all" />
            {row.edits > 1 && <p className="suggest-soft">{text.more(row.edits - 1)}</p>}
          </div>
        )}
        {row.why !== '' && <p className="suggest-row-why">{row.why}</p>}
      </div>
      <p className="suggest-state" data-state={state.name}>
        {state.words}
      </p>
    </li>
  );
}
