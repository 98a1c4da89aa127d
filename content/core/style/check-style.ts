// All rules of style over all guides of a folder. Rules that need one guide stand in files of their own; this one brings
// them together, in the order in which an author reads a file.
import type { Problem } from '../guide/model.ts';
import { collectProblems } from '../guide/problem.ts';
import { checkClaims } from './claims.ts';
import { checkForm } from './form.ts';
import type { StyledGuide, StyleRule } from './model.ts';
import { checkReading } from './reading.ts';
import { repeatsIn, reportRepeats } from './repeats.ts';

const rules: readonly StyleRule[] = [checkForm, checkClaims, checkReading];

/** Sorted by file and line. Never throws. */
export function checkStyle(guides: readonly StyledGuide[]): readonly Problem[] {
  const sorted = [...guides].sort((a, b) => (a.path < b.path ? -1 : 1));
  const repeats = repeatsIn(sorted);
  return sorted.flatMap((guide) => {
    const { report, list } = collectProblems(guide.path);
    for (const rule of rules) rule(guide, report);
    reportRepeats(guide, repeats, report);
    return list();
  });
}
