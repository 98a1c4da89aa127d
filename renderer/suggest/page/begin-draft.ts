// A suggestion as it is begun on the page of a guide: what is asked, and what it will look like, so that it can be written
// in before the answer is there.
import type { Author, SuggestionId, SuggestionKind } from '../../../content/core/suggestion/model.ts';
import { noHistory } from '../../../content/core/suggestion/undo-history.ts';
import type { Request } from '../../../electron/ipc/contract.ts';
import type { Passage } from '../../../electron/ipc/note-schemas.ts';
import type { GuideDocument } from '../../../electron/ipc/replies.ts';
import type { KeptSuggestion } from '../../../electron/ipc/suggestion-replies.ts';
import type { Settings } from '../../../electron/settings/schema.ts';

export interface Beginning {
  readonly request: Request<'suggestions.begin'>;
  readonly shown: KeptSuggestion;
}

interface Wish {
  readonly id: SuggestionId;
  readonly guide: GuideDocument;
  readonly passage: Passage | null;
  readonly kind: SuggestionKind;
  readonly why: string;
  readonly author: Author;
  /** ISO time. */
  readonly now: string;
}

export const authorOf = ({ authorName, authorForce, authorRole }: Settings): Author => ({
  name: authorName === '' ? null : authorName,
  force: authorForce,
  role: authorRole,
});

/** A change of a guide, without a word changed yet. */
export function beginningOf({ id, guide, passage, kind, why, author, now }: Wish): Beginning {
  const { summary, seal, source } = guide;
  const base = { edition: { version: seal.version, digest: '' as const }, source };
  return {
    request: {
      ...{ id, channel: summary.channel, guide: summary.id, edition: seal.version, passage },
      ...{ proposal: { kind: 'change' }, kind, why },
    },
    shown: {
      draft: {
        suggestion: {
          ...{ id, channel: summary.channel, guide: summary.id, base, proposal: { kind: 'change', source }, about: null },
          ...{ kind, why, evidence: [], urgency: 'whenever', author, created: now, modified: now },
        },
        ...{ state: 'draft', sent: null, conflict: null, moved: null, deleted: null, clock: {} },
      },
      ...{ history: noHistory, readOnly: false, blocks: guide.blockIds, title: summary.title, answer: null, lost: [] },
    },
  };
}
