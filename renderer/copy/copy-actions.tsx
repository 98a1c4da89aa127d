// Saves a copy: says which guide and edition, in which form, and the words around it. The text itself is read again where the copy
// is made; only bitmaps of drawings go from here, because nothing else can paint them.
import { copyDocument } from '../../content/core/copy/document.ts';
import type { CopyFormat } from '../../electron/ipc/copy-schemas.ts';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { ask } from '../api.ts';
import { tellFault } from '../shell/tell-fault.ts';
import { notify } from '../state/notices.ts';
import { copyText, copyWords } from '../text/copies.ts';
import { bitmapsOf } from './bitmaps.tsx';
import { copyName, tableLabel } from './copy-names.ts';

/** One name for each table of the guide, none twice, in reading order. */
export function tableNames({ source }: Pick<GuideDocument, 'source'>): readonly string[] {
  return copyDocument(source).tables.map(({ name }, nth) => tableLabel(name, nth));
}

/** @param table which of the guide's tables, from 0, where only that is saved */
export async function saveCopy(guide: GuideDocument, format: CopyFormat, table: number | null): Promise<void> {
  const { summary, seal } = guide;
  const reply = await ask('copies.save', {
    guide: summary.id,
    edition: seal.version,
    format,
    table,
    suggested: copyName(summary.title, summary.version, table === null ? null : (tableNames(guide)[table] ?? null)),
    words: copyWords,
    bitmaps: format === 'word' ? await bitmapsOf(guide) : [],
  });
  if (!reply.ok) tellFault(reply.error);
  else if (reply.value) notify(copyText.saved(reply.value.name));
}
