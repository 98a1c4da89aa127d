// What the panel of a suggestion works out: how large a file is in words, which kinds of suggestion it can still become,
// what a person has yet to say. Pure.
import { isLink, type Missing, missingIn, suggestionLimits } from '../../../content/core/suggestion/bounds.ts';
import type { Evidence, Suggestion } from '../../../content/core/suggestion/model.ts';
import type { OpenDraft } from '../../state/draft-session.ts';

/** "340 kB", "2.1 MB": as file managers count. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  // What rounds up to 1,000 kB is 1 MB.
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export type ProposalKind = Suggestion['proposal']['kind'];

/** The suggestion as it would be kept now. */
export function suggestionNow({ kept, source, fields }: Pick<OpenDraft, 'kept' | 'source' | 'fields'>): Suggestion {
  const { suggestion } = kept.draft;
  const { proposal } = suggestion;
  const isText = proposal.kind === 'change' || proposal.kind === 'new-guide';
  return { ...suggestion, ...fields, proposal: isText && source !== null ? { ...proposal, source } : proposal };
}

export const missingNow = (draft: Pick<OpenDraft, 'kept' | 'source' | 'fields'>): readonly Missing[] => missingIn(suggestionNow(draft));

/** What it can still become: words that are changed are never dropped for a comment. */
export function choicesOf(draft: Pick<OpenDraft, 'kept' | 'source' | 'fields'>): readonly ProposalKind[] {
  const { proposal, base } = draft.kept.draft.suggestion;
  if (proposal.kind === 'new-guide' || proposal.kind === 'support') return [proposal.kind];
  if (proposal.kind === 'change') return base && draft.source === base.source ? ['change', 'comment', 'question'] : ['change'];
  return ['comment', 'question'];
}

/** Why it can be read but not changed; null: it can. */
export function lockOf({ kept }: Pick<OpenDraft, 'kept'>): 'newer' | 'sent' | null {
  if (kept.readOnly) return 'newer';
  return kept.draft.state === 'sent' || kept.draft.state === 'answered' ? 'sent' : null;
}

/** Of a link that was typed or pasted; null: it is none. */
export function linkOf(text: string): string | null {
  const trimmed = text.trim();
  const href = /^www\./i.test(trimmed) ? `https://${trimmed}` : trimmed;
  return isLink(href) ? href : null;
}

export function evidenceName(item: Evidence): string {
  switch (item.kind) {
    case 'text':
      return cut(item.text);
    case 'link':
      return cut(item.href);
    case 'file':
      return item.name;
  }
}

// A row of the panel, and a name that can still be heard.
const nameLength = 80;
const cut = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > nameLength ? `${line.slice(0, nameLength - 1).trimEnd()}…` : line;
};

export const isFull = ({ fields }: Pick<OpenDraft, 'fields'>): boolean => fields.evidence.length >= suggestionLimits.evidence;
