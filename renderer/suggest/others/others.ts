// What others suggested for the guide on the page and what is not decided. Asked for once the guide is there.
import type { BlockId, Sha256 } from '../../../content/core/base/ids.ts';
import { parseGuide } from '../../../content/core/guide/parse.ts';
import type { SuggestionId } from '../../../content/core/suggestion/model.ts';
import type { OpenSuggestion } from '../../../content/core/suggestion/responses.ts';
import type { GuideDocument } from '../../../electron/ipc/replies.ts';
import type { GuideSuggestions } from '../../../electron/ipc/suggestion-replies.ts';
import { ask } from '../../api.ts';
import { createStore } from '../../state/store.ts';
import { beginDraft, closeDraft } from '../../state/suggestions.ts';

export const others = createStore<GuideSuggestions | null>(null);
/** The block whose card is open. */
export const othersAt = createStore<BlockId | null>(null);

let asked = 0;

export async function loadOthers({ summary, seal }: GuideDocument): Promise<void> {
  asked += 1;
  const mine = asked;
  const reply = await ask('suggestions.guide', { guide: summary.id, edition: seal.version });
  if (mine === asked) others.set(reply.ok ? reply.value : null);
}

export function forgetOthers(): void {
  asked += 1;
  others.set(null);
  othersAt.set(null);
}

/** What it would have this block say; empty where that is not told. */
export const nextFor = ({ blocks }: OpenSuggestion, block: BlockId): string => blocks.find((edit) => edit.block === block)?.next ?? '';

/** The markdown of a block as the page has it; empty for a block that is not in this text. */
export function textOfBlock({ source, blockIds }: Pick<GuideDocument, 'source' | 'blockIds'>, block: BlockId): string {
  const found = parseGuide(source, '').blocks[blockIds.indexOf(block)];
  if (!found) return '';
  const [from, to] = found.lines;
  return source
    .split(/\r\n?|\n/)
    .slice(from - 1, to)
    .join('\n')
    .trimEnd();
}

/** Begins a support of it, which then is looked at and sent like every suggestion. Null where it could not be kept. */
export async function beginSupport({ summary, seal }: GuideDocument, suggestion: Sha256): Promise<SuggestionId | null> {
  const id = `urn:uuid:${crypto.randomUUID()}` as SuggestionId;
  const isBegun = await beginDraft({
    ...{ id, channel: summary.channel, guide: summary.id, edition: seal.version, passage: null, why: '' },
    proposal: { kind: 'support', suggestion },
    kind: 'other',
  });
  await closeDraft();
  return isBegun ? id : null;
}
