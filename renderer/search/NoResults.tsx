// The search panel without results: before anything is typed, and when nothing was found.
import type { SearchReply } from '../../content/core/search/model.ts';
import { useStore } from '../state/use-store.tsx';
import { suggestMissing } from '../suggest/one/missing-wish.ts';
import { searchText } from '../text/search.ts';
import { close, lookEverywhere, search, tellMissing, type } from './search-store.ts';
import { withoutScopes } from './typed-scope.ts';

export function Resting() {
  return (
    <div className="panel-rest">
      <h2>{searchText.start}</h2>
      <p>{searchText.startTitle}</p>
      <div className="panel-examples">
        {searchText.startExamples.map((example) => (
          <button
            key={example}
            type="button"
            className="chip"
            onClick={() => {
              type(example);
              document.getElementById('search-input')?.focus();
            }}
          >
            {example}
          </button>
        ))}
      </div>
    </div>
  );
}

export function NoResults({ reply }: { readonly reply: SearchReply }) {
  const { text, channels, noted } = useStore(search);
  const wanted = withoutScopes(text) || text.trim();
  if (reply.empty)
    return (
      <div className="panel-rest">
        <p>{searchText.onlyStopWords}</p>
      </div>
    );
  return (
    <div className="panel-rest" data-nothing>
      <h2>{searchText.nothing(wanted)}</h2>
      <p>
        {searchText.nothingHint}
        {channels.length > 0 && ` ${searchText.nothingInScope}`}
      </p>
      {channels.length > 0 && (
        <button type="button" className="button button-edge" onClick={lookEverywhere}>
          {searchText.lookEverywhere}
        </button>
      )}{' '}
      {noted === text.trim() ? (
        <p role="status">
          <strong>{searchText.missingDone}.</strong> {searchText.missingKept(wanted)}
        </p>
      ) : (
        <button type="button" className="button button-main" onClick={() => void tellMissing()}>
          {searchText.missing}
        </button>
      )}{' '}
      <button
        type="button"
        className="button button-edge"
        onClick={() => {
          close();
          suggestMissing(wanted);
        }}
      >
        {searchText.suggestMissing}
      </button>
    </div>
  );
}
