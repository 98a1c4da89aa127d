// Shapes of what is told about a person's suggestions. Values only: they are copied between processes.
import type { Clock } from '../../content/core/annotation/model.ts';
import type { BlockId, ChannelId, GuideId, Sha256 } from '../../content/core/base/ids.ts';
import type { Missing } from '../../content/core/suggestion/bounds.ts';
import type { Draft, DraftState, Proposal, Sent, SuggestionId, SuggestionKind, Urgency } from '../../content/core/suggestion/model.ts';
import type { Answer, OpenSuggestion } from '../../content/core/suggestion/responses.ts';
import type { History } from '../../content/core/suggestion/undo-history.ts';

/** A row of "My suggestions". */
export interface SuggestionRow {
  readonly id: SuggestionId;
  readonly state: DraftState;
  readonly channel: ChannelId;
  readonly guide: GuideId | null;
  /** Of the guide as it is held, or of the guide that is proposed; null where neither has one. */
  readonly title: string | null;
  readonly proposal: Proposal['kind'];
  readonly kind: SuggestionKind;
  readonly urgency: Urgency;
  /** The beginning of it, at most 300 characters. */
  readonly why: string;
  /** The first thing that changes, in plain words, at most 300 characters each; null where nothing does. */
  readonly first: { readonly old: string; readonly next: string } | null;
  /** How many blocks and fields change. */
  readonly edits: number;
  readonly missing: readonly Missing[];
  readonly created: string;
  readonly modified: string;
  readonly sent: Sent | null;
  /** What the group said of it, as far as the editions held here say. */
  readonly answer: Answer | null;
  /** A newer edition changed the same words. */
  readonly conflict: boolean;
  /** What a newer edition did to it, until its author has seen it. */
  readonly moved: 'carried' | 'taken' | null;
  /** A newer app wrote it. */
  readonly readOnly: boolean;
}

export interface AllSuggestions {
  /** Last changed first; those thrown away are not among them. */
  readonly rows: readonly SuggestionRow[];
  /** Names of files that cannot be read, now or by this app. */
  readonly unread: readonly string[];
  /** Names of files that were put aside because they were damaged. */
  readonly aside: readonly string[];
  /** A shared folder is known, so that there may be an inbox. */
  readonly hasShare: boolean;
}

/** One suggestion, whole. */
export interface KeptSuggestion {
  readonly draft: Draft;
  readonly history: History;
  readonly readOnly: boolean;
  /** Ids of the blocks of the base's text, in order; empty without a base. */
  readonly blocks: readonly BlockId[];
  /** Of the guide as it is held; null for one that is not. */
  readonly title: string | null;
  readonly answer: Answer | null;
  /** Files it names whose bytes are not on this PC any more. */
  readonly lost: readonly Sha256[];
}

/** On disk. */
export interface SavedSuggestion {
  readonly clock: Clock;
  readonly state: DraftState;
  readonly modified: string;
  readonly missing: readonly Missing[];
  /** Other words came from another window meanwhile: they are a suggestion of their own now. */
  readonly parted: SuggestionId | null;
}

/** What others suggested for a block and what is not decided. */
export interface OpenAt {
  readonly block: BlockId;
  /** Each force once. */
  readonly forces: number;
  readonly suggestions: readonly OpenSuggestion[];
}

export interface GuideSuggestions {
  readonly guide: GuideId;
  /** This person's, that are not sent yet. */
  readonly drafts: readonly SuggestionRow[];
  /** This person's that were sent and are not answered. */
  readonly sent: readonly SuggestionRow[];
  /** In reading order. Support counts for those of the same person as well. */
  readonly open: readonly OpenAt[];
  /** Open suggestions that this person supports already. */
  readonly supported: readonly Sha256[];
}

export interface SuggestionCounts {
  /** Drafts and what is ready to be sent. */
  readonly drafts: number;
  readonly sent: number;
  readonly answered: number;
  /** A newer edition changed the same words: a person has to look. */
  readonly conflicts: number;
}

/** What happened when a newer edition came. Told once. */
export interface SuggestionsMoved {
  readonly carried: number;
  readonly taken: number;
  readonly conflicts: number;
  /** Suggestions that were sent and of which the group said something new. */
  readonly answered: readonly SuggestionId[];
}

/** Exactly what would leave the PC. */
export interface BundlePreview {
  /** Of the file, unique for this suggestion. */
  readonly name: string;
  readonly bytes: number;
  /** Of the bundle's bytes. */
  readonly digest: Sha256;
  readonly files: readonly {
    readonly name: string;
    readonly bytes: number;
    /** Null for what is not text. */
    readonly text: string | null;
  }[];
}

export interface SentSuggestion {
  readonly sent: Sent;
  /** Of the file in the inbox. */
  readonly name: string;
}
