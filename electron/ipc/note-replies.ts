// Shapes of what is told about notes. Values only: they are copied between processes.
import type { LikelyPlace } from '../../content/core/annotation/likely-places.ts';
import type { Fate, Note } from '../../content/core/annotation/model.ts';
import type { AppError } from '../../content/core/base/error.ts';
import type { BlockId, GuideId } from '../../content/core/base/ids.ts';
import type { Passage } from './note-schemas.ts';

/** Part of a block's text, in UTF-16 units; `to` is the first unit outside. */
export interface NotePart {
  readonly block: BlockId;
  readonly from: number;
  readonly to: number;
}

/** A note as it stands in the edition that was asked for. */
export interface ShownNote {
  readonly note: Note;
  /** In reading order; empty for a note without a place in that edition. */
  readonly parts: readonly NotePart[];
  /** In that edition; the note's own fate speaks of the newest. */
  readonly fate: Fate;
}

export interface GuideNotes {
  readonly guide: GuideId;
  /** The edition that parts are counted in: UTC seconds at signing. */
  readonly edition: number;
  /** In reading order, notes without a place last; archived ones among them, deleted ones not. */
  readonly notes: readonly ShownNote[];
  /** A newer app wrote the file: edits are refused with NOTES_NEWER. */
  readonly readOnly: boolean;
  /** Records that could not be read and were set aside in a file beside. */
  readonly refused: number;
}

export interface EditedNotes extends GuideNotes {
  /** For `notes.undo`. */
  readonly undo: string;
}

export interface ListedNote {
  readonly note: Note;
  /** The heading it stands under now, or stood under last; null above the first one or where it is not known. */
  readonly section: string | null;
}

export interface ListedGuide {
  readonly guide: GuideId;
  /** Of the guide as it is held; null for a guide that is not on this PC any more. */
  readonly title: string | null;
  readonly notes: readonly ListedNote[];
  readonly readOnly: boolean;
  readonly refused: number;
  /** The file beside the notes with what could not be read, by its name; null when all is well. */
  readonly setAside: string | null;
}

export interface AllNotes {
  readonly guides: readonly ListedGuide[];
}

export interface NoteCounts {
  /** Without archived ones. */
  readonly notes: number;
  /** Reworded or moved, and nobody has seen to it yet. */
  readonly changed: number;
  /** Without a place, and nobody has decided to keep it so. */
  readonly unplaced: number;
}

/** After a newer edition came: what became of the notes on its guides. */
export interface PlacedNotes {
  readonly guides: readonly GuideId[];
  readonly counts: Readonly<Record<Fate, number>>;
}

export interface LikelyNotePlace {
  readonly passage: Passage;
  readonly reason: LikelyPlace['reason'];
  /** The block's words, at most 400 characters. */
  readonly words: string;
  readonly section: string | null;
}

export interface NotesImport {
  /** The file's name without its folder. */
  readonly name: string;
  readonly added: number;
  /** They were here, and the file has later words. */
  readonly updated: number;
  /** They were here, just so or newer. */
  readonly known: number;
  /** They had been deleted here, and came back. */
  readonly revived: number;
  /** Of the added, updated and revived: whose words were found, and whose were not. */
  readonly placed: number;
  readonly unplaced: number;
  /** Items that are no note about a guide's words, or name no guide and are found in none. */
  readonly refused: number;
  readonly elsewhere: number;
  /** Beyond what one import takes, or what a guide can hold. */
  readonly beyond: number;
  /** On guides whose notes a newer app wrote here: they stay in the file. */
  readonly locked: number;
  /** Why the notes of some guides stayed in the file, such as a full disk; what was taken in is counted and kept. */
  readonly error: AppError | null;
  readonly guides: readonly GuideId[];
  /** For `notes.undo`; null when nothing changed. */
  readonly undo: string | null;
}

export interface NotesChanged {
  /** Null: it may be any. */
  readonly guides: readonly GuideId[] | null;
  readonly counts: NoteCounts;
}

/** Long work on notes: reading a file, placing. At most five times a second. */
export interface NotesProgress {
  readonly what: 'placing' | 'importing' | 'exporting';
  readonly done: number;
  readonly of: number;
}

/** How the folder that several PCs share stands. */
export interface NotesFolderState {
  /** Its full path, only to be shown; empty: the notes are on this PC alone. */
  readonly path: string;
  readonly managed: boolean;
  /** ISO time of the last exchange that went well; null: none yet. */
  readonly exchanged: string | null;
  readonly error: AppError | null;
}
