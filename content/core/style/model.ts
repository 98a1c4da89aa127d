// What the rules of style read and say: guides as they were parsed, problems as authors of packs know them.
import type { ParsedGuide } from '../guide/model.ts';
import type { Report } from '../guide/problem.ts';

/** One guide with the file it stands in. */
export interface StyledGuide {
  readonly path: string;
  readonly parsed: ParsedGuide;
}

/** One rule looks at one guide and reports what it finds; lines are those of the file. */
export type StyleRule = (guide: StyledGuide, report: Report) => void;

/** What an author decided about a hint: it stays as it is, and why. */
export interface StyleAnswer {
  readonly guide: string;
  readonly rule: string;
  /** Part of the message that is answered; empty for all of that rule in that guide. */
  readonly words: string;
  readonly why: string;
}
