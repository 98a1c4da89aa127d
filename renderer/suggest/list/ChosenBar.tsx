// What can be done with the ticked suggestions. It is there while some are, and only what is shown is touched.
import { Send, Trash2, X } from 'lucide-react';
import { removeDrafts } from '../../state/suggestions.ts';
import { suggestListText as text } from '../../text/suggest-list.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ExportMenu } from '../leave/ExportMenu.tsx';
import { lookAndSend } from '../leave/leave.ts';
import { chosenOf, type RowGroup } from './list-model.ts';
import { loadSuggestions, untick } from './list-store.ts';

export function ChosenBar({ groups, ticked }: { readonly groups: readonly RowGroup[]; readonly ticked: ReadonlySet<string> }) {
  const chosen = chosenOf(groups, ticked);
  if (chosen.length === 0) return null;
  const ids = chosen.map(({ id }) => id);
  const unsent = chosen.filter(({ state, conflict }) => (state === 'draft' || state === 'ready') && !conflict);
  return (
    <section className="suggest-chosen no-print" aria-label={text.chosen(chosen.length)}>
      <p role="status">{text.chosen(chosen.length)}</p>
      {unsent.length === chosen.length && (
        <button type="button" className="button button-main" onClick={() => lookAndSend(ids)}>
          <Icon of={Send} size={16} />
          {text.sendChosen}
        </button>
      )}
      <ExportMenu ids={ids} />
      <button
        type="button"
        className="button"
        onClick={() => {
          untick();
          void removeDrafts(ids).then(loadSuggestions);
        }}
      >
        <Icon of={Trash2} size={16} />
        {text.delete}
      </button>
      <button type="button" className="button" onClick={untick}>
        <Icon of={X} size={16} />
        {text.untick}
      </button>
    </section>
  );
}
