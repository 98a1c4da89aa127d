// The search box: a combobox whose list opens under it. Typing never waits for anything.
import { Search, X } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { parseDeepLink } from '../reader/deep-link.ts';
import { onEscape } from '../state/overlays.ts';
import { useStore } from '../state/use-store.tsx';
import { searchText } from '../text/search.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { SearchPanel } from './deferred-panel.tsx';
import { rowId } from './row-id.ts';
import { rowsOf } from './search-model.ts';
import { close, move, open, search, show, type, warmUp } from './search-store.ts';

export function SearchBox() {
  const state = useStore(search);
  const box = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const rows = rowsOf(state.reply).length;
  // A pasted link shows one offer in place of the list.
  const listed = state.open && rows > 0 && parseDeepLink(state.text) === null;
  const reach = (): void => {
    warmUp();
    show();
  };
  useEffect(() => {
    if (!state.open) return;
    const outside = (event: PointerEvent): void => {
      if (!area.current?.contains(event.target as Node)) close();
    };
    addEventListener('pointerdown', outside);
    const off = onEscape(() => {
      if (document.activeElement !== box.current && area.current?.contains(document.activeElement)) box.current?.focus();
      close();
    });
    return () => {
      removeEventListener('pointerdown', outside);
      off();
    };
  }, [state.open]);
  const left = (event: FocusEvent): void => {
    if (event.relatedTarget && !area.current?.contains(event.relatedTarget as Node)) close();
  };
  return (
    <search
      className="search"
      ref={area}
      aria-label={searchText.label}
      onBlur={left}
      data-search-answered={state.answered}
      data-search-indexing={state.reply ? state.progress !== null : undefined}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside the letters belongs to the box */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the box itself takes keys */}
      <div className="search-box" onClick={() => box.current?.focus()}>
        <Icon of={Search} />
        <input
          id="search-input"
          ref={box}
          className="search-input"
          type="text"
          role="combobox"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          aria-label={searchText.label}
          aria-autocomplete="list"
          aria-expanded={listed}
          aria-controls={listed ? 'search-list' : undefined}
          aria-activedescendant={listed ? rowId(state.selected) : undefined}
          aria-keyshortcuts="Control+K"
          placeholder={searchText.placeholder}
          value={state.text}
          onFocus={reach}
          onClick={reach}
          onChange={(event) => type(event.target.value)}
          onKeyDown={keyed}
        />
        {state.text === '' ? (
          <kbd className="search-key">{searchText.key}</kbd>
        ) : (
          <IconButton
            icon={X}
            name={searchText.clear}
            onPress={() => {
              type('');
              box.current?.focus();
            }}
          />
        )}
      </div>
      {state.open && <SearchPanel />}
    </search>
  );
}

// Results that fit on a screen.
const pageOfRows = 5;

function keyed(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.nativeEvent.isComposing || event.altKey) return;
  const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: pageOfRows, PageUp: -pageOfRows };
  const by = moves[event.key];
  if (by !== undefined) {
    event.preventDefault();
    if (search.get().open) move(by);
    else show();
  } else if (event.key === 'Escape' && !search.get().open) {
    event.preventDefault();
    document.getElementById('main')?.focus({ preventScroll: true });
  } else if (event.key === 'Enter') {
    event.preventDefault();
    if (search.get().open) open(event.ctrlKey || event.metaKey ? 'keep' : 'open');
    else show();
  }
}
