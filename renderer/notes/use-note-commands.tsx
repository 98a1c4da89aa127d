// The commands about words of the guide on the page: highlight, note. To suggest a change is suggest/page's.
import { type RefObject, useEffect } from 'react';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { handle } from '../state/commands.ts';
import { notify } from '../state/notices.ts';
import { selectionText } from '../text/notes-card.ts';
import { lastHighlight } from './note-actions.ts';
import { highlightPassage, type Words, writeNote } from './passage-actions.tsx';
import { meantPassage } from './passage-parts.tsx';

export function useNoteCommands(guide: GuideDocument, article: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const on = (act: (words: Words) => unknown) => () => {
      const page = article.current;
      const passage = meantPassage(page);
      if (page && passage) act({ guide, article: page, passage });
      else notify(selectionText.nothing);
    };
    const off = [
      handle(
        'highlight',
        on((words) => highlightPassage(words, lastHighlight.get())),
      ),
      handle('note', on(writeNote)),
    ];
    return () => {
      for (const stop of off) stop();
    };
  }, [guide, article]);
}
