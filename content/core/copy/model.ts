// A guide as a tree of parts that every form of a copy is written from: Word, a web page, plain text, CSV. Knows no form.
// Types only; what a source may not say (a refused link, a path as a picture) is not in here at all.
import type { GuideId } from '../base/ids.ts';
import type { CalloutKind, GuideMeta } from '../guide/model.ts';

export type CopyLink =
  | { readonly to: 'web'; readonly url: string }
  | { readonly to: 'guide'; readonly guide: GuideId }
  /** A heading of this guide. */
  | { readonly to: 'here'; readonly slug: string };

export interface TextRun {
  readonly is: 'text';
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly struck: boolean;
  readonly code: boolean;
  readonly link: CopyLink | null;
}

export type CopyRun =
  | TextRun
  | { readonly is: 'break' }
  /** `src` as in the guide's text; null where it may not be a picture's name. */
  | { readonly is: 'picture'; readonly src: string | null; readonly alt: string }
  | { readonly is: 'note'; readonly number: number };

export type CopyRuns = readonly CopyRun[];

export interface CopyTable {
  readonly is: 'table';
  /** Where it stands among the tables of the guide, from 0. */
  readonly nth: number;
  /** The first row is its head; all have the same number of cells. */
  readonly rows: readonly (readonly CopyRuns[])[];
  readonly aligns: readonly ('left' | 'center' | 'right' | null)[];
}

export interface CopyItem {
  /** Whether it is done; null where it is no item of a checklist. */
  readonly done: boolean | null;
  readonly parts: readonly CopyPart[];
}

export interface CopyList {
  readonly is: 'list';
  readonly ordered: boolean;
  readonly start: number;
  readonly items: readonly CopyItem[];
}

export interface CopyQuote {
  readonly is: 'quote';
  readonly callout: CalloutKind | null;
  readonly title: CopyRuns;
  readonly parts: readonly CopyPart[];
}

export type CopyPart =
  | { readonly is: 'heading'; readonly level: number; readonly slug: string; readonly runs: CopyRuns }
  | { readonly is: 'paragraph'; readonly runs: CopyRuns }
  | { readonly is: 'code'; readonly text: string }
  | { readonly is: 'rule' }
  | CopyTable
  | CopyList
  | CopyQuote;

export interface CopyDocument {
  readonly meta: GuideMeta;
  readonly parts: readonly CopyPart[];
  /** Footnotes by number, from 1 at position 0. */
  readonly notes: readonly (readonly CopyPart[])[];
  /** In reading order, those inside lists, callouts and notes too. */
  readonly tables: readonly { readonly name: string; readonly table: CopyTable }[];
  /** Names of its pictures, each once. */
  readonly pictures: readonly string[];
}

/** Words around a guide's text, by name; a name stands for itself where there are none. */
export type CopyWords = Readonly<Record<string, string>>;

/** What is known of the edition the text is from. Days are ISO days. */
export interface CopyOrigin {
  readonly pack: string;
  readonly channel: string;
  /** Day on which the edition was signed. */
  readonly edition: string;
  /** Made with keys for demonstration only. */
  readonly demo: boolean;
  /** Day on which the channel was withdrawn. */
  readonly retired: string | null;
  /** Day of the copy. */
  readonly saved: string;
  /** Titles of the guides held here: for links to them. */
  readonly titles: Readonly<Record<string, string>>;
}
