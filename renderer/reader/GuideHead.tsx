// The head of a guide: where one is, title, summary, state, facts, what can be done with it.
import { Bookmark, BookmarkCheck, Printer, Quote } from 'lucide-react';
import type { GuideId } from '../../content/core/base/ids.ts';
import { readingMinutes } from '../../content/core/guide/plain-text.ts';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { CopyMenu } from '../copy/CopyMenu.tsx';
import { textPainted } from '../early.tsx';
import { PlaceLink } from '../shell/PlaceLink.tsx';
import { StateMark } from '../shell/StateMark.tsx';
import { run } from '../state/commands.ts';
import { facts } from '../state/library.ts';
import { isSaved, reading } from '../state/reading.ts';
import { useSelected, useStore } from '../state/use-store.tsx';
import { SuggestHead, SuggestWaiting } from '../suggest/deferred.tsx';
import { commandTexts } from '../text/commands.ts';
import { audiencePhrase } from '../text/names.ts';
import { readerText } from '../text/reader.ts';
import { shellText } from '../text/shell.ts';
import { Icon } from '../ui/Icon.tsx';
import { Banners } from './Banners.tsx';
import { type Banner, dateFacts } from './guide-model.ts';
import { toggleSaved } from './use-guide-commands.tsx';

interface Props {
  readonly guide: GuideDocument;
  readonly banners: readonly Banner[];
  readonly replacedBy: GuideId | null;
}

export function GuideHead({ guide, banners, replacedBy }: Props) {
  const { summary, pack } = guide;
  const painted = useStore(textPainted);
  const saved = useSelected(reading, (state) => isSaved(state, summary.id));
  return (
    <header className="guide-head">
      <div className="guide-where">
        <nav aria-label={shellText.breadcrumbs}>
          <ol className="crumbs">
            <li>
              <PlaceLink to={{ kind: 'home' }}>{shellText.home}</PlaceLink>
            </li>
            <li>
              <PlaceLink to={{ kind: 'channel', channel: pack.channel }}>{pack.title}</PlaceLink>
            </li>
          </ol>
        </nav>
        {painted && <SuggestWaiting guide={guide} />}
      </div>
      <h1 className="guide-title" id="guide-title">
        {summary.title}
      </h1>
      {summary.summary !== '' && <p className="guide-summary">{summary.summary}</p>}
      {painted && <SuggestHead guide={guide} />}
      <Banners banners={banners} replacedBy={replacedBy} />
      <dl className="guide-facts">
        {!banners.some((banner) => banner.kind === summary.status) && (
          <div>
            <dt>{readerText.state}</dt>
            <dd>
              <StateMark state={summary.status} />
            </dd>
          </div>
        )}
        <div>
          <dt>{readerText.owner}</dt>
          <dd>{summary.group === '' ? readerText.noGroup : summary.group}</dd>
        </div>
        {summary.audience.length > 0 && (
          <div>
            <dt>{readerText.audience}</dt>
            <dd>{audiencePhrase(summary.audience)}</dd>
          </div>
        )}
        {dateFacts(summary, facts.get().now).map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>{readerText.versionLabel}</dt>
          <dd>{summary.version}</dd>
        </div>
        <div>
          <dt>{readerText.readingTime}</dt>
          <dd>{readerText.minutes(readingMinutes(summary.words))}</dd>
        </div>
      </dl>
      <div className="guide-tools" role="toolbar" aria-label={readerText.facts}>
        <button
          type="button"
          className="button"
          aria-pressed={saved}
          title={commandTexts['save-for-later'].keys ?? ''}
          onClick={() => toggleSaved(guide)}
        >
          <Icon of={saved ? BookmarkCheck : Bookmark} />
          {saved ? readerText.saved : readerText.save}
        </button>
        <button type="button" className="button" title={commandTexts['copy-citation'].keys ?? ''} onClick={() => run('copy-citation')}>
          <Icon of={Quote} />
          {readerText.copyCitation}
        </button>
        <button type="button" className="button" title={commandTexts.print.keys ?? ''} onClick={() => run('print')}>
          <Icon of={Printer} />
          {readerText.print}
        </button>
        <CopyMenu guide={guide} />
      </div>
    </header>
  );
}
