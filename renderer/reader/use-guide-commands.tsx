// The commands that need a guide on screen: copy with citation, save for later.
import { type RefObject, useEffect } from 'react';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { ask } from '../api.ts';
import { tellFault } from '../shell/tell-fault.ts';
import { handle } from '../state/commands.ts';
import { notify } from '../state/notices.ts';
import { isSaved, reading, setSaved } from '../state/reading.ts';
import { editionDay } from '../text/dates.ts';
import { homeText } from '../text/home.ts';
import { readerText } from '../text/reader.ts';
import { shellText } from '../text/shell.ts';
import { cite } from './citation.ts';
import { quoteFrom } from './quote.tsx';

export function useGuideCommands(guide: GuideDocument, article: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const off = [handle('copy-citation', () => void copy(guide, article.current)), handle('save-for-later', () => toggleSaved(guide))];
    return () => {
      for (const stop of off) stop();
    };
  }, [guide, article]);
}

export function toggleSaved({ summary: { id, title } }: GuideDocument): void {
  const saved = !isSaved(reading.get(), id);
  void setSaved(id, saved);
  notify(saved ? homeText.savedKept(title) : homeText.savedRemoved(title), {
    label: shellText.undo,
    run: () => void setSaved(id, !saved),
  });
}

async function copy(guide: GuideDocument, article: HTMLElement | null): Promise<void> {
  const found = article && quoteFrom(article);
  if (!found) {
    notify(readerText.quoteNothing);
    return;
  }
  const { summary, pack, seal } = guide;
  const reply = await ask(
    'clipboard.write',
    cite({
      ...found,
      guide: summary.id,
      title: summary.title,
      version: summary.version,
      status: summary.status,
      pack: pack.title,
      group: summary.group,
      edition: editionDay(seal.version),
      demo: seal.demo,
    }),
  );
  if (reply.ok) notify(readerText.quoteCopied);
  else tellFault(reply.error);
}
