// One channel or subject: what it is for, who owns it, its guides. Long ones can be filtered.
import { useState } from 'react';
import type { ChannelId } from '../../content/core/base/ids.ts';
import { Fault } from '../shell/Fault.tsx';
import { PlaceLink } from '../shell/PlaceLink.tsx';
import { StateMark } from '../shell/StateMark.tsx';
import { facts, library } from '../state/library.ts';
import { useStore } from '../state/use-store.tsx';
import { editionDay } from '../text/dates.ts';
import { homeText } from '../text/home.ts';
import { readerText } from '../text/reader.ts';
import { shellText } from '../text/shell.ts';
import { GuideRow } from './GuideRow.tsx';
import { filterGuides } from './home-model.ts';

// A list that is drawn at once; a filter is offered as soon as one has to scroll.
const atOnce = 100;
const filterFrom = 12;

export function ChannelPage({ channel }: { readonly channel: ChannelId }) {
  const held = useStore(library);
  const { now } = useStore(facts);
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(atOnce);
  const pack = held.packs.get(channel);
  if (!pack)
    return (
      <>
        <h1 className="page-title">{homeText.channelUnknown}</h1>
        <p className="page-lead">{homeText.channelUnknownNext}</p>
      </>
    );
  const { info, seal, retired } = pack;
  const all = held.byChannel.get(channel) ?? [];
  const guides = filterGuides(all, typed);
  const problems = held.state.problems.filter((problem) => problem.channel === channel);
  return (
    <>
      <nav aria-label={shellText.breadcrumbs}>
        <ol className="crumbs">
          <li>
            <PlaceLink to={{ kind: 'home' }}>{shellText.home}</PlaceLink>
          </li>
          <li>{info.kind === 'channel' ? shellText.channels : shellText.subjects}</li>
        </ol>
      </nav>
      <h1 className="page-title">{info.title}</h1>
      <p className="page-lead">{info.purpose}</p>
      {retired !== null && (
        <div className="banner banner-retired" role="note">
          <StateMark state="retired" />
          <p>{readerText.bannerRetired(retired).sentence}</p>
        </div>
      )}
      <div className="page-facts">
        {info.workingGroup.name !== '' && <span>{homeText.ownedBy(info.workingGroup.name)}</span>}
        <span>{homeText.reviewEvery(info.reviewEveryMonths)}</span>
        <span>{readerText.footerEdition(info.title, editionDay(seal.version))}</span>
        <span>{readerText.footerChecked(seal.checkedAt, now)}</span>
        {seal.demo && <strong>{readerText.demo}</strong>}
      </div>
      {problems.map((problem) => (
        <Fault key={problem.code} error={problem} showLog />
      ))}
      {all.length > filterFrom && (
        <input
          className="field page-tools"
          type="search"
          aria-label={homeText.filter}
          placeholder={homeText.filter}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setShown(atOnce);
          }}
        />
      )}
      {all.length === 0 && <p className="section-note">{homeText.channelEmpty}</p>}
      {all.length > 0 && guides.length === 0 && (
        <p className="section-note" role="status">
          {homeText.filterNone}
        </p>
      )}
      <ul className="rows page-list">
        {guides.slice(0, shown).map((guide) => (
          <GuideRow key={guide.id} guide={guide} note={guide.id === info.start && all.length > 1 ? homeText.startHere : null} />
        ))}
      </ul>
      {guides.length > shown && (
        <button type="button" className="button button-edge page-more" onClick={() => setShown(shown + atOnce)}>
          {homeText.more(Math.min(atOnce, guides.length - shown))}
        </button>
      )}
    </>
  );
}
