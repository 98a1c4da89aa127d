// One suggestion by itself: what it would change, why, what has happened to it, and everything that can be done with it.
import { ArrowLeft, ExternalLink, PencilLine, Trash2 } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { SuggestionId } from '../../../content/core/suggestion/model.ts';
import { PlaceLink } from '../../shell/PlaceLink.tsx';
import type { OpenDraft } from '../../state/draft-session.ts';
import { facts, library } from '../../state/library.ts';
import { go } from '../../state/navigation.ts';
import { closeDraft, openDraft, removeDrafts, showDraft } from '../../state/suggestions.ts';
import { useStore } from '../../state/use-store.tsx';
import { suggestListText, suggestOneText as text } from '../../text/suggest-list.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ExportMenu } from '../leave/ExportMenu.tsx';
import { SummaryView } from '../leave/SummaryView.tsx';
import { summaryOf, titleOf } from '../leave/summary-model.ts';
import { editInGuide } from '../page/edit-in-guide.ts';
import { suggestionNow } from '../panel/panel-model.ts';
import { SuggestPanel } from '../panel/SuggestPanel.tsx';
import { Decide } from './Decide.tsx';
import { NewGuide } from './NewGuide.tsx';
import { historyOf, isClosed } from './one-model.ts';

export function SuggestionPage({ id }: { readonly id: SuggestionId }) {
  const draft = useStore(openDraft);
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    void showDraft(id).then((found) => setGone(!found));
    return () => {
      if (openDraft.get()?.kept.draft.suggestion.id === id) void closeDraft();
    };
  }, [id]);
  const isHere = draft?.kept.draft.suggestion.id === id;
  return (
    <>
      <p className="suggest-back no-print">
        <PlaceLink to={{ kind: 'suggestions', draft: null }} className="button">
          <Icon of={ArrowLeft} size={16} />
          {text.back}
        </PlaceLink>
      </p>
      {!isHere && <h1 className="page-title">{text.back}</h1>}
      {!isHere && !isGone && <p className="page-lead busy-words">{text.loading}</p>}
      {isHere && <One draft={draft} />}
    </>
  );
}

function One({ draft }: { readonly draft: OpenDraft }) {
  const { kept } = draft;
  const { suggestion, conflict } = kept.draft;
  const { packs } = useStore(library);
  const closed = isClosed(kept);
  const summary = useMemo(() => summaryOf(suggestionNow(draft)), [draft]);
  return (
    <>
      <h1 className="page-title">{kept.title ?? titleOf(suggestionNow(draft)) ?? suggestListText.noTitle}</h1>
      <p className="suggest-soft one-kind">
        {[suggestListText.what[suggestion.proposal.kind], packs.get(suggestion.channel)?.info.title ?? suggestion.channel].join(' · ')}
      </p>
      {kept.draft.sent && <Standing draft={draft} />}
      {kept.readOnly && <p className="section-note">{text.readOnly}</p>}
      {suggestion.guide !== null && kept.title === null && <p className="section-note">{text.gone}</p>}
      {kept.lost.length > 0 && <p className="section-note">{text.lost}</p>}
      {conflict && !closed && <Decide kept={kept} />}
      {suggestion.proposal.kind === 'new-guide' && !closed && <NewGuide draft={draft} />}
      <div className="one">
        <div className="one-text">
          <SummaryView summary={summary} level={2} />
          <History draft={draft} />
        </div>
        <div className="one-side-pane no-print">
          <Acts draft={draft} closed={closed} />
          {!closed && (
            <section aria-label={text.fields}>
              <SuggestPanel />
            </section>
          )}
        </div>
      </div>
    </>
  );
}

function Acts({ draft, closed }: { readonly draft: OpenDraft; readonly closed: boolean }) {
  const { id, guide, proposal } = draft.kept.draft.suggestion;
  return (
    <div className="one-acts">
      {guide !== null && draft.kept.title !== null && (
        <button
          type="button"
          className="button button-edge"
          onClick={() => void (closed ? go({ kind: 'guide', guide, target: null }) : editInGuide(id))}
        >
          <Icon of={closed || proposal.kind !== 'change' ? ExternalLink : PencilLine} size={16} />
          {closed || proposal.kind !== 'change' ? text.openGuide : text.edit}
        </button>
      )}
      <ExportMenu ids={[id]} />
      {closed && !draft.kept.readOnly && (
        <button
          type="button"
          className="button"
          onClick={() => {
            void removeDrafts([id]);
            void go({ kind: 'suggestions', draft: null });
          }}
        >
          <Icon of={Trash2} size={16} />
          {text.delete}
        </button>
      )}
    </div>
  );
}

/** Where it stands now, with what the group wrote last. */
function Standing({ draft }: { readonly draft: OpenDraft }) {
  const { now } = useStore(facts);
  const last = historyOf(draft.kept, now).at(-1);
  return (
    last && (
      <div className="one-standing">
        <p>{last.words}</p>
        {last.said !== '' && <p>{last.said}</p>}
      </div>
    )
  );
}

function History({ draft }: { readonly draft: OpenDraft }) {
  const { now } = useStore(facts);
  return (
    <section className="one-history" aria-labelledby="one-history">
      <h3 id="one-history">{text.history}</h3>
      <ol>
        {historyOf(draft.kept, now).map(({ key, words, said }) => (
          <li key={key}>
            {words}
            {said !== '' && (
              <blockquote>
                <span className="hidden-words">{text.says}: </span>
                {said}
              </blockquote>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
