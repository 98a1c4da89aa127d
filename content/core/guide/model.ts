// The words of a guide as types. A guide is one markdown document with front matter; its body is a row of
// blocks. Nothing here knows about files, packs or screens.
import type { BlockId, GuideId } from '../base/ids.ts';

export type GuideStatus = 'draft' | 'consultation' | 'approved' | 'withdrawn';
export type Confidence = 'official' | 'mixed' | 'unverified';
/** How sure a source is: read in the body's own text, in a secondary text, general knowledge, changes often. */
export type SourceMark = 'A' | 'B' | 'C' | 'T';

export interface GuideSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly date: string | null;
  readonly seen: string | null;
  readonly mark: SourceMark | null;
}

export interface GuideChange {
  readonly version: string;
  readonly date: string;
  readonly note: string;
}

/** Front matter, validated. Dates are ISO days (`2026-11-22`); `version` is text such as `0.1`. */
export interface GuideMeta {
  readonly id: GuideId;
  readonly title: string;
  readonly summary: string;
  readonly pack: string;
  readonly channel: string;
  readonly topic: string;
  readonly audience: readonly string[];
  readonly workingGroup: { readonly name: string; readonly leadForce: string | null };
  readonly forces: readonly string[];
  readonly partners: readonly string[];
  readonly status: GuideStatus;
  readonly version: string;
  readonly created: string | null;
  readonly updated: string | null;
  readonly consultation: { readonly opens: string | null; readonly closes: string | null };
  readonly approved: string | null;
  readonly approvedBy: string | null;
  readonly reviewBy: string | null;
  readonly supersedes: readonly GuideId[];
  readonly supersededBy: GuideId | null;
  readonly related: readonly GuideId[];
  readonly lang: string;
  readonly translationOf: GuideId | null;
  readonly licence: string | null;
  readonly confidence: Confidence;
  readonly sources: readonly GuideSource[];
  readonly changes: readonly GuideChange[];
  /** Keys this version does not know, kept as they were for a newer one. */
  readonly extra: Readonly<Record<string, unknown>>;
}

export type CalloutKind = 'must' | 'should' | 'could' | 'note' | 'warning' | 'your-force-decides';
export const calloutKinds: readonly CalloutKind[] = ['must', 'should', 'could', 'note', 'warning', 'your-force-decides'];

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'task' | 'table' | 'code' | 'image' | 'footnote';

/** The smallest thing that can be quoted, changed or answered, in reading order. */
export interface Block {
  readonly kind: BlockKind;
  /** 2-6 for a heading, else 0. */
  readonly level: number;
  /** Plain text as read aloud: no markup, single spaces; table cells are separated by tabs, rows by newlines. */
  readonly text: string;
  /** The callout this block stands in, if any. */
  readonly callout: CalloutKind | null;
  /** First and last line in the source file, counted from 1, both included. */
  readonly lines: readonly [number, number];
}

export interface OutlineItem {
  readonly level: number;
  readonly text: string;
  /** Unique within the guide; what authors write after `#` in a link. */
  readonly slug: string;
  /** Position of the heading in `ParsedGuide.blocks`. */
  readonly block: number;
}

export type Severity = 'error' | 'warning' | 'hint';

/** Something wrong in a source, for its author. `rule` is stable, `message` is one English sentence (the command line prints it). */
export interface Problem {
  readonly severity: Severity;
  readonly rule: string;
  readonly file: string;
  /** Counted from 1; 0 when it is about the whole file. */
  readonly line: number;
  readonly field: string | null;
  readonly message: string;
}

export interface ParsedGuide {
  readonly meta: GuideMeta;
  /** Markdown below the front matter, line ends as \n. */
  readonly body: string;
  /** Line of the file on which the body starts, counted from 1. */
  readonly bodyLine: number;
  readonly blocks: readonly Block[];
  readonly outline: readonly OutlineItem[];
  /** Destinations of links and images in reading order, as written. */
  readonly links: readonly { readonly href: string; readonly line: number }[];
  readonly images: readonly { readonly src: string; readonly alt: string; readonly line: number }[];
  readonly words: number;
  readonly problems: readonly Problem[];
}

/** What the renderer of a guide's html must know from outside; both answer `null` to drop the target. */
export interface RenderPorts {
  /** One id for each of the guide's blocks, in order; shorter lists leave the rest without an id. */
  readonly blockIds: readonly BlockId[];
  /** URL to load an image of the pack from. */
  image(src: string): { readonly url: string; readonly width: number; readonly height: number } | null;
  /** Whether a guide that is linked to is held here; links to others are shown as plain text with a note. */
  hasGuide(id: GuideId): boolean;
}
