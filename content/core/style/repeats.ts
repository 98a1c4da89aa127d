// The same advice stands once. Two guides that say the same will one day say two things; one of them links to the other.

import type { Block } from '../guide/model.ts';
import type { Report } from '../guide/problem.ts';
import { quote } from '../guide/problem.ts';
import type { StyledGuide } from './model.ts';
import { wordsOf } from './sentences.ts';

// Fewer is a common turn of phrase or the name of a law; nobody writes twelve words twice by chance.
const runLength = 12;

export interface Repeat {
  readonly guide: StyledGuide;
  readonly line: number;
  readonly other: StyledGuide;
  readonly words: string;
}

// Says in every guide the same, so that it is known at a glance.
const standing = 'How far to trust this';

function readBlocks({ parsed }: StyledGuide): readonly Block[] {
  let isStanding = false;
  return parsed.blocks.filter(({ kind, callout, text }) => {
    isStanding = callout === 'note' && (isStanding || text === standing);
    return !isStanding && kind !== 'footnote' && kind !== 'code';
  });
}

/** Runs of twelve words that stand in two guides, the longest stretch of each pair of places once. Footnotes and code are not read. */
export function repeatsIn(guides: readonly StyledGuide[]): readonly Repeat[] {
  const first = new Map<string, StyledGuide>();
  const found: Repeat[] = [];
  for (const guide of guides) {
    for (const block of readBlocks(guide)) {
      const words = wordsOf(block.text).map((word) => word.toLowerCase());
      let until = -1;
      for (let at = 0; at + runLength <= words.length; at += 1) {
        const run = words.slice(at, at + runLength).join(' ');
        const other = first.get(run);
        if (other === undefined) first.set(run, guide);
        else if (other !== guide) {
          // What goes on from the last one is the same stretch.
          if (at > until) found.push({ guide, line: block.lines[0], other, words: run });
          until = at + 1;
        }
      }
    }
  }
  return found;
}

export function reportRepeats(guide: StyledGuide, repeats: readonly Repeat[], report: Report): void {
  for (const one of repeats)
    if (one.guide === guide)
      report('error', 'said-twice', one.line, `${quote(one.words)} stands in ${quote(one.other.path)} too: link to it.`);
}
