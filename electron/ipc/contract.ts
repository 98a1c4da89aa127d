// THE table of everything that crosses between the window and the main process. Handlers, preload, the
// renderer's client and the tests' fake are derived from it. Requests are checked by their schema on
// arrival; replies are `Result`s. The window never sends a path.
import * as v from 'valibot';
import type { BlockId, ChannelId, GuideId } from '../../content/core/base/ids.ts';
import type { Result } from '../../content/core/base/result.ts';
import type { SearchReply } from '../../content/core/search/model.ts';
import { settingsPatch } from '../settings/schema.ts';
import type { Command } from './commands.ts';
import { guideCopyAsked } from './copy-schemas.ts';
import type {
  AllNotes,
  EditedNotes,
  GuideNotes,
  LikelyNotePlace,
  NoteCounts,
  NotesChanged,
  NotesFolderState,
  NotesImport,
  NotesProgress,
  PlacedNotes,
} from './note-replies.ts';
import { dataFolder, noteChoice, noteEdits, noteName, noteView, undoToken, wordsFile } from './note-schemas.ts';
import type { FolderImport, GuideDocument, LibraryState, ReadingState, SettingsState, StartState, SyncState } from './replies.ts';
import type {
  AllSuggestions,
  BundlePreview,
  GuideSuggestions,
  KeptSuggestion,
  SavedSuggestion,
  SentSuggestion,
  SuggestionCounts,
  SuggestionsMoved,
} from './suggestion-replies.ts';
import {
  beginSuggestion,
  saveSuggestion,
  settleSuggestion,
  shownBundle,
  shownBundles,
  suggestionBundle,
  suggestionChoice,
  suggestionName,
  suggestionView,
  suggestionWords,
  wordDocument,
} from './suggestion-schemas.ts';

interface Call<Schema extends v.GenericSchema, Reply> {
  readonly request: Schema;
  /** Exists only for the compiler. */
  readonly reply?: Reply;
}

function call<Reply>() {
  return <Schema extends v.GenericSchema>(request: Schema): Call<Schema, Reply> => ({ request });
}

// Bounds, so that a broken or hostile window cannot fill memory or disk.
const nothing = v.strictObject({});
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/));
const guideId = v.pipe(
  slug,
  v.transform((text) => text as GuideId),
);
const channelId = v.pipe(
  slug,
  v.transform((text) => text as ChannelId),
);
const blockId = v.pipe(
  v.string(),
  v.regex(/^b[a-z2-7]{7,15}$/),
  v.transform((text) => text as BlockId),
);
// As content/node/sync-memory.ts makes them: the beginning of a digest, never a path.
const shareId = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));
const line = (max: number) => v.pipe(v.string(), v.maxLength(max));

