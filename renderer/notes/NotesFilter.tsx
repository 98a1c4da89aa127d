// Narrows the list of notes: words, and one choice each of what a note has. How many match is said when it changes.
import { Search } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { highlightNames } from '../../content/core/annotation/model.ts';
import { announce } from '../state/announcer.ts';
import { useStore } from '../state/use-store.tsx';
import { highlightWords } from '../text/notes.ts';
import { noteOrderWords, noteSpanWords, noteStateWords, notesListText } from '../text/notes-list.ts';
import { Icon } from '../ui/Icon.tsx';
import { clearFilters, narrow, notesList, reorder } from './list-store.ts';
import { choicesOf, countAll, isNarrowed, type NoteOrder, noteOrders, noteSpans, noteStates } from './notes-page-model.ts';
import { Pick } from './Pick.tsx';

// A person who types is told once, when they rest.
const restMs = 600;

export function NotesFilter() {
  const { items, filter, order, listed } = useStore(notesList);
  const { guides, tags, archived } = useMemo(() => choicesOf(items), [items]);
  const known = useRef(filter);
  useEffect(() => {
    if (known.current === filter) return;
    known.current = filter;
    const timer = setTimeout(() => announce(notesListText.count(listed.length, countAll(items, filter))), restMs);
    return () => clearTimeout(timer);
  }, [filter, listed, items]);
  return (
    <search className="notes-filter no-print" aria-label={notesListText.search}>
      <div className="notes-search">
        <Icon of={Search} />
        <input
          className="field"
          type="search"
          aria-label={notesListText.search}
          placeholder={notesListText.searchHint}
          value={filter.typed}
          onChange={(event) => narrow({ typed: event.target.value })}
        />
        <Pick<NoteOrder>
          name={notesListText.order}
          value={order}
          options={noteOrders.map((each) => [each, noteOrderWords[each]] as const)}
          onPick={(next) => next && reorder(next)}
        />
      </div>
      <div className="notes-picks">
        {guides.length > 1 && (
          <Pick
            name={notesListText.guide}
            value={filter.guide}
            any={notesListText.guideAny}
            options={guides.map(({ guide, title }) => [guide, title ?? guide] as const)}
            onPick={(guide) => narrow({ guide })}
          />
        )}
        <Pick
          name={notesListText.kind}
          value={filter.kind}
          any={notesListText.kindAny}
          options={highlightNames.map((kind) => [kind, highlightWords[kind].name] as const)}
          onPick={(kind) => narrow({ kind })}
        />
        {tags.length > 0 && (
          <Pick
            name={notesListText.tag}
            value={filter.tag}
            any={notesListText.tagAny}
            options={tags.map((tag) => [tag, tag] as const)}
            onPick={(tag) => narrow({ tag })}
          />
        )}
        <Pick
          name={notesListText.state}
          value={filter.state}
          any={notesListText.stateAny}
          options={noteStates.map(
            (state) =>
              [state, state === 'archived' && archived > 0 ? notesListText.archivedCount(archived) : noteStateWords[state]] as const,
          )}
          onPick={(state) => narrow({ state })}
        />
        <Pick
          name={notesListText.words}
          value={filter.words === 'any' ? null : filter.words}
          any={notesListText.wordsAny}
          options={[
            ['with', notesListText.wordsWith],
            ['without', notesListText.wordsWithout],
          ]}
          onPick={(words) => narrow({ words: words ?? 'any' })}
        />
        <Pick
          name={notesListText.span}
          value={filter.span}
          any={notesListText.spanAny}
          options={noteSpans.map((span) => [span, noteSpanWords[span]] as const)}
          onPick={(span) => narrow({ span })}
        />
        {isNarrowed(filter) && (
          <button type="button" className="button button-text" onClick={clearFilters}>
            {notesListText.clear}
          </button>
        )}
      </div>
    </search>
  );
}
