// What lists and counts need of every suggestion, kept beside the store: each draft is read once in the life of the
// process, and again only where somebody wrote in it. Holds no texts; what a draft says is always read from the disk.
import { compareClocks } from '../../content/core/annotation/clock.ts';
import type { Clock } from '../../content/core/annotation/model.ts';
import type { Sha256 } from '../../content/core/base/ids.ts';
import { missingIn } from '../../content/core/suggestion/bounds.ts';
import type { Base, SuggestionId } from '../../content/core/suggestion/model.ts';
import type { DraftStore, KeptDraft } from '../../content/node/draft-store.ts';
import type { SuggestionRow } from '../ipc/suggestion-replies.ts';
import { type Changes, changesIn } from './suggestions-rows.ts';

/** Characters of a reason in a row. */
const mostWhy = 300;

type OfRow = 'id' | 'state' | 'channel' | 'guide' | 'kind' | 'urgency' | 'why' | 'missing' | 'created' | 'modified' | 'sent' | 'readOnly';
export interface DraftFacts extends Pick<SuggestionRow, OfRow | 'proposal' | 'moved' | 'conflict'> {
  /** ISO time at which it was thrown away. */
  readonly deleted: string | null;
  readonly clock: Clock;
  /** Somebody else's suggestion, for support. */
  readonly supports: Sha256 | null;
  /** Digests of what was attached. */
  readonly files: readonly Sha256[];
  /** Digests of the text it was made from, and of the newer one that it does not fit. */
  readonly base: Sha256 | null;
  readonly against: Sha256 | null;
}

export interface AllFacts {
  /** Those thrown away among them. */
  readonly facts: readonly DraftFacts[];
  readonly unread: readonly string[];
  readonly aside: readonly string[];
}

export interface DraftIndex {
  /** The store, watched. */
  readonly drafts: DraftStore;
  all(breathe: () => Promise<void>): Promise<AllFacts>;
  /** What changes in it; null: it is not there any more. */
  changes(id: SuggestionId): Promise<Changes | null>;
}

export function openDraftIndex(store: DraftStore): DraftIndex {
  const known = new Map<SuggestionId, DraftFacts>();
  const compared = new Map<SuggestionId, { readonly clock: Clock; readonly changes: Changes }>();
  let listed: Promise<Pick<AllFacts, 'unread' | 'aside'>> | null = null;

  const learn = (kept: KeptDraft): void => {
    const { id } = kept.draft.suggestion;
    const before = known.get(id);
    // A list that began before somebody wrote knows less.
    if (!before || compareClocks(before.clock, kept.draft.clock) !== 'after') known.set(id, factsOf(kept));
  };
  const list = async (breathe: () => Promise<void>) => {
    const { drafts, unread, aside } = await store.list(breathe);
    drafts.forEach(learn);
    return { unread, aside };
  };
  const drafts: DraftStore = {
    ...store,
    async change(id, edit) {
      const changed = await store.change(id, edit);
      if (changed.kept) learn(changed.kept);
      const beside = changed.parted && (await store.read(changed.parted));
      if (beside) learn(beside);
      return changed;
    },
    async clear(before) {
      const cleared = await store.clear(before);
      known.clear();
      listed = null;
      return cleared;
    },
  };
  return {
    drafts,
    async all(breathe) {
      listed ??= list(breathe);
      const asked = listed;
      const { unread, aside } = await asked.catch((thrown: unknown) => {
        listed = null;
        throw thrown;
      });
      // What could not be read may be readable the next time.
      if (unread.length > 0 && listed === asked) listed = null;
      return { facts: [...known.values()], unread, aside };
    },
    async changes(id) {
      const before = compared.get(id);
      const clock = known.get(id)?.clock;
      if (before && clock && compareClocks(before.clock, clock) === 'equal') return before.changes;
      const kept = await store.read(id);
      if (!kept) return null;
      const changes = changesIn(kept.draft.suggestion);
      compared.set(id, { clock: kept.draft.clock, changes });
      return changes;
    },
  };
}

function factsOf({ draft, isReadOnly }: KeptDraft): DraftFacts {
  const { suggestion, state, sent, deleted, clock, moved, conflict } = draft;
  const { id, channel, guide, kind, urgency, why, created, modified, proposal, evidence, base } = suggestion;
  return {
    ...{ id, state, channel, guide, kind, urgency, created, modified, sent, deleted, clock },
    proposal: proposal.kind,
    why: why.slice(0, mostWhy),
    missing: missingIn(suggestion),
    conflict: conflict !== null,
    moved: moved?.what ?? null,
    readOnly: isReadOnly,
    supports: proposal.kind === 'support' ? proposal.suggestion : null,
    files: evidence.flatMap((item) => (item.kind === 'file' ? [item.digest] : [])),
    base: digestOf(base),
    against: digestOf(conflict),
  };
}

const digestOf = (base: Base | null): Sha256 | null => (base?.edition.digest as Sha256 | undefined) ?? null;
