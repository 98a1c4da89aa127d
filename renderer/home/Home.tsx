// Home: where one stopped, what one kept, what is due, what is here. What is empty says how to fill it.

import { Fault } from '../shell/Fault.tsx';
import { PlaceLink } from '../shell/PlaceLink.tsx';
import { facts, library } from '../state/library.ts';
import { reading } from '../state/reading.ts';
import { useStore } from '../state/use-store.tsx';
import { localDay, moment } from '../text/dates.ts';
import { homeText } from '../text/home.ts';
import { GuideRow } from './GuideRow.tsx';
import { homeView, type PackCard } from './home-model.ts';

export function Home() {
  const { state, packs } = useStore(library);
  const read = useStore(reading);
  const { now } = useStore(facts);
  const view = homeView(state, read, now);
  const today = localDay(now);
  return (
    <>
      <h1 className="page-title">{homeText.title}</h1>
      <p className="page-lead">{homeText.lead}</p>
      <div className="fault-page">
        {state.problems.map((problem) => (
          <Fault
            key={`${problem.code} ${problem.channel}`}
            error={problem}
            about={problem.channel === null ? null : (packs.get(problem.channel)?.info.title ?? problem.channel)}
            showLog
          />
        ))}
        {view.empty && (
          <section className="section-note">
            <h2 className="section-title">{homeText.empty}</h2>
            <p>{homeText.emptyBody}</p>
            <p>
              {homeText.emptyNext} <PlaceLink to={{ kind: 'updates' }}>{homeText.emptyUpdates}</PlaceLink>
            </p>
          </section>
        )}
      </div>
      {!view.empty && (
        <div className="home-columns">
          <section aria-labelledby="home-resume">
            <h2 className="section-title" id="home-resume">
              {homeText.resume}
            </h2>
            {view.resume.length === 0 ? (
              <>
                <p className="section-note">{homeText.resumeNone}</p>
                <ul className="rows">
                  {view.starts.map((guide) => (
                    <GuideRow key={guide.id} guide={guide} />
                  ))}
                </ul>
              </>
            ) : (
              <ul className="rows">
                {view.resume.map(({ guide, at }) => (
                  <GuideRow key={guide.id} guide={guide} note={homeText.read(moment(at, now))} />
                ))}
              </ul>
            )}
          </section>
          <div>
            <section aria-labelledby="home-saved">
              <h2 className="section-title" id="home-saved">
                {homeText.saved}
              </h2>
              {view.saved.length === 0 ? (
                <p className="section-note">{homeText.savedNone}</p>
              ) : (
                <ul className="rows">
                  {view.saved.map((guide) => (
                    <GuideRow key={guide.id} guide={guide} text={null} mark={false} />
                  ))}
                </ul>
              )}
            </section>
            <section aria-labelledby="home-due" className="home-second">
              <h2 className="section-title" id="home-due">
                {homeText.due}
              </h2>
              {view.due.length === 0 ? (
                <p className="section-note">{homeText.dueNone}</p>
              ) : (
                <ul className="rows">
                  {view.due.map(({ guide, overdue }) => (
                    <GuideRow
                      key={guide.id}
                      guide={guide}
                      mark={overdue}
                      text={null}
                      note={(overdue ? homeText.dueOverdue : homeText.dueSoon)(guide.reviewBy ?? '', today)}
                    />
                  ))}
                </ul>
              )}
              {view.dueMore > 0 && <p className="section-note">{homeText.dueMore(view.dueMore)}</p>}
            </section>
          </div>
          <section aria-labelledby="home-here" className="home-wide">
            <h2 className="section-title" id="home-here">
              {homeText.here}
            </h2>
            <p className="section-note">
              {homeText.hereSum(view.guides, state.packs.length)}. {view.drafts > 0 && homeText.draftNote(view.drafts, view.guides)}
            </p>
            <Cards title={homeText.channels} cards={view.channels} />
            <Cards title={homeText.subjects} cards={view.subjects} />
          </section>
        </div>
      )}
    </>
  );
}

function Cards({ title, cards }: { readonly title: string; readonly cards: readonly PackCard[] }) {
  if (cards.length === 0) return null;
  return (
    <>
      <h3 className="cards-title">{title}</h3>
      <ul className="cards">
        {cards.map(({ pack, count }) => (
          <li key={pack.info.channel} className="row">
            <PlaceLink to={{ kind: 'channel', channel: pack.info.channel }} className="row-link">
              <span className="row-count">{homeText.guides(count)}</span>
              <span className="row-title">{pack.info.title}</span>
              <span className="row-text">{pack.info.purpose}</span>
            </PlaceLink>
          </li>
        ))}
      </ul>
    </>
  );
}
