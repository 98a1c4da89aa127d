// Three-way merge of two texts by lines: what only one side changed is taken, what both changed in the same way too.
// Where both changed the same lines differently there is no merge: people must decide.
import { matchInOrder } from './match.ts';

/** `null` when both sides changed the same place. Line ends are taken as `\n`. */
export function mergeLines(base: string, ours: string, theirs: string): string | null {
  if (ours === theirs || base === theirs) return ours;
  if (base === ours) return theirs;
  const [old, left, right] = [base, ours, theirs].map((text) => text.replace(/\r\n?/g, '\n').split('\n')) as [string[], string[], string[]];
  const toLeft = new Map(matchInOrder(old, left));
  const toRight = new Map(matchInOrder(old, right));
  const merged: string[] = [];
  let [at, l, r] = [0, 0, 0];
  for (let next = 0; next <= old.length; next += 1) {
    const [inLeft, inRight] = next === old.length ? [left.length, right.length] : [toLeft.get(next), toRight.get(next)];
    // Only a line that all three share ends a stretch.
    if (inLeft === undefined || inRight === undefined) continue;
    const stretch = choose(old.slice(at, next), left.slice(l, inLeft), right.slice(r, inRight));
    if (stretch === null) return null;
    merged.push(...stretch);
    if (next < old.length) merged.push(old[next] as string);
    [at, l, r] = [next + 1, inLeft + 1, inRight + 1];
  }
  return merged.join('\n');
}

function choose(base: readonly string[], left: readonly string[], right: readonly string[]): readonly string[] | null {
  if (same(left, right) || same(base, right)) return left;
  return same(base, left) ? right : null;
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((line, index) => line === b[index]);
