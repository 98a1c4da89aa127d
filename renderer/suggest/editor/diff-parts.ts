// A change as parts to draw, in the order one reads them. Signs of markdown are left out.
import { dressWords } from './dress-words.ts';
import type { Emphasis } from './markup.ts';
import { type Run, runsOf, seen } from './runs.ts';
import { createCompare } from './word-changes.ts';

export interface DiffPart {
  readonly key: string;
  readonly kind: 'same' | 'gone' | 'come';
  readonly text: string;
  readonly styles: readonly Emphasis[];
  /** What became of its dress, in words; empty: nothing. */
  readonly said: string;
}

type Kind = DiffPart['kind'];

/** Of markdown; either may be empty. A line end in a part stands between two blocks. */
export function diffParts(old: string, next: string): readonly DiffPart[] {
  const [before, after] = [runsOf(old), runsOf(next)];
  const parts: DiffPart[] = [];
  const take = (runs: readonly Run[], from: number, to: number, kind: Kind, said = ''): void => {
    for (const { text, styles } of stretches(runs.filter((run) => run.from < to && run.to > from)))
      parts.push({ key: String(parts.length), kind, text, styles, said });
  };
  let at = 0;
  for (const change of createCompare()(old, next)) {
    take(after, at, change.from, 'same');
    if (change.kind === 'words') {
      take(before, change.oldFrom, change.oldTo, 'gone');
      if (change.block) parts.push({ key: String(parts.length), kind: 'same', text: '\n', styles: [], said: '' });
      take(after, change.from, change.to, 'come');
    } else take(after, change.from, change.to, 'same', dressWords(change.was, change.now));
    at = Math.max(at, change.to);
  }
  take(after, at, Number.POSITIVE_INFINITY, 'same');
  return parts;
}

/** Runs of one dress; white space has that of what is before it. */
function stretches(runs: readonly Run[]): readonly { readonly text: string; readonly styles: readonly Emphasis[] }[] {
  const found: { text: string; styles: readonly Emphasis[] }[] = [];
  for (const run of runs) {
    const { dress } = run;
    const text = seen(run);
    const last = found.at(-1);
    if (last && (text.trim() === '' || last.styles.join() === dress.styles.join())) last.text += text;
    else found.push({ text, styles: dress.styles });
  }
  return found;
}
