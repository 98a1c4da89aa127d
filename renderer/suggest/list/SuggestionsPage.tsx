// The place of a person's suggestions: the list, or one of them. Asks again whenever suggestions changed.
import { FilePlus2 } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { Pick } from '../../notes/Pick.tsx';
import { Fault } from '../../shell/Fault.tsx';
import { run } from '../../state/commands.ts';
import { library } from '../../state/library.ts';
import { navigation } from '../../state/navigation.ts';
import { suggestionsVersion } from '../../state/suggestions.ts';
import { useSelected, useStore } from '../../state/use-store.tsx';
import { suggestText } from '../../text/suggest.ts';
import { groupWords, suggestListText as text } from '../../text/suggest-list.ts';
import { Icon } from '../../ui/Icon.tsx';
import { SuggestionPage } from '../one/SuggestionPage.tsx';
import { ChosenBar } from './ChosenBar.tsx';
import { groupNames, groupsOf } from './list-model.ts';
import { clearFilters, loadSuggestions, narrow, suggestionList } from './list-store.ts';
import { SuggestionRows } from './SuggestionRows.tsx';

export function SuggestionsPage() {
  const draft = useSelected(navigation, ({ place }) => (place.kind === 'suggestions' ? place.draft : null));
  return draft === null ? <List /> : <SuggestionPage key={draft} id={draft} />;
}

function List() {
  const version = useStore(suggestionsVersion);
  const { all, failure, filter, ticked } = useStore(suggestionList);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is what makes it ask again
  useEffect(() => void loadSuggestions(), [version]);
  const groups = useMemo(() => groupsOf(all?.rows ?? [], filter), [all, filter]);
  return (
    <>
      <h1 className="page-title">{suggestText.title}</h1>
      {failure && (
        <div className="fault-page">
          <Fault error={failure} onRetry={() => void loadSuggestions()} showLog />
        </div>
      )}
      {!all && !failure && <p className="page-lead busy-words">{text.loading}</p>}
      {all && all.rows.length === 0 && <Empty />}
      {all && all.unread.length > 0 && <p className="section-note">{text.unread(all.unread.join(', '))}</p>}
      {all && all.rows.length > 0 && (
        <>
          <p className="page-lead">{text.lead}</p>
          <Filter />
          <ChosenBar groups={groups} ticked={ticked} />
          {groups.length === 0 && (
            <p className="section-note">
              {text.none}{' '}
              <button type="button" className="button button-edge" onClick={clearFilters}>
                {text.clear}
              </button>
            </p>
          )}
          {groups.map(({ name, rows }) => (
            <section className="suggest-group" key={name} aria-labelledby={`suggest-${name}`}>
              <h2 className="section-title" id={`suggest-${name}`}>
                {groupWords[name]} <span className="suggest-soft">{rows.length}</span>
              </h2>
              <SuggestionRows rows={rows} ticked={ticked} />
            </section>
          ))}
        </>
      )}
      <p className="suggest-missing no-print">
        <button type="button" className="button button-edge" onClick={() => run('suggest-missing')}>
          <Icon of={FilePlus2} size={16} />
          {text.missing}
        </button>
      </p>
      {all && all.aside.length > 0 && <p className="section-note">{text.aside(all.aside.join(', '))}</p>}
    </>
  );
}

function Filter() {
  const { all, filter } = useStore(suggestionList);
  const { packs } = useStore(library);
  const channels = [...new Set(all?.rows.map(({ channel }) => channel))];
  return (
    <search className="notes-filter no-print" aria-label={text.search}>
      <div className="notes-search">
        <input
          className="field"
          type="search"
          aria-label={text.search}
          placeholder={text.search}
          value={filter.typed}
          onChange={(event) => narrow({ typed: event.target.value })}
        />
        <Pick
          name={text.state}
          value={filter.group}
          any={text.anyState}
          options={groupNames.map((name) => [name, groupWords[name]] as const)}
          onPick={(group) => narrow({ group })}
        />
        {channels.length > 1 && (
          <Pick
            name={text.channel}
            value={filter.channel}
            any={text.anyChannel}
            options={channels.map((channel) => [channel, packs.get(channel)?.info.title ?? channel] as const)}
            onPick={(channel) => narrow({ channel })}
          />
        )}
      </div>
    </search>
  );
}

function Empty() {
  return (
    <div className="notes-empty">
      <h2 className="section-title">{text.empty}</h2>
      <p>{text.emptyHow}</p>
      <p className="notes-soft">{text.emptyNext}</p>
    </div>
  );
}
