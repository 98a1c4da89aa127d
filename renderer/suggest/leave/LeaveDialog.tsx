// The dialog before anything leaves this PC: exactly what would, what is missing, what looks personal, and the ways out.
import { useEffect } from 'react';
import type { SuggestionId } from '../../../content/core/suggestion/model.ts';
import { Fault } from '../../shell/Fault.tsx';
import { go, navigation } from '../../state/navigation.ts';
import { closeDraft } from '../../state/suggestions.ts';
import { useStore } from '../../state/use-store.tsx';
import { localDay, longDay } from '../../text/dates.ts';
import { suggestText } from '../../text/suggest.ts';
import { suggestLeaveText as text } from '../../text/suggest-leave.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { goToDraft } from './go-to-draft.ts';
import { LeaveFiles } from './LeaveFiles.tsx';
import { LeaveFinds } from './LeaveFinds.tsx';
import { LeaveFoot, OutcomeWords } from './LeaveFoot.tsx';
import { closeLeaving } from './leave.ts';
import { lastRemoved } from './leave-mend.ts';
import { forget, type LeaveItem, leaveState, prepare } from './leave-session.ts';
import { SummaryView } from './SummaryView.tsx';

export function LeaveDialog({ ids }: { readonly ids: readonly SuggestionId[] }) {
  const state = useStore(leaveState);
  useEffect(() => {
    lastRemoved.set(null);
    void prepare(ids);
    return forget;
  }, [ids]);
  const { phase, items, error, outcome } = state;
  const isDone = outcome?.kind === 'sent' || outcome?.kind === 'saved';
  return (
    <DialogFrame
      title={text.title(ids.length)}
      closeName={isDone ? text.closeDone : text.close}
      onClose={isDone ? closeDone : closeLeaving}
    >
      <div className="leave" aria-busy={phase === 'loading'}>
        {isDone && outcome ? (
          <Done outcome={outcome} />
        ) : (
          <>
            {phase === 'loading' && items.length === 0 && <p role="status">{text.loading}</p>}
            {error === 'not-kept' && <p role="alert">{text.notKept}</p>}
            {error !== null && error !== 'not-kept' && <Fault error={error} onRetry={() => void prepare(ids)} />}
            {items.length > 0 && (
              <>
                <p className="leave-lead">{leadOf(items)}</p>
                <Missing items={items} />
                <LeaveFinds items={items} isBusy={phase !== 'ready'} />
                <Contents items={items} />
                <LeaveFoot state={state} />
              </>
            )}
          </>
        )}
      </div>
    </DialogFrame>
  );
}

/** One that has left already is the same file when it leaves again. */
function leadOf(items: readonly LeaveItem[]): string {
  const sent = items.flatMap(({ kept }) => kept.draft.sent?.at ?? []);
  return sent.length === items.length && sent[0] !== undefined ? text.leadSent(longDay(localDay(sent[0]))) : text.lead;
}

/** What has left is no draft any more: its guide is shown as it is again. */
function closeDone(): void {
  closeLeaving();
  if (navigation.get().place.kind === 'guide') void closeDraft();
}

function Missing({ items }: { readonly items: readonly LeaveItem[] }) {
  const some = items.filter(({ missing }) => missing.length > 0);
  if (some.length === 0) return null;
  return (
    <section className="leave-missing" aria-labelledby="leave-missing-title">
      <h3 className="leave-part" id="leave-missing-title">
        {text.missing}
      </h3>
      {some.map(({ id, kept, missing, model: { title } }) => {
        return (
          <div key={id} className="leave-missing-one">
            {items.length > 1 && <p>{title}</p>}
            <ul>
              {missing.map((what) => (
                <li key={what}>{text.missingWords[what]}</li>
              ))}
            </ul>
            <button type="button" className="button button-edge" aria-label={text.missingGoFor(title)} onClick={() => void goToDraft(kept)}>
              {text.missingGo}
            </button>
          </div>
        );
      })}
    </section>
  );
}

/** One lies open; of several each opens by its title. */
function Contents({ items }: { readonly items: readonly LeaveItem[] }) {
  return (
    <section aria-labelledby="leave-reading-title">
      <h3 className="leave-part" id="leave-reading-title">
        {text.reading}
      </h3>
      {items.map(({ id, model, preview }) => {
        const contents = (
          <>
            <SummaryView summary={model} />
            {preview && <LeaveFiles preview={preview} />}
          </>
        );
        return items.length === 1 ? (
          <div key={id}>{contents}</div>
        ) : (
          <details key={id} className="leave-one">
            <summary>{model.title}</summary>
            {contents}
          </details>
        );
      })}
    </section>
  );
}

function Done({ outcome }: { readonly outcome: Parameters<typeof OutcomeWords>[0]['outcome'] }) {
  return (
    <>
      <OutcomeWords outcome={outcome} />
      <div className="leave-acts">
        <button
          type="button"
          className="button button-main"
          onClick={() => {
            closeLeaving();
            void go({ kind: 'suggestions', draft: null });
          }}
        >
          {suggestText.title}
        </button>
        <button type="button" className="button button-edge" onClick={closeDone}>
          {text.closeDone}
        </button>
      </div>
    </>
  );
}