export const contract = {
  /** Everything the first paint needs, in one crossing. */
  'app.start': call<StartState>()(nothing),
  /** Packs and guides held here, and what is true about them. */
  'library.list': call<LibraryState>()(nothing),
  /** One verified guide, its SHA-256 checked at this open. */
  'library.guide': call<GuideDocument>()(v.strictObject({ id: guideId })),
  /** Answers from verified text only; 10,000 characters are cut to what can be searched. */
  'search.query': call<SearchReply>()(
    v.strictObject({
      text: line(20_000),
      channels: v.pipe(v.array(channelId), v.maxLength(200)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)),
      verbatim: v.boolean(),
    }),
  ),
  /** Starts the search process early, when a person reaches for the box. */
  'search.warm': call<null>()(nothing),
  /** Keeps a query that found nothing, for a later suggestion to the working group. */
  'gaps.add': call<{ readonly count: number }>()(v.strictObject({ query: line(500) })),
  'settings.change': call<SettingsState>()(v.strictObject({ patch: settingsPatch })),
  'settings.reset': call<SettingsState>()(nothing),
  'reading.position': call<null>()(
    v.strictObject({ guide: guideId, block: v.nullable(blockId), edition: v.pipe(v.number(), v.integer()) }),
  ),
  'reading.saved': call<ReadingState>()(v.strictObject({ guide: guideId, saved: v.boolean() })),
  'reading.tick': call<ReadingState>()(v.strictObject({ guide: guideId, block: blockId, ticked: v.boolean() })),
  'reading.clear-ticks': call<ReadingState>()(v.strictObject({ guide: guideId })),
  /** Puts back ticks that were cleared (undo). */
  'reading.restore-ticks': call<ReadingState>()(
    v.strictObject({ guide: guideId, ticks: v.pipe(v.array(v.tuple([blockId, line(40)])), v.maxLength(500)) }),
  ),
  /** Prints the page as it stands; the stamp is part of the page's print style. */
  'page.print': call<null>()(nothing),
  /** Asks where to save, then writes a PDF of the page. Value: the file's name without its folder. */
  'page.pdf': call<{ readonly name: string }>()(v.strictObject({ suggested: line(120) })),
  /** Asks where, then writes a copy of a guide, of the edition named. Null: changed their mind. GUIDE_NOT_FOUND, SAVE_FAILED, NO_SPACE. */
  'copies.save': call<{ readonly name: string } | null>()(guideCopyAsked),
  /** Says in a dialog where the link leads and offers to copy it or, where policy allows, to open it. */
  'link.external': call<{ readonly done: 'copied' | 'opened' | 'nothing' }>()(v.strictObject({ url: line(2_000) })),
  'clipboard.write': call<null>()(v.strictObject({ text: line(100_000), html: line(200_000) })),
  'sync.state': call<SyncState>()(nothing),
  /** Looks at every share now. Answers at once; the rest comes as `sync.changed`. */
  'sync.check': call<SyncState>()(nothing),
  /** Calls off the check or copy that is under way; what was copied is kept, and planned checks wait an hour. */
  'sync.halt': call<SyncState>()(nothing),
  /** Asks for a folder (or stick) and imports from it; answers when done. Null: the person changed their mind. */
  'sync.import-folder': call<FolderImport | null>()(nothing),
  /** Asks for a folder and adds it to the shares. Null: changed their mind. SETTING_MANAGED where IT decides. */
  'sync.add-share': call<SyncState | null>()(nothing),
  /** By the id in `SyncState`. SETTING_MANAGED where IT decides. */
  'sync.remove-share': call<SyncState>()(v.strictObject({ id: shareId })),
  /** The notes on one guide, with their places in the edition that is shown. */
  'notes.guide': call<GuideNotes>()(noteView),
  /** On disk when it answers. NOTES_NEWER, NOTES_FULL, NO_SPACE, STORE_DENIED. */
  'notes.edit': call<EditedNotes>()(noteEdits),
  /** Puts everything back that an edit or import changed. CANCELLED when it is too long ago. */
  'notes.undo': call<null>()(v.strictObject({ token: undoToken })),
  'notes.all': call<AllNotes>()(nothing),
  'notes.counts': call<NoteCounts>()(nothing),
  /** Where an unplaced note might stand, best first. NOTE_NOT_FOUND. */
  'notes.likely': call<readonly LikelyNotePlace[]>()(noteName),
  /** Asks for a file of notes and takes it in. Null: the person changed their mind. NOT_NOTES. */
  'notes.import': call<NotesImport | null>()(nothing),
  /** Asks where, then writes the notes as JSON-LD. Value: the file's name; null: changed their mind. */
  'notes.export': call<{ readonly name: string } | null>()(v.strictObject({ suggested: line(120), notes: noteChoice })),
  /** Asks where, then writes words that the window has put together. */
  'notes.write': call<{ readonly name: string } | null>()(wordsFile),
  /** Everything that is the person's own, in a new folder inside the one they choose. */
  'data.export': call<{ readonly name: string; readonly files: number } | null>()(dataFolder),
  'notes.folder': call<NotesFolderState>()(nothing),
  /** Asks for a folder that this person's PCs share, and keeps the notes there too. SETTING_MANAGED where IT decides. */
  'notes.share-folder': call<NotesFolderState | null>()(nothing),
  /** The notes stay on this PC; those in the folder stay there. */
  'notes.leave-folder': call<NotesFolderState>()(nothing),
  'suggestions.all': call<AllSuggestions>()(nothing),
  'suggestions.counts': call<SuggestionCounts>()(nothing),
  /** A person's own on one guide, and what others suggested there. */
  'suggestions.guide': call<GuideSuggestions>()(suggestionView),
  /** On disk when it answers; the same id twice is one. GUIDE_NOT_FOUND. */
  'suggestions.begin': call<KeptSuggestion>()(beginSuggestion),
  /** SUGGESTION_NOT_FOUND. */
  'suggestions.open': call<KeptSuggestion>()(suggestionName),
  /** On disk when it answers. SUGGESTION_NOT_FOUND, SUGGESTION_FULL, APP_TOO_OLD, NO_SPACE, STORE_DENIED. */
  'suggestions.save': call<SavedSuggestion>()(saveSuggestion),
  'suggestions.settle': call<KeptSuggestion>()(settleSuggestion),
  /** They can be put back for 30 days. */
  'suggestions.delete': call<null>()(suggestionChoice),
  'suggestions.restore': call<null>()(suggestionChoice),
  /** Asks for a file of evidence and keeps a copy of it. Null: changed their mind. FILE_TOO_LARGE, FILE_UNREADABLE, SUGGESTION_FULL. */
  'suggestions.attach': call<KeptSuggestion | null>()(suggestionName),
  /** The bytes that would leave. SUGGESTION_INCOMPLETE, SUGGESTION_FULL. */
  'suggestions.preview': call<BundlePreview>()(suggestionBundle),
  /** Puts it into the inbox of the shared folder. SUGGESTION_CHANGED, INBOX_MISSING, INBOX_DENIED, INBOX_FULL, SHARE_UNREACHABLE. */
  'suggestions.send': call<SentSuggestion>()(shownBundle),
  /** Asks where, then writes the bundles: one file, or a folder of them. Null: changed their mind. SUGGESTION_CHANGED. */
  'suggestions.export': call<{ readonly name: string; readonly files: number } | null>()(shownBundles),
  /** Asks where, then writes a Word file with tracked changes. */
  'suggestions.word': call<{ readonly name: string } | null>()(wordDocument),
  /** Asks where, then writes words that the window has put together. */
  'suggestions.write': call<{ readonly name: string } | null>()(suggestionWords),
  /** A fault in the window, for the local log: a code and a place, never text of guides. */
  'log.fault': call<null>()(v.strictObject({ where: line(200), message: line(500) })),
  /** Opens the folder of the local log in the file manager, for IT. */
  'log.show': call<null>()(nothing),
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type Request<Name extends CallName> = v.InferInput<Contract[Name]['request']>;
export type Checked<Name extends CallName> = v.InferOutput<Contract[Name]['request']>;
export type Reply<Name extends CallName> = NonNullable<Contract[Name]['reply']> | (null extends Contract[Name]['reply'] ? null : never);

