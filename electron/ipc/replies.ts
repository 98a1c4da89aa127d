// Shapes of the replies in the contract. Values only: they are copied between processes.
import type { AppError } from '../../content/core/base/error.ts';
import type { BlockId, ChannelId, GuideId } from '../../content/core/base/ids.ts';
import type { GuideSummary, PackInfo } from '../../content/core/pack/model.ts';
import type { SyncStatus } from '../../content/core/sync/model.ts';
import type { EditionSeal } from '../../content/core/trust/model.ts';
import type { SettingName, Settings } from '../settings/schema.ts';

export interface HeldPack {
  readonly info: PackInfo;
  readonly seal: EditionSeal;
  /** ISO day on which the channel was withdrawn, or null. */
  readonly retired: string | null;
}

/**
 * After `library.changed` an open page keeps the document it has; there is a newer edition of it when the seal's
 * version of its pack here differs from the version in the document's own seal. `library.guide` then gives the newer.
 */
export interface LibraryState {
  readonly packs: readonly HeldPack[];
  readonly guides: readonly GuideSummary[];
  /** What went wrong with single packs; reading of the others goes on. */
  readonly problems: readonly (AppError & { readonly channel: ChannelId | null })[];
}

export interface GuideDocument {
  readonly summary: GuideSummary;
  /** The markdown file as signed. */
  readonly source: string;
  /** One for each block, in order. */
  readonly blockIds: readonly BlockId[];
  readonly images: Readonly<Record<string, { readonly url: string; readonly width: number; readonly height: number }>>;
  readonly seal: EditionSeal;
  readonly pack: PackInfo;
}

export interface ReadingState {
  /** Newest first. */
  readonly saved: readonly GuideId[];
  readonly recent: readonly { readonly guide: GuideId; readonly block: BlockId | null; readonly at: string; readonly edition: number }[];
  /** Ticked checklist items of each guide, with the ISO time of the tick. */
  readonly ticks: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface SettingsState {
  readonly values: Settings;
  /** Names that machine policy decides; the window shows them as set by the force's IT. */
  readonly managed: readonly SettingName[];
  /** A settings file that could not be read was put aside. */
  readonly repaired: boolean;
}

export interface StartState {
  readonly library: LibraryState;
  readonly settings: SettingsState;
  readonly reading: ReadingState;
  readonly app: { readonly version: string; readonly runtime: string; readonly platform: string };
  /** The guide to show first, already opened: the one last read, or null for the home page. */
  readonly open: GuideDocument | null;
  /** ISO time by this PC, passed in so that the window never reads the clock for due dates. */
  readonly now: string;
}

/** What is true about the shared folders. Times are ISO texts by this PC's clock. */
export interface SyncState {
  /** For the status line. 'checking' and 'copying' stand here while a round is under way. */
  readonly overall: SyncStatus;
  /** The same without what is under way. */
  readonly settled: SyncStatus;
  /** Last time any share could be read; last time every channel was confirmed; null: never. */
  readonly lastChecked: string | null;
  readonly lastGood: string | null;
  /** Null where no share is set. */
  readonly nextCheck: string | null;
  /** Shares are set by the force's IT: adding and removing are refused. */
  readonly managed: boolean;
  readonly shares: readonly SyncShare[];
  readonly channels: readonly SyncChannel[];
}

export interface SyncShare {
  /** For `sync.remove-share`; 'seed' for what came with the app. */
  readonly id: string;
  /** Last part of its path; empty for the seed. */
  readonly label: string;
  /** As configured, to be shown only; empty for the seed. */
  readonly path: string;
  readonly origin: 'policy' | 'user' | 'seed';
  readonly status: SyncStatus;
  readonly lastChecked: string | null;
  readonly lastGood: string | null;
  readonly nextCheck: string | null;
}

export interface SyncChannel {
  readonly channel: ChannelId;
  /** Of the held edition's pack, else the id. */
  readonly title: string;
  /** Version of the edition that is read: UTC seconds at signing. */
  readonly held: number | null;
  /** Version that a share offers, where it is known and another than the one held. */
  readonly offered: number | null;
  readonly status: SyncStatus;
  /** STALE, REVIEW_OVERDUE, ROOT_STALE, CLOCK: readable all the same. */
  readonly warnings: readonly AppError[];
  readonly lastGood: string | null;
}

/** What became of a folder that was chosen by hand. */
export interface FolderImport {
  /** Last part of the folder's path. */
  readonly name: string;
  /** Why nothing at all, or no more, could be brought in; else null. */
  readonly error: AppError | null;
  readonly channels: readonly FolderChannel[];
  readonly files: number;
  readonly bytes: number;
}

export interface FolderChannel {
  readonly channel: ChannelId;
  readonly title: string;
  readonly outcome: 'imported' | 'current' | 'failed';
  readonly version: number | null;
  readonly error: AppError | null;
}
