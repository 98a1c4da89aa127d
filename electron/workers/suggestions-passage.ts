// Words of a guide that a person chose -> the passage a suggestion is about, as it travels with it.
import { type AnchorText, anchorAt, rangeInBlock } from '../../content/core/annotation/anchor-text.ts';
import { AppFault } from '../../content/core/base/error.ts';
import type { BlockId, GuideId } from '../../content/core/base/ids.ts';
import { blockDigest } from '../../content/core/lineage/ids.ts';
import type { Passage as SuggestionPassage } from '../../content/core/suggestion/model.ts';
import { sha256 } from '../../content/node/hash.ts';
import type { Passage } from '../ipc/note-schemas.ts';
import type { NoteContext } from './notes-context.ts';

/** Throws GUIDE_NOT_FOUND, or BAD_REQUEST for a passage that is not in the text, or has no words. */
export async function passageIn(
  { texts }: Pick<NoteContext, 'texts'>,
  guide: GuideId,
  edition: number,
  { start, end }: Passage,
): Promise<SuggestionPassage> {
  const found = await texts.edition(guide, edition);
  if (!found) throw new AppFault('GUIDE_NOT_FOUND', { guide });
  const from = rangeInBlock(found.text, start.block, start.offset, start.offset)?.[0];
  const to = rangeInBlock(found.text, end.block, end.offset, end.offset)?.[1];
  const anchor = from == null || to == null ? null : anchorAt(found.text, from < to ? [from, to] : [to, from], found.ref);
  if (!anchor) throw new AppFault('BAD_REQUEST', { what: 'passage' });
  return { anchor, blockDigest: digestOfBlock(found.text, anchor.block) };
}

/** As the pack's index has it; empty for no block. */
export function digestOfBlock({ text, blocks }: AnchorText, id: BlockId | null): string {
  const block = id === null ? undefined : blocks.find((each) => each.id === id);
  return block ? blockDigest(text.slice(block.start, block.end), sha256) : '';
}