/** What the main process tells the window without being asked. */
export interface Pushes {
  /** A menu item or shortcut that the window carries out. */
  readonly command: Command;
  readonly 'settings.changed': SettingsState;
  readonly 'library.changed': LibraryState;
  readonly 'search.progress': { readonly done: number; readonly of: number };
  /** At most five times a second. */
  readonly 'sync.changed': SyncState;
  /** Other than by this window's own edits: another PC, an update, an import, an undo. */
  readonly 'notes.changed': NotesChanged;
  readonly 'notes.placed': PlacedNotes;
  readonly 'notes.progress': NotesProgress;
  /** The folder that a person's PCs share was looked at, or another was chosen. */
  readonly 'notes.folder-changed': NotesFolderState;
  /** Other than by this window's own saves. */
  readonly 'suggestions.changed': SuggestionCounts;
  readonly 'suggestions.moved': SuggestionsMoved;
}
export type PushName = keyof Pushes;
export const pushNames: readonly PushName[] = [
  'command',
  'settings.changed',
  'library.changed',
  'search.progress',
  'sync.changed',
  'notes.changed',
  'notes.placed',
  'notes.progress',
  'notes.folder-changed',
  'suggestions.changed',
  'suggestions.moved',
];

export { type Command, commands } from './commands.ts';

/** `window.guides`, as the preload makes it: a function for each call, and `on`, which returns how to stop listening. */
export type WindowApi = { readonly [Name in CallName]: (request: Request<Name>) => Promise<Result<Reply<Name>>> } & {
  readonly on: <Name extends PushName>(name: Name, handler: (value: Pushes[Name]) => void) => () => void;
};
