// What opens under the search box: where to look, what was understood, the results, and what to do when there are none.
import { useEffect } from 'react';
import type { ChannelId } from '../../content/core/base/ids.ts';
import { parseDeepLink } from '../reader/deep-link.ts';
import { Fault } from '../shell/Fault.tsx';
import { library } from '../state/library.ts';
import { useStore } from '../state/use-store.tsx';
import { searchText } from '../text/search.ts';
import { HitGroup } from './HitGroup.tsx';
import { NoResults, Resting } from './NoResults.tsx';
import { rowId } from './row-id.ts';
import { ScopeRow } from './ScopeRow.tsx';
import { askAgain, open, search, setVerbatim } from './search-store.ts';

export function SearchPanel() {
  const state = useStore(search);
  const { packs, guides } = useStore(library);
  const { reply, text, selected } = state;
  const link = parseDeepLink(text);
  const title = (channel: ChannelId): string => packs.get(channel)?.info.title ?? channel;
  useEffect(() => {
    document.getElementById(rowId(selected))?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  let first = 0;
  return (
    <div className="panel" data-panel>
      <ScopeRow />
      {state.progress && (
        <p className="panel-say" role="status">
          {searchText.indexing(state.progress.done, state.progress.of)}
        </p>
      )}
      {reply?.correction && !state.verbatim && (
        <p className="panel-say" data-correction>
          {searchText.correction(reply.correction.shown)[0]}
          <strong>{reply.correction.shown}</strong>
          {'. '}
          <button type="button" className="button button-text" onClick={() => setVerbatim(true)}>
            {searchText.instead(reply.correction.typed)}
          </button>
        </p>
      )}
      {state.verbatim && reply && (
        <p className="panel-say">
          {searchText.verbatim(text.trim())}{' '}
          <button type="button" className="button button-text" onClick={() => setVerbatim(false)}>
            {searchText.withCorrection}
          </button>
        </p>
      )}
      {reply && reply.scope.unknown.length > 0 && <p className="panel-say">{searchText.unknownScope(reply.scope.unknown)}</p>}
      {state.error && <Fault error={state.error} onRetry={askAgain} />}
      {link && (
        <div className="panel-rest">
          {guides.has(link.guide) ? (
            <button type="button" className="button button-main" onClick={() => open('open')}>
              {searchText.openLink}
            </button>
          ) : (
            <p>{searchText.openLinkMissing}</p>
          )}
        </div>
      )}
      {!link && text.trim() === '' && <Resting />}
      {!link && reply && reply.hits.length === 0 && !state.error && <NoResults reply={reply} />}
      <div
        className="panel-list"
        role="listbox"
        id="search-list"
        aria-label={searchText.results}
        hidden={link !== null || !reply || reply.hits.length === 0}
      >
        {!link &&
          reply?.hits.map((hit) => {
            const start = first;
            first += hit.sections.length;
            return <HitGroup key={hit.guide} hit={hit} channel={title(hit.channel)} start={start} selected={selected} />;
          })}
      </div>
      {reply && reply.hits.length > 0 && !link && (
        <div className="panel-foot">
          <span className="figures">{searchText.shownOf(reply.hits.length, reply.total)}</span>
          <span className="panel-keys" aria-hidden="true">
            {searchText.keys.map(([key, does]) => (
              <span key={key}>
                <kbd>{key}</kbd> {does}
              </span>
            ))}
          </span>
        </div>
      )}
    </div>
  );
}
