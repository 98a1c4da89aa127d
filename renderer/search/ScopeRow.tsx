// Where to look: a tick box for each channel, and the scope that was typed as a chip that can be taken off.
import { X } from 'lucide-react';
import { library, orderedPacks } from '../state/library.ts';
import { useStore } from '../state/use-store.tsx';
import { searchText } from '../text/search.ts';
import { Icon } from '../ui/Icon.tsx';
import { lookEverywhere, search, toggleChannel, type } from './search-store.ts';
import { withoutScope } from './typed-scope.ts';

// With one pack there is nothing to choose; with many the ticked ones come first.
const shownChannels = 24;

export function ScopeRow() {
  const { channels, reply, text } = useStore(search);
  const { state, packs } = useStore(library);
  const ordered = orderedPacks(state.packs);
  const all = [...ordered.channels, ...ordered.subjects].map((pack) => pack.info);
  const scope = reply?.scope.channels ?? [];
  if (all.length < 2) return null;
  const listed = [
    ...all.filter((info) => channels.includes(info.channel)),
    ...all.filter((info) => !channels.includes(info.channel)).slice(0, shownChannels),
  ];
  // The order of the tree, so that nothing jumps when it is ticked.
  const shown = all.filter((info) => listed.includes(info));
  return (
    <fieldset className="panel-scope">
      <legend>{searchText.scope}</legend>
      {scope.map((channel) => {
        const title = packs.get(channel)?.info.title ?? channel;
        return (
          <button
            key={channel}
            type="button"
            className="chip chip-typed"
            data-typed-scope={channel}
            aria-label={searchText.removeScope(title)}
            onClick={() => {
              type(withoutScope(text, channel));
              document.getElementById('search-input')?.focus();
            }}
          >
            {searchText.typedScope([title])}
            <Icon of={X} size={14} />
          </button>
        );
      })}
      {scope.length === 0 && (
        <label className="chip">
          <input type="checkbox" checked={channels.length === 0} onChange={lookEverywhere} />
          {searchText.everywhere}
        </label>
      )}
      {scope.length === 0 &&
        shown.map((info) => (
          <label key={info.channel} className="chip">
            <input type="checkbox" checked={channels.includes(info.channel)} onChange={() => toggleChannel(info.channel)} />
            {info.title}
          </label>
        ))}
    </fieldset>
  );
}
