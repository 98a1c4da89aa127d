// A private note on a guide: what it says, and where. Notes never touch packs; they hold enough of the guide's own
// words to be placed again in any later edition, or to be read without one.
import type { BlockId, GuideId } from '../base/ids.ts';

declare const brand: unique symbol;
/** `urn:uuid:` and a random UUID: unique everywhere, tells nothing about anybody. */
export type NoteId = string & { readonly [brand]: 'NoteId' };

/** In this order on the selection bar: what it means is part of the mark, its colour only helps to find it. */
export const highlightNames = ['important', 'do', 'ask', 'local'] as const;
export type HighlightName = (typeof highlightNames)[number];

/** TextQuoteSelector, TextPositionSelector and block id (W3C Web Annotation 4.2), with the edition that they are true of. */
export interface Anchor {
  readonly edition: EditionRef;
  /** The block that the passage begins in; null where the edition gave none. */
  readonly block: BlockId | null;
  /** In UTF-16 units of the guide's text, as `anchor-text.ts` spells it. */
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface EditionRef {
  /** Of the pack's targets: UTC seconds at signing; 0 for notes from elsewhere. */
  readonly version: number;
  /** SHA-256 of the guide's file; empty for notes from elsewhere. */
  readonly digest: string;
}

/** What became of a note's words in the newest edition that it was compared with. */
export type Fate = 'unchanged' | 'reworded' | 'moved' | 'gone';

export interface Note {
  readonly id: NoteId;
  readonly guide: GuideId;
  readonly highlight: HighlightName;
  /** Light markdown; empty for a highlight alone. */
  readonly text: string;
  readonly tags: readonly string[];
  /** ISO times by the clock of the PC that wrote them. */
  readonly created: string;
  readonly modified: string;
  readonly archived: boolean;
  /** Where it stands now; of an unplaced note, where it stood last. */
  readonly anchor: Anchor;
  readonly fate: Fate;
  /** Where a person put it, while `fate` is not `unchanged` and nobody has seen to it yet; else null. */
  readonly before: Anchor | null;
  readonly clock: Clock;
}

/** How often each writer changed the record: tells what came later from what happened at the same time. */
export type Clock = Readonly<Record<string, number>>;

/** Stays, so that a copy from another PC does not bring the note back. */
export interface Deleted {
  readonly id: NoteId;
  readonly deleted: string;
  readonly clock: Clock;
}

export type NoteRecord = Note | Deleted;

export const isDeleted = (record: NoteRecord): record is Deleted => 'deleted' in record;

const uuid = /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isNoteId = (text: string): text is NoteId => uuid.test(text);

/** Bounds on what a file or an import may hold, checked before use; generous for a person, small for a PC. */
export const noteLimits = {
  /** A year of heavy use of one guide is a tenth of this. */
  perGuide: 10_000,
  /** What was deleted is remembered by its id alone, so that an old copy does not bring it back. */
  deleted: 50_000,
  text: 20_000,
  tag: 60,
  tags: 20,
  exact: 5_000,
  /** Characters of context on either side. */
  context: 64,
  fileBytes: 32 * 1024 * 1024,
} as const;
