// Two publishers on two replicas: which editions exist, which the timestamp shows, and what is to be done so that
// nobody's work stays unseen (trust.md 1 point 2). Decides only; editions are known by the versions they name as
// what they were made from.

export interface KnownEdition {
  readonly version: number;
  /** The published version first, then merged ones; empty for editions that do not say (they follow each other). */
  readonly basedOn: readonly number[];
}

export type HealPlan =
  /** Readers see the newest, and everything that was published is part of it. */
  | { readonly kind: 'well'; readonly version: number }
  /** A later edition was made from what is shown: sign a timestamp that names it. */
  | { readonly kind: 'show'; readonly version: number; readonly shown: number }
  /** Both hold changes: show the newest, and draft an edition that joins `lost` into it. */
  | { readonly kind: 'merge'; readonly version: number; readonly shown: number; readonly lost: readonly number[]; readonly base: number };

/**
 * @param shown version that the timestamp names; 0 when it names none that can be believed.
 * @param editions complete ones, in any order.
 */
export function planHeal(shown: number, editions: readonly KnownEdition[]): HealPlan {
  const sorted = [...editions].sort((a, b) => b.version - a.version);
  const newest = sorted[0];
  if (!newest) return { kind: 'well', version: shown };
  const known = ancestorsOf(newest.version, sorted);
  // An edition that another lost one was made from comes back with that one.
  const outside = sorted.filter(({ version }) => !known.has(version));
  const lost = outside.filter(
    ({ version }) => !outside.some((other) => other.version > version && ancestorsOf(other.version, sorted).has(version)),
  );
  if (lost.length > 0) {
    const base = Math.max(
      0,
      ...commonOf(
        newest.version,
        lost.map(({ version }) => version),
        sorted,
      ),
    );
    return { kind: 'merge', version: newest.version, shown, lost: lost.map(({ version }) => version), base };
  }
  return newest.version === shown ? { kind: 'well', version: shown } : { kind: 'show', version: newest.version, shown };
}

/** Every version that `version` was made from, itself included. One that does not say was made from all before it. */
export function ancestorsOf(version: number, editions: readonly KnownEdition[]): ReadonlySet<number> {
  const byVersion = new Map(editions.map((edition) => [edition.version, edition]));
  const found = new Set<number>();
  const work = [version];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    const edition = byVersion.get(next);
    const from =
      edition && edition.basedOn.length === 0
        ? editions.map((one) => one.version).filter((one) => one < edition.version)
        : edition?.basedOn;
    work.push(...(from ?? []));
  }
  return found;
}

function commonOf(version: number, others: readonly number[], editions: readonly KnownEdition[]): readonly number[] {
  const sets = others.map((other) => ancestorsOf(other, editions));
  return [...ancestorsOf(version, editions)].filter((one) => sets.every((set) => set.has(one)));
}
