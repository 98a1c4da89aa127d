// A suggestion: what somebody would have changed in a guide, or says or asks about it, with the reason. It travels whole:
// with the text it was made from and the text as proposed, so that it can be read and merged where neither is held.
// A draft is a suggestion on the PC of its author.
import type { Anchor, Clock, EditionRef } from '../annotation/model.ts';
import type { ChannelId, GuideId, Sha256 } from '../base/ids.ts';

declare const brand: unique symbol;
/** `urn:uuid:` and a random UUID. */
export type SuggestionId = string & { readonly [brand]: 'SuggestionId' };

export const suggestionKinds = ['factual-error', 'outdated', 'wording', 'missing', 'other'] as const;
/** A factual error, the law or the platform changed, clearer wording, something is missing, other. */
export type SuggestionKind = (typeof suggestionKinds)[number];

export const urgencies = ['whenever', 'soon', 'now'] as const;
export type Urgency = (typeof urgencies)[number];

/** A guide's file in one edition. */
export interface Base {
  /** Its digest is the SHA-256 of `source` as UTF-8. */
  readonly edition: EditionRef;
  /** The whole file, front matter and all. */
  readonly source: string;
}

export type Proposal =
  /** The whole file as it shall be. */
  | { readonly kind: 'change'; readonly source: string }
  /** A guide that is missing; `template` is the id of the guide it was begun from. */
  | { readonly kind: 'new-guide'; readonly source: string; readonly template: GuideId | null }
  /** `why` is what is said or asked. */
  | { readonly kind: 'comment' }
  | { readonly kind: 'question' }
  /** Of somebody else's open suggestion, by its digest. */
  | { readonly kind: 'support'; readonly suggestion: Sha256 };

/** Where in the guide. */
export interface Passage {
  readonly anchor: Anchor;
  /** First 16 hex digits of the SHA-256 of the block's plain text, as in the pack's index; empty when not known. */
  readonly blockDigest: string;
}

export type Evidence =
  | { readonly kind: 'text'; readonly text: string }
  /** `https:` or `http:`. */
  | { readonly kind: 'link'; readonly href: string }
  /** Its bytes lie beside, under their digest. */
  | { readonly kind: 'file'; readonly name: string; readonly bytes: number; readonly digest: Sha256 };

/** Empty where it has not been said yet. */
export interface Author {
  readonly name: string | null;
  readonly force: string;
  readonly role: string;
}

/** What leaves the PC, and nothing else. */
export interface Suggestion {
  readonly id: SuggestionId;
  readonly channel: ChannelId;
  /** Null for a guide that is missing and has no name yet. */
  readonly guide: GuideId | null;
  /** Null where there is no text yet, and for support. */
  readonly base: Base | null;
  readonly proposal: Proposal;
  /** Null: the guide as a whole. */
  readonly about: Passage | null;
  readonly kind: SuggestionKind;
  readonly why: string;
  readonly evidence: readonly Evidence[];
  readonly urgency: Urgency;
  readonly author: Author;
  /** ISO times by the clock of the PC that wrote them. */
  readonly created: string;
  readonly modified: string;
}

export const draftStates = ['draft', 'ready', 'sent', 'answered'] as const;
export type DraftState = (typeof draftStates)[number];

/** Exactly which bytes left, and how. */
export interface Sent {
  readonly at: string;
  /** Of the bytes of `suggestion.json`: what a response names. */
  readonly digest: Sha256;
  readonly way: 'inbox' | 'file';
}

/** What a newer edition did to a draft; the texts before it stay until a person has seen to them. */
export interface Moved {
  readonly what: 'carried' | 'taken';
  readonly base: Base;
  readonly source: string;
}

export interface Draft {
  readonly suggestion: Suggestion;
  readonly state: DraftState;
  readonly sent: Sent | null;
  /** The newest edition, where it changed the same words; null: none did. The suggestion stays on its own base then. */
  readonly conflict: Base | null;
  readonly moved: Moved | null;
  /** When it was thrown away; until it is cleared it can be put back. */
  readonly deleted: string | null;
  readonly clock: Clock;
}

const uuid = /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isSuggestionId = (text: string): text is SuggestionId => uuid.test(text);

/** The whole text as proposed; null where there is none. */
export function proposedSource({ proposal }: Pick<Suggestion, 'proposal'>): string | null {
  return proposal.kind === 'change' || proposal.kind === 'new-guide' ? proposal.source : null;
}
