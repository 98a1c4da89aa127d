// A pack: the guides of one channel or subject, published together. An edition: one published version of it.
// An edition is a flat set of named files, each signed as a TUF target; `index.json` says what they are.
import type { BlockId, ChannelId, GuideId, Sha256 } from '../base/ids.ts';
import type { BlockKind, Confidence, GuideStatus } from '../guide/model.ts';

/** Version of `index.json`; a newer one than we know means: this app is too old for that edition. */
export const indexFormat = 1;

/** Bounds on what a pack may hold, checked before use (trust.md 1.4 row 22). Bytes unless said. */
export const packLimits = {
  files: 5_000,
  fileBytes: 32 * 1024 * 1024,
  packBytes: 512 * 1024 * 1024,
  guideBytes: 2 * 1024 * 1024,
  imageBytes: 8 * 1024 * 1024,
  imagePixels: 25_000_000,
} as const;

/** `pack.yml` of an authored pack. */
export interface PackInfo {
  readonly id: string;
  readonly channel: ChannelId;
  readonly title: string;
  readonly kind: 'channel' | 'subject';
  readonly purpose: string;
  readonly workingGroup: { readonly name: string; readonly roles: readonly string[] };
  readonly reviewEveryMonths: number;
  /** Place in the tree, ascending. */
  readonly order: number;
  /** The guide to open first. */
  readonly start: GuideId | null;
}

/** What lists and searches show of a guide without opening it. */
export interface GuideSummary {
  readonly id: GuideId;
  readonly channel: ChannelId;
  readonly title: string;
  readonly summary: string;
  readonly topic: string;
  readonly audience: readonly string[];
  readonly group: string;
  readonly status: GuideStatus;
  readonly version: string;
  readonly updated: string | null;
  readonly approved: string | null;
  readonly reviewBy: string | null;
  readonly confidence: Confidence;
  readonly words: number;
  readonly lang: string;
}

/** Id, kind and digest (first 16 hex characters of the SHA-256 of the block's plain text) of one block. */
export type IndexedBlock = readonly [id: BlockId, kind: BlockKind, digest: string];

export interface IndexedGuide extends GuideSummary {
  /** Target name of the markdown file. */
  readonly file: string;
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly blocks: readonly IndexedBlock[];
}

export interface IndexedImage {
  /** As written in the guides' image links. */
  readonly src: string;
  /** Target name. */
  readonly file: string;
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/svg+xml';
  readonly width: number;
  readonly height: number;
}

export interface EditionIndex {
  readonly format: typeof indexFormat;
  readonly pack: PackInfo;
  /** In reading order. */
  readonly guides: readonly IndexedGuide[];
  readonly images: readonly IndexedImage[];
  /** Groups of words that mean the same, lower case. */
  readonly synonyms: readonly (readonly string[])[];
}

/** One file of an edition, ready to be hashed and signed. `name` obeys the target name rule of trust.md 1.5. */
export interface EditionFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A pack in the directory repository's `channels.json`. */
export interface DirectoryEntry {
  readonly id: ChannelId;
  readonly title: string;
  readonly kind: 'channel' | 'subject';
  /** SHA-256 of the channel's `1.root.json`. */
  readonly rootSha256: Sha256;
  /** ISO day on which the channel's guidance was withdrawn, or null. */
  readonly retired: string | null;
}
