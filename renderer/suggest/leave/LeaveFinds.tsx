// What looks personal, thing by thing: taken out, or ticked by somebody who has looked at it.
import { TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { announce } from '../../state/announcer.ts';
import { useStore } from '../../state/use-store.tsx';
import { suggestLeaveText as text } from '../../text/suggest-leave.ts';
import { Icon } from '../../ui/Icon.tsx';
import { goToDraft } from './go-to-draft.ts';
import { lastRemoved, putBack, removeFind } from './leave-mend.ts';
import { type LeaveItem, openFinds, tick, ticked, tickOf } from './leave-session.ts';
import { type Find, withoutFind } from './personal-finds.ts';

interface Props {
  readonly items: readonly LeaveItem[];
  readonly isBusy: boolean;
}

export function LeaveFinds({ items, isBusy }: Props) {
  const ticks = useStore(ticked);
  const root = useRef<HTMLElement>(null);
  const all = items.flatMap((item) => item.finds.map((find) => ({ item, find })));
  const hasFiles = items.some(({ kept }) => kept.draft.suggestion.evidence.some(({ kind }) => kind === 'file'));
  const removed = useStore(lastRemoved);
  if (all.length === 0 && !hasFiles && !removed) return null;
  // The button is gone with what it removed: the next one, or the list, has the focus.
  const focusNext = (): void => {
    requestAnimationFrame(() => (root.current?.querySelector<HTMLElement>('.leave-find button') ?? root.current)?.focus());
  };
  const remove = async (item: LeaveItem, find: Find): Promise<void> => {
    if (isBusy || !(await removeFind(item.id, find))) return;
    announce(text.removed(find.words));
    focusNext();
  };
  return (
    <section className="leave-finds" aria-labelledby="leave-finds-title" ref={root} tabIndex={-1}>
      <h3 className="leave-part" id="leave-finds-title">
        <Icon of={TriangleAlert} />
        {text.personal}
      </h3>
      {all.length > 0 && <p role="status">{text.personalLead(openFinds(items, ticks).length)}</p>}
      {removed && (
        <p className="leave-removed">
          {text.removed(removed.words)}{' '}
          <button type="button" className="button button-text" onClick={() => !isBusy && void putBack().then(focusNext)}>
            {text.putBack}
          </button>
        </p>
      )}
      <ul>
        {all.map(({ item, find }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be found twice
          <li key={`${tickOf(item.id, find)} ${at}`} className="leave-find">
            <p>
              {text.looks(find.isMobile ? text.mobile : text.kinds[find.kind], placeWords(find))}
              {': '}
              <q>{find.words}</q>
              {items.length > 1 && <span className="leave-soft"> {item.model.title}</span>}
            </p>
            <div className="leave-find-acts">
              {withoutFind(item.kept.draft.suggestion, find) ? (
                <button
                  type="button"
                  className="button button-edge"
                  aria-label={text.removeName(find.words)}
                  onClick={() => void remove(item, find)}
                >
                  {text.remove}
                </button>
              ) : (
                <button
                  type="button"
                  className="button button-edge"
                  aria-label={text.goToName(find.words)}
                  onClick={() => void goToDraft(item.kept)}
                >
                  {text.goTo}
                </button>
              )}
              <label className="leave-tick">
                <input
                  type="checkbox"
                  aria-label={text.mayGoName(find.words)}
                  checked={ticks.has(tickOf(item.id, find))}
                  onChange={(event) => tick(item.id, find, event.target.checked)}
                />
                {text.mayGo}
              </label>
            </div>
          </li>
        ))}
      </ul>
      {hasFiles && <p className="leave-soft">{text.filesUnread}</p>}
    </section>
  );
}

function placeWords({ place }: Find): string {
  switch (place.kind) {
    case 'why':
      return text.places.why(place.line);
    case 'evidence':
      return text.places.evidence(place.at + 1, place.line);
    case 'link':
      return text.places.link(place.at + 1);
    case 'file':
      return text.places.file(place.at + 1);
    case 'text':
      return text.places.text(place.under);
  }
}
