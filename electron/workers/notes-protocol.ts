// What the main process and the notes process say to each other. Values only. Both are ours, so nothing is checked
// here: the window's requests were checked by the contract. Every call may be asked twice, because a process that died
// before it answered is asked again; the second time must change nothing more.
import type { Before } from '../../content/core/annotation/edits.ts';
import type { NoteRecord } from '../../content/core/annotation/model.ts';
import type { AppError, ErrorData } from '../../content/core/base/error.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { Pushes } from '../ipc/contract.ts';
import type { AllNotes, EditedNotes, GuideNotes, LikelyNotePlace, NoteCounts, NotesImport } from '../ipc/note-replies.ts';
import type { NoteEdits, NoteName } from '../ipc/note-schemas.ts';
import type { SuggestionCalls } from './suggestions-protocol.ts';

export interface DataFolder {
  /** In which the new one is made. */
  readonly parent: string;
  readonly name: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

export interface Call<Request, Reply> {
  readonly request: Request;
  readonly reply: Reply;
}

/** Everything that the notes process is asked for. */
export interface NoteCalls extends SuggestionCalls {
  readonly guide: Call<{ readonly guide: GuideId; readonly edition: number }, GuideNotes>;
  readonly edit: Call<NoteEdits, EditedNotes>;
  readonly restore: Call<{ readonly before: readonly Before[] }, null>;
  readonly all: Call<Readonly<Record<string, never>>, AllNotes>;
  readonly counts: Call<Readonly<Record<string, never>>, NoteCounts>;
  readonly likely: Call<NoteName, readonly LikelyNotePlace[]>;
  /** Guides with a file of notes. */
  readonly guides: Call<Readonly<Record<string, never>>, readonly GuideId[]>;
  /** A guide's records as they are kept, deleted ones too. */
  readonly records: Call<{ readonly guide: GuideId }, { readonly records: readonly NoteRecord[]; readonly readOnly: boolean }>;
  /** Takes in what another PC of this person has. Nothing that is here is lost. */
  readonly merge: Call<{ readonly guide: GuideId; readonly records: readonly NoteRecord[] }, { readonly changed: boolean }>;
  /** Takes in a file of notes. NOT_NOTES. */
  readonly import: Call<{ readonly file: string }, NotesImport>;
  /** Writes notes as JSON-LD; null: all. NO_SPACE, SAVE_FAILED. */
  readonly export: Call<{ readonly file: string; readonly notes: readonly NoteName[] | null }, null>;
  readonly save: Call<{ readonly file: string; readonly text: string }, null>;
  /** Makes a folder with these files and all notes; the data of NO_SPACE and SAVE_FAILED says what is written. */
  readonly 'save-all': Call<DataFolder, { readonly name: string; readonly files: number }>;
}
export type NoteCallName = keyof NoteCalls;
export type NoteRequest<Name extends NoteCallName> = NoteCalls[Name]['request'];
export type NoteReply<Name extends NoteCallName> = NoteCalls[Name]['reply'];

/** Folders. The stores of editions are only read. */
export interface NotesStart {
  readonly kind: 'start';
  readonly notesDir: string;
  readonly storeDirs: readonly string[];
  /** Of this app's data: whatever tells this PC's writer in clocks from others. */
  readonly dataDir: string;
}

export type ToNotes =
  /** First of all. */
  | NotesStart
  | { readonly kind: 'call'; readonly seq: number; readonly name: NoteCallName; readonly request: unknown; readonly now: string }
  /** The library changed: editions are read again, and notes placed. */
  | { readonly kind: 'reload' };

export type NotePushName = Extract<keyof Pushes, `notes.${string}` | `suggestions.${string}`>;
export type NotePush = { readonly [Name in NotePushName]: { readonly name: Name; readonly value: Pushes[Name] } }[NotePushName];

export type FromNotes =
  | { readonly kind: 'reply'; readonly seq: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly seq: number; readonly error: AppError }
  /** How things were before a call changed them; said before anything is written, so that it outlives the process. */
  | { readonly kind: 'before'; readonly seq: number; readonly token: string; readonly before: readonly Before[] }
  | { readonly kind: 'push'; readonly push: NotePush }
  /** Every second while there is work. */
  | { readonly kind: 'alive' }
  /** For the log: codes, counts and names of files, never words. */
  | { readonly kind: 'note'; readonly code: string; readonly data: ErrorData };
