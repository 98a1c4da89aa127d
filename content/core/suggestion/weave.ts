// Two people's changes to one passage, token by token, as one: each deletion and each insertion of either happens, as
// long as none stands inside what the other took away or where the other put something else.
import { shortestEdit } from '../lineage/shortest-edit.ts';
import { sameItems } from './three-way.ts';
import { isLinkTarget } from './tokens.ts';

export interface Woven {
  readonly tokens: readonly string[];
  /** Link targets that both changed: the one that stayed, and the one that did not. */
  readonly links: readonly { readonly kept: string; readonly dropped: string }[];
}

interface Changes {
  /** Of each token of the base. */
  readonly isDeleted: readonly boolean[];
  /** Before each token of the base, and at its end. What replaces a run of tokens stands before the run. */
  readonly inserted: readonly (readonly string[])[];
}

/** `null` where the changes touch each other. */
export function weave(base: readonly string[], ours: readonly string[], theirs: readonly string[]): Woven | null {
  const [left, right] = [changesOf(base, ours), changesOf(base, theirs)];
  const tokens: string[] = [];
  const links: { kept: string; dropped: string }[] = [];
  for (let at = 0; at <= base.length; at++) {
    const [mine, other] = [left.inserted[at] ?? [], right.inserted[at] ?? []];
    if (mine.length > 0 && other.length > 0 && !sameItems(mine, other)) {
      const [kept, dropped] = [mine[0] as string, other[0] as string];
      if (mine.length > 1 || other.length > 1 || !isLinkTarget(kept) || !isLinkTarget(dropped)) return null;
      links.push({ kept, dropped });
    }
    if (mine.length > 0 && isInside(at, right.isDeleted)) return null;
    if (other.length > 0 && isInside(at, left.isDeleted)) return null;
    tokens.push(...(mine.length > 0 ? mine : other));
    if (at < base.length && !left.isDeleted[at] && !right.isDeleted[at]) tokens.push(base[at] as string);
  }
  return { tokens, links };
}

/** Between two tokens that are both gone. */
const isInside = (at: number, isDeleted: readonly boolean[]): boolean => at > 0 && isDeleted[at - 1] === true && isDeleted[at] === true;

function changesOf(base: readonly string[], next: readonly string[]): Changes {
  const kept = new Map(shortestEdit(base, next));
  const isDeleted = base.map((_, at) => !kept.has(at));
  const inserted: string[][] = Array.from({ length: base.length + 1 }, () => []);
  let taken = 0;
  for (let at = 0; at <= base.length; at++) {
    const to = at === base.length ? next.length : kept.get(at);
    if (to === undefined) continue;
    let start = at;
    while (start > 0 && isDeleted[start - 1]) start--;
    inserted[start]?.push(...next.slice(taken, to));
    taken = to + 1;
  }
  return { isDeleted, inserted };
}
