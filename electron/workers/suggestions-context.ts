// One suggestion as the window is told of it, and the one way to change it: read, edited, on disk. What was sent is never
// edited; what is out of bounds is refused before it is written.
import { AppFault } from '../../content/core/base/error.ts';
import type { BlockId, Sha256 } from '../../content/core/base/ids.ts';
import { parseGuide } from '../../content/core/guide/parse.ts';
import { traceBlocks } from '../../content/core/lineage/trace.ts';
import { boundsFault } from '../../content/core/suggestion/bounds.ts';
import type { WrittenDraft } from '../../content/core/suggestion/merge-drafts.ts';
import type { Base, Draft, Suggestion, SuggestionId } from '../../content/core/suggestion/model.ts';
import { type Answer, answersTo, withAnswer } from '../../content/core/suggestion/responses.ts';
import type { KeptDraft } from '../../content/node/draft-store.ts';
import type { KeptSuggestion } from '../ipc/suggestion-replies.ts';
import type { NoteContext } from './notes-context.ts';

type Parts = Pick<NoteContext, 'drafts' | 'evidence' | 'texts'>;

/** Throws SUGGESTION_NOT_FOUND, and what the store throws. */
export async function keptOf(context: Parts, id: SuggestionId): Promise<KeptSuggestion> {
  const kept = await context.drafts.read(id);
  if (!kept || kept.draft.deleted !== null) throw new AppFault('SUGGESTION_NOT_FOUND');
  return shown(context, kept);
}

/**
 * @param edit what is there -> what there shall be; null: leave it. Thrown-away ones are not there.
 * @returns what is on disk. Throws SUGGESTION_NOT_FOUND, SUGGESTION_FULL (`why`), APP_TOO_OLD, NO_SPACE, STORE_DENIED.
 */
export async function changeDraft(
  { drafts }: Pick<NoteContext, 'drafts'>,
  id: SuggestionId,
  edit: (kept: WrittenDraft) => WrittenDraft | null,
): Promise<{ readonly kept: KeptDraft; readonly parted: SuggestionId | null }> {
  const { kept, parted } = await drafts.change(id, (found) => {
    if (!found || found.draft.deleted !== null) throw new AppFault('SUGGESTION_NOT_FOUND');
    const next = edit(found);
    const why = next && boundsFault(next.draft.suggestion);
    if (why) throw new AppFault('SUGGESTION_FULL', { why });
    return next;
  });
  if (!kept) throw new AppFault('SUGGESTION_NOT_FOUND');
  return { kept, parted };
}

export async function shown(context: Parts, kept: KeptDraft): Promise<KeptSuggestion> {
  const { suggestion } = kept.draft;
  const answer = await answerTo(context, { sent: kept.draft.sent, channel: suggestion.channel });
  return {
    draft: withAnswer(kept.draft, answersBy(kept.draft, answer)),
    history: kept.history,
    readOnly: kept.isReadOnly,
    blocks: suggestion.base && suggestion.guide ? await blocksOf(context, suggestion.guide, suggestion.base) : [],
    title: suggestion.guide === null ? null : context.texts.title(suggestion.guide),
    answer,
    lost: lostFiles(context, kept.draft),
  };
}

/** What the group said of it; null where it was not sent, or nothing was said. */
export async function answerTo(
  { texts }: Pick<NoteContext, 'texts'>,
  { sent, channel }: Pick<Draft, 'sent'> & Pick<Suggestion, 'channel'>,
): Promise<Answer | null> {
  if (!sent) return null;
  const responses = await texts.responses(channel);
  return (responses && answersTo([sent.digest], [responses]).get(sent.digest)) ?? null;
}

const answersBy = ({ sent }: Draft, answer: Answer | null): ReadonlyMap<Sha256, Answer> =>
  sent && answer ? new Map([[sent.digest, answer]]) : new Map();

/** Its state, with what the group said since. */
export function stateBy({ state, sent }: Pick<Draft, 'state' | 'sent'>, answer: Answer | null): Draft['state'] {
  return sent ? withAnswer({ state, sent } as Draft, new Map(answer ? [[sent.digest, answer]] : [])).state : state;
}

function lostFiles({ evidence }: Pick<NoteContext, 'evidence'>, { suggestion }: Draft): readonly Sha256[] {
  return suggestion.evidence.flatMap((item) => (item.kind === 'file' && !evidence.has(item.digest) ? [item.digest] : []));
}

/** Ids of the blocks of a text: as signed where that edition is held, else followed from the newest one. */
async function blocksOf(
  { texts }: Pick<NoteContext, 'texts'>,
  guide: NonNullable<Draft['suggestion']['guide']>,
  base: Base,
): Promise<readonly BlockId[]> {
  const held = await texts.file(guide, base.edition.version);
  if (held?.ref.digest === base.edition.digest) return held.ids;
  const newest = await texts.file(guide, 0);
  const { blocks } = parseGuide(base.source, '');
  const today = newest
    ? parseGuide(newest.source, '').blocks.flatMap((block, at) => {
        const id = newest.ids[at];
        return id === undefined ? [] : [{ ...block, id, digest: block.text }];
      })
    : [];
  const trace = traceBlocks(
    today,
    blocks.map((block) => ({ ...block, digest: block.text })),
  );
  const known = new Set<string>();
  // What no edition knows still needs a name of its own on the page.
  return trace.blocks.map(({ from }, at) => {
    const id = from !== null && !known.has(from) ? from : placeholder(at);
    known.add(id);
    return id;
  });
}

/** Of the alphabet of block ids, and no id that was ever signed: those are longer. */
export function placeholder(at: number): BlockId {
  const digits = [];
  for (let rest = at, count = 0; count < 7; count += 1, rest = Math.floor(rest / 32))
    digits.unshift('abcdefghijklmnopqrstuvwxyz234567'[rest % 32]);
  return `b${digits.join('')}` as BlockId;
}
