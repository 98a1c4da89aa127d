// What a job of the notes process works with. A job is one entry of the table in notes-jobs.ts: request in, reply out.
// It throws `AppFault`, gives way to others in long loops, and may be run twice for one request.
import type { Before } from '../../content/core/annotation/edits.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { DraftEvidence } from '../../content/node/draft-evidence.ts';
import type { DraftStore } from '../../content/node/draft-store.ts';
import type { NoteStore } from '../../content/node/note-store.ts';
import type { NoteCallName, NotePush, NoteReply, NoteRequest } from './notes-protocol.ts';
import type { NoteTexts } from './notes-texts.ts';
import type { DraftIndex } from './suggestions-index.ts';

export interface NoteContext {
  readonly store: NoteStore;
  /** Verified texts of the guides that are held, newest and earlier. */
  readonly texts: NoteTexts;
  /** A person's suggestions, and the files they attached to them. */
  readonly drafts: DraftStore;
  readonly evidence: DraftEvidence;
  /** What is known of every suggestion without reading it. */
  readonly index: DraftIndex;
  /** Name of this process in clocks. */
  readonly writer: string;
  /** ISO time of the call; the same when it is asked again. */
  readonly now: string;
  /**
   * To be called before anything is written (for several guides: once, or for each; all go under one token).
   * @returns for `notes.undo`
   */
  remember(before: readonly Before[]): string;
  push(push: NotePush): void;
  /**
   * These guides' notes are not as they were: counts them anew, and tells the window.
   * @param by `window`: it is told of the counts alone, because its answer holds the rest
   */
  changed(guides: readonly GuideId[], by?: 'window'): Promise<void>;
  /** Suggestions are not as they were. @param by `window`: it is told only where their counts have changed */
  changedSuggestions(by?: 'window'): Promise<void>;
  /** Gives way to calls that came meanwhile, if some milliseconds have passed since the last time. */
  breathe(): Promise<void>;
}

export type NoteJob<Name extends NoteCallName> = (
  request: NoteRequest<Name>,
  context: NoteContext,
) => Promise<NoteReply<Name>> | NoteReply<Name>;

export type NoteJobs = { readonly [Name in NoteCallName]: NoteJob<Name> };
