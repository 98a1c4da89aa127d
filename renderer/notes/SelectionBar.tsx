// The bar over selected words: highlight, note, suggest a change, copy. It never takes the focus by itself; F6 leads
// into it, the arrow keys along it, Esc back to the text.
import { type LucideIcon, MessageSquarePlus, NotebookPen, Quote } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { HighlightName } from '../../content/core/annotation/model.ts';
import type { Passage } from '../../electron/ipc/note-schemas.ts';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { announce } from '../state/announcer.ts';
import { run } from '../state/commands.ts';
import { onEscape } from '../state/overlays.ts';
import { useStore } from '../state/use-store.tsx';
import { commandTexts } from '../text/commands.ts';
import { selectionText } from '../text/notes-card.ts';
import { Icon } from '../ui/Icon.tsx';
import { placeBar } from './float-place.ts';
import { KindMenu } from './KindMenu.tsx';
import { KindShape } from './KindWord.tsx';
import { lastHighlight } from './note-actions.ts';
import { highlightPassage, suggestChange, writeNote } from './passage-actions.tsx';
import { boxesOf, partsOf } from './passage-parts.tsx';
import { placing } from './placing.ts';
import { useSelectingByKeys } from './select-by-keys.tsx';
import { useFloating } from './use-floating.tsx';
import { useNoteCommands } from './use-note-commands.tsx';
import { useSelectedWords } from './use-selected-words.tsx';

export interface OnGuide {
  readonly guide: GuideDocument;
  /** The guide's page: bar and card stand beside words in it, but never in it. */
  readonly article: RefObject<HTMLElement | null>;
}

export function SelectionBar({ guide, article }: OnGuide) {
  const { passage, away } = useSelectedWords(article);
  const busy = useStore(placing);
  useNoteCommands(guide, article);
  useSelectingByKeys(article);
  if (!passage || !article.current || busy) return null;
  return createPortal(<Bar guide={guide} article={article} passage={passage} away={away} />, document.body);
}

interface BarProps extends OnGuide {
  readonly passage: Passage;
  readonly away: () => void;
}

let isExplained = false;

function Bar({ guide, article, passage, away }: BarProps) {
  const bar = useRef<HTMLElement>(null);
  const latest = useRef(away);
  latest.current = away;
  const kind = useStore(lastHighlight);
  useFloating(
    {
      ...{ element: bar, article, follow: true },
      place: (size, view) => (article.current ? placeBar(boxesOf(article.current, partsOf(article.current, passage)), size, view) : null),
    },
    passage,
  );
  useEffect(() => {
    if (!isExplained) announce(selectionText.how);
    isExplained = true;
    return onEscape(() => leave(bar.current, latest.current));
  }, []);
  const done = (): void => leave(bar.current, away);
  const on = (act: (words: { guide: GuideDocument; article: HTMLElement; passage: Passage }) => unknown) => () => {
    done();
    if (article.current) void act({ guide, article: article.current, passage });
  };
  const highlight = (as: HighlightName) => on((words) => highlightPassage(words, as))();
  return (
    <section
      className="selection-bar no-print"
      ref={bar}
      data-pane="note"
      aria-label={selectionText.part}
      onMouseDown={(event) => event.preventDefault()}
    >
      <div className="selection-row" role="toolbar" aria-label={selectionText.bar} onKeyDown={walk}>
        <button type="button" className="button" title={commandTexts.highlight.keys ?? ''} onClick={() => highlight(kind)}>
          <KindShape kind={kind} />
          {selectionText.highlight}
        </button>
        <KindMenu kind={kind} onChoose={highlight} />
        <Choice icon={NotebookPen} words={selectionText.note} keys={commandTexts.note.keys} onPress={on(writeNote)} />
        <Choice icon={MessageSquarePlus} words={selectionText.suggest} keys={commandTexts.suggest.keys} onPress={on(suggestChange)} />
        <Choice
          icon={Quote}
          words={selectionText.copy}
          name={selectionText.copyName}
          keys={commandTexts['copy-citation'].keys}
          onPress={() => {
            run('copy-citation');
            done();
          }}
        />
      </div>
    </section>
  );
}

interface ChoiceProps {
  readonly icon: LucideIcon;
  readonly words: string;
  readonly name?: string;
  readonly keys: string | null;
  readonly onPress: () => void;
}

function Choice({ icon, words, name, keys, onPress }: ChoiceProps) {
  return (
    <button
      type="button"
      className="button"
      tabIndex={-1}
      aria-label={name}
      title={[name, keys && (name ? `(${keys})` : keys)].filter(Boolean).join(' ')}
      onClick={onPress}
    >
      <Icon of={icon} size={16} />
      {words}
    </button>
  );
}

/** Takes the bar away; a focus that was in it goes back to the text. */
function leave(bar: HTMLElement | null, away: () => void): void {
  if (bar?.contains(document.activeElement)) document.getElementById('main')?.focus({ preventScroll: true });
  away();
}

/** The arrow keys lead along a toolbar; Tab leaves it. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.selection-row > button, .kind-menu > button')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (at === -1 || to === undefined) return;
  event.preventDefault();
  buttons[(to + buttons.length) % buttons.length]?.focus();
}
