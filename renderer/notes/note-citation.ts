// A note to be pasted elsewhere: the words it is on with their source, then what was written about them.
import type { Note } from '../../content/core/annotation/model.ts';
import { escapeHtml } from '../../content/core/guide/render-inline.ts';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { cite } from '../reader/citation.ts';
import { editionDay } from '../text/dates.ts';
import { notesCardText } from '../text/notes-card.ts';

/** @param section the heading that its words stand under; null above the first */
export function citeNote(
  note: Note,
  { summary, pack, seal }: GuideDocument,
  section: string | null,
): { readonly text: string; readonly html: string } {
  const { text, html } = cite({
    ...{ quote: note.anchor.exact, section, block: note.anchor.block },
    ...{ guide: summary.id, title: summary.title, version: summary.version, status: summary.status, group: summary.group },
    ...{ pack: pack.title, edition: editionDay(seal.version), demo: seal.demo },
  });
  const own = note.text.trim();
  if (own === '') return { text, html };
  const lines = own.split('\n').map((line) => escapeHtml(line));
  return {
    text: `${text}\n${notesCardText.myNote} ${own}\n`,
    html: `${html}<p>${escapeHtml(notesCardText.myNote)} ${lines.join('<br>')}</p>`,
  };
}
