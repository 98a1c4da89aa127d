// The words that were selected on the page, with what stands before them in their piece: by these the caret is set in the
// markdown of the piece.
import type { Passage } from '../../../electron/ipc/note-schemas.ts';
import type { GuideDocument } from '../../../electron/ipc/replies.ts';
import { blocksOn, textOfBlock } from '../../notes/page-places.tsx';
import { partsOf, wordsOfParts } from '../../notes/passage-parts.tsx';
import type { Words } from './caret.ts';
import { baseOf } from './editing.ts';
import { unitOfBlock } from './regions.ts';

export function unitAround(article: HTMLElement, guide: GuideDocument, passage: Passage): Words {
  const { byId } = blocksOn(article);
  const textOf = (id: string | undefined): string => {
    const element = id === undefined ? undefined : byId.get(id);
    return element ? textOfBlock(element).text : '';
  };
  const { start, end } = passage;
  const { units } = baseOf(guide.source);
  const at = guide.blockIds.indexOf(start.block);
  const unit = units[unitOfBlock(units, at)];
  const earlier = (unit?.blocks ?? []).filter((block) => block < at).map((block) => textOf(guide.blockIds[block]));
  const own = textOf(start.block);
  const before = [...earlier, own.slice(0, start.offset)].join(' ');
  // A whole block is meant as a block: a caret at its end, not all its words selected, which the next letter would replace.
  const isWhole = start.block === end.block && start.offset === 0 && end.offset === own.length;
  if (isWhole) return { before: `${before} ${own}`, words: '' };
  return { before, words: wordsOfParts(article, partsOf(article, passage)) };
}
