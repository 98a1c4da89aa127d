// Shapes of the replies in the contract. Values only: they are copied between processes.
import type { AppError } from '../../content/core/base/error.ts';
import type { BlockId, ChannelId, GuideId } from '../../content/core/base/ids.ts';
import type { GuideSummary, PackInfo } from '../../content/core/pack/model.ts';
import type { EditionSeal } from '../../content/core/trust/model.ts';
import type { SettingName, Settings } from '../settings/schema.ts';

export interface HeldPack {
  readonly info: PackInfo;
  readonly seal: EditionSeal;
  /** ISO day on which the channel was withdrawn, or null. */
  readonly retired: string | null;
}

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
