// Commands and keys of suggestions on a guide: begin, undo and redo outside the editor, Esc.
import { type RefObject, useEffect } from 'react';
import type { Passage } from '../../../electron/ipc/note-schemas.ts';
import type { GuideDocument } from '../../../electron/ipc/replies.ts';
import { meantPassage } from '../../notes/passage-parts.tsx';
import { handle } from '../../state/commands.ts';
import { notify } from '../../state/notices.ts';
import { onEscape } from '../../state/overlays.ts';
import { openDraft, redoTyped, suggestWish, undoTyped } from '../../state/suggestions.ts';
import { useSelected } from '../../state/use-store.tsx';
import { suggestPageText } from '../../text/suggest-page.ts';
import { caretIn } from './caret.ts';
import { regionNow } from './editing.ts';
import { finishEditing, tellStep } from './finish-editing.tsx';
import { leaveDraft } from './leave-draft.ts';
import { showNextHost } from './next-place.tsx';
import { placeWish } from './page-state.ts';
import { unitAround } from './selected-words.tsx';
import { suggestGuide, suggestOn } from './suggest-actions.ts';

export function useSuggestCommands(guide: GuideDocument, article: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const suggest = (passage: Passage | null, why = ''): void => {
      const page = article.current;
      if (!page || !passage) {
        notify(suggestPageText.nothingHere);
        return;
      }
      const words = unitAround(page, guide, passage);
      getSelection()?.removeAllRanges();
      void suggestOn({ guide, passage, why, caret: (markdown) => caretIn(markdown, words) ?? 'end' });
    };
    const wished = (): void => {
      const wish = suggestWish.get();
      if (!wish) return;
      suggestWish.set(null);
      suggest(wish.passage, wish.why);
    };
    const off = [
      handle('suggest', () => suggest(meantPassage(article.current))),
      handle('suggest-guide', () => suggestGuide(guide)),
      suggestWish.subscribe(wished),
      placeWish.subscribe(showNextHost),
    ];
    wished();
    return () => {
      for (const stop of off) stop();
    };
  }, [guide, article]);
  useOpenDraftKeys(guide);
}

function useOpenDraftKeys({ summary: { id } }: GuideDocument): void {
  const isOpen = useSelected(openDraft, (draft) => draft?.kept.draft.suggestion.guide === id);
  useEffect(() => {
    if (!isOpen) return;
    const redo = (event: KeyboardEvent): void => {
      const isRedo =
        event.ctrlKey && !event.altKey && (event.key.toLowerCase() === 'y' || (event.shiftKey && event.key.toLowerCase() === 'z'));
      if (event.defaultPrevented || !isRedo || isTyping(event.target)) return;
      event.preventDefault();
      tellStep(redoTyped(), 'redo');
    };
    addEventListener('keydown', redo);
    const off = [
      handle('undo-note', () => tellStep(undoTyped(), 'undo')),
      onEscape(() => (regionNow() ? finishEditing() : void leaveDraft())),
    ];
    return () => {
      removeEventListener('keydown', redo);
      for (const stop of off) stop();
    };
  }, [isOpen]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select'));
