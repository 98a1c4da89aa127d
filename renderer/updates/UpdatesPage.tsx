// Everything known about updates on one page: the state in a sentence, what can be done, the shared folders, the
// channels, and what IT needs.

import { Fault } from '../shell/Fault.tsx';
import { wordsFor } from '../shell/status-line.ts';
import { toneOf } from '../shell/sync-tone.ts';
import { ToneIcon } from '../shell/ToneIcon.tsx';
import { facts, library } from '../state/library.ts';
import { sync } from '../state/sync.ts';
import { useStore } from '../state/use-store.tsx';
import { syncLine } from '../text/sync.ts';
import { updatesText } from '../text/updates.ts';
import { Actions } from './Actions.tsx';
import { ChannelList } from './ChannelList.tsx';
import { FolderReport } from './FolderReport.tsx';
import { ShareList } from './ShareList.tsx';
import { hasShares, timesOf } from './updates-model.ts';

export function UpdatesPage() {
  const view = useStore(sync);
  const { state: held } = useStore(library);
  const app = useStore(facts);
  if (!view)
    return (
      <>
        <h1 className="page-title">{updatesText.title}</h1>
        <p className="page-lead">{updatesText.loading}</p>
      </>
    );
  const { state, at } = view;
  const seals = held.packs.map((pack) => pack.seal);
  const line = syncLine(state.settled, wordsFor(seals, at, undefined));
  const { error } = state.settled;
  return (
    <>
      <h1 className="page-title">{updatesText.title}</h1>
      <p className="page-lead update-state" data-sync={state.settled.kind}>
        {line !== null && <ToneIcon tone={toneOf(state.settled)} size={22} />}
        <span>{line === null ? updatesText.none : `${line}.`}</span>
      </p>
      {timesOf(state, at).map((sentence) => (
        <p key={sentence} className="update-times">
          {sentence}
        </p>
      ))}
      {!hasShares(state) && (
        <div className="update-none">
          <p>{updatesText.noneReading}</p>
          {!state.managed && <p>{updatesText.noneNext}</p>}
        </div>
      )}
      <Actions state={state} app={app} />
      <FolderReport />
      {error && (
        <div className={`update-fault update-fault-${toneOf(state.settled)}`}>
          <Fault error={error} showLog />
        </div>
      )}
      <ShareList state={state} now={at} />
      <ChannelList state={state} now={at} />
      <section className="update-part" aria-labelledby="updates-why">
        <h2 className="section-title" id="updates-why">
          {updatesText.why}
        </h2>
        <div className="section-note update-it">
          <p>{updatesText.whyEdition}</p>
          <p>{updatesText.whyWaits}</p>
          <p>{updatesText.whyAsk}</p>
        </div>
      </section>
      <section className="update-part" aria-labelledby="updates-it">
        <h2 className="section-title" id="updates-it">
          {updatesText.forIt}
        </h2>
        <div className="section-note update-it">
          <p>{updatesText.forItShares}</p>
          <p>{updatesText.forItFolder}</p>
          <p>{updatesText.forItCommand}</p>
        </div>
      </section>
    </>
  );
}
