// Whether a proposal made from an older edition fits the newest one. A merge says so; where a glance at the lines proves
// what it would say, the merge is saved, because a group opens thousands at once.
import type { GuideId } from '../base/ids.ts';
import type { Base } from './model.ts';
import { rebase } from './rebase.ts';
import { differingLines, type LinedText, linesOf, type Touch } from './touches.ts';

/**
 * `current`: made from the newest edition, or without a text. `carried`: made from an older one, and fits. `taken`: the
 * newest says so already, or nothing was changed. `conflict`: the newest changed the same words. `gone`: no such guide.
 */
export type Standing = 'current' | 'carried' | 'taken' | 'conflict' | 'gone';

export type Fit = (guide: GuideId, base: Base, proposed: string, touches: readonly Touch[]) => 'carried' | 'taken' | 'conflict';

interface Changes {
  readonly lines: readonly string[];
  readonly differing: ReturnType<typeof differingLines>;
  /** Of each line of the older text: it is there once, in the newest too, and not empty. */
  readonly single: readonly boolean[];
}

/** @param texts the older texts, parsed once each */
export function fitting(newest: (guide: GuideId) => string, texts: (guide: GuideId, base: Base) => LinedText): Fit {
  const known = new Map<string, Changes>();
  const changes = (guide: GuideId, base: Base): Changes => {
    const key = `${guide} ${base.edition.digest}`;
    const found = known.get(key) ?? changesBetween(texts(guide, base), newest(guide));
    known.set(key, found);
    return found;
  };
  return (guide, base, proposed, touches) =>
    isApart(changes(guide, base), touches) ? 'carried' : rebase(base.source, newest(guide), proposed).kind;
}

function changesBetween(text: LinedText, newest: string): Changes {
  const [before, after] = [countsOf(text.lines), countsOf(linesOf(newest))];
  const single = text.lines.map((line) => line.trim() !== '' && before.get(line) === 1 && after.get(line) === 1);
  return { lines: text.lines, differing: differingLines(text, newest), single };
}

/**
 * A line that each of the three texts has once holds both sides in their places: with one between every two changes
 * there is nothing to decide.
 */
function isApart({ lines, differing, single }: Changes, touches: readonly Touch[]): boolean {
  const written = new Set(touches.flatMap(({ next }) => linesOf(next)));
  const isHeld = (from: number, to: number): boolean => {
    for (let at = from; at < to; at++) if (single[at] && !written.has(lines[at] as string)) return true;
    return false;
  };
  return differing.every(([from, to]) => touches.every(({ lines: [start, end] }) => isHeld(end, from) || isHeld(to, start)));
}

function countsOf(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}
