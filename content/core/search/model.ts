// What is asked of the search and what it answers, as plain values that cross processes.
import type { BlockId, ChannelId, GuideId } from '../base/ids.ts';

/** Longer queries are cut, not refused: a paste by mistake must still give sensible results. */
export const queryLimits = { characters: 10_000, words: 32 } as const;

export interface SearchRequest {
  readonly text: string;
  /** Scope from the tick boxes; empty means all. A typed scope (`facebook: …`) narrows it further. */
  readonly channels: readonly ChannelId[];
  /** Guides at most, best first. */
  readonly limit: number;
  /** Search exactly what was typed, without correction. */
  readonly verbatim: boolean;
}

/** Start and end (exclusive) of a marked stretch, in UTF-16 units of the text beside it. */
export type Mark = readonly [start: number, end: number];

export interface SectionHit {
  /** Where Enter lands; null = top of the guide. */
  readonly block: BlockId | null;
  readonly heading: string;
  readonly headingMarks: readonly Mark[];
  readonly snippet: string;
  readonly marks: readonly Mark[];
}

export interface GuideHit {
  readonly guide: GuideId;
  readonly channel: ChannelId;
  readonly title: string;
  readonly titleMarks: readonly Mark[];
  /** Best section first, three at most. */
  readonly sections: readonly SectionHit[];
  /** Further sections that match. */
  readonly more: number;
}

export interface SearchReply {
  readonly hits: readonly GuideHit[];
  /** Guides that match in all, also beyond the limit. */
  readonly total: number;
  /** Set when what was typed gave nothing and a near word did. */
  readonly correction: { readonly typed: string; readonly shown: string } | null;
  /** Channels named in the query itself, and names that looked like a scope but are none. */
  readonly scope: { readonly channels: readonly ChannelId[]; readonly unknown: readonly string[] };
  /** While indexes are being built: guides done and in all; null when all are ready. */
  readonly indexing: { readonly done: number; readonly of: number } | null;
  /** True when nothing but stop words or punctuation was typed. */
  readonly empty: boolean;
}
