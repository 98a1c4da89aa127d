// A guide as it is and as somebody would have it, piece by piece: which comes from which, and which of them stay where they
// are. What is being edited is left out: it may be anything at the moment. Pure.
import type { BlockId } from '../../../content/core/base/ids.ts';
import type { BlockKind } from '../../../content/core/guide/model.ts';
import { traceBlocks } from '../../../content/core/lineage/trace.ts';
import { type Stretch, type Unit, unitsIn, unitsOf } from './regions.ts';

/** What is being edited, in the source as it is now. */
export interface Region extends Stretch {
  /** The pieces of the base that it was, in order; none: it is new. */
  readonly origins: readonly number[];
  /** It stands in their place; else they were moved here. */
  readonly over: boolean;
}

/** The guide as it is, taken apart once. */
export interface BaseText {
  readonly source: string;
  readonly units: readonly Unit[];
}

export interface Compared {
  readonly units: readonly Unit[];
  /** Of `units`, those that are being edited. */
  readonly own: readonly number[];
  readonly present: readonly Placed[];
  readonly known: readonly Placed[];
  /** By position in `units`. */
  readonly origins: ReadonlyMap<number, Origin>;
  /** Positions in `present`. */
  readonly stable: ReadonlySet<number>;
}

export function compare(base: readonly Unit[], source: string, region: Region | null): Compared {
  const units = unitsOf(source);
  const own = region ? unitsIn(units, region) : [];
  const present = units.flatMap((unit, at) => (own.includes(at) ? [] : [{ unit, at }]));
  const known = base.flatMap((unit, at) => (region?.origins.includes(at) ? [] : [{ unit, at }]));
  const traced = originsOf(known, present);
  const origins = new Map([...traced, ...rewritten(known, present, traced)]);
  return { units, own, present, known, origins, stable: stableOf(present, origins) };
}

const stableOf = (present: readonly Placed[], origins: ReadonlyMap<number, Origin>): ReadonlySet<number> =>
  inOrder(
    present.map(({ at }) => {
      const origin = origins.get(at);
      return origin && !origin.isPart ? origin.from : null;
    }),
    // Who moves a paragraph over a heading has not moved the heading.
    present.map(({ unit }) => (unit.name === 'heading' ? 2 : 1)),
  );

/** A piece with no word left of it, between neighbours that stayed, is the one that took its place. */
function rewritten(
  known: readonly Placed[],
  present: readonly Placed[],
  origins: ReadonlyMap<number, Origin>,
): readonly (readonly [number, Origin])[] {
  const stable = stableOf(present, origins);
  const taken = new Set([...origins.values()].map(({ from }) => from));
  const pairs: (readonly [number, Origin])[] = [];
  let from = -1;
  let fresh: Placed[] = [];
  const pair = (to: number): void => {
    let next = 0;
    for (const { unit, at } of known) {
      if (at <= from || at >= to || taken.has(at)) continue;
      const index = fresh.findIndex((other, place) => place >= next && other.unit.name === unit.name);
      if (index === -1) continue;
      next = index + 1;
      pairs.push([(fresh[index] as Placed).at, { from: at, isPart: false }]);
    }
    fresh = [];
  };
  present.forEach((placed, index) => {
    const origin = origins.get(placed.at);
    if (!origin) fresh.push(placed);
    else if (stable.has(index)) {
      pair(origin.from);
      from = origin.from;
    }
  });
  pair(Number.POSITIVE_INFINITY);
  return pairs;
}

export interface Placed {
  readonly unit: Unit;
  readonly at: number;
}
export interface Origin {
  readonly from: number;
  /** It was part of that piece, which another continues. */
  readonly isPart: boolean;
}

function originsOf(base: readonly Placed[], present: readonly Placed[]): ReadonlyMap<number, Origin> {
  const blockOf = ({ unit }: Placed) => ({ kind: unit.name as BlockKind, digest: unit.text, text: unit.text });
  const { blocks } = traceBlocks(
    base.map((placed) => ({ id: String(placed.at) as BlockId, ...blockOf(placed) })),
    present.map(blockOf),
  );
  return new Map(
    present.flatMap(({ at }, index): (readonly [number, Origin])[] => {
      const { change, from } = blocks[index] ?? { change: 'new', from: null };
      return from === null ? [] : [[at, { from: Number(from), isPart: change === 'split' }]];
    }),
  );
}

/** Which of a row stay where they are: the heaviest that are in order; the others have moved. Headings weigh more. */
function inOrder(row: readonly (number | null)[], weights: readonly number[]): ReadonlySet<number> {
  const best: { readonly weight: number; readonly before: number }[] = [];
  let end = -1;
  row.forEach((value, index) => {
    let [weight, before] = [0, -1];
    for (let at = 0; value !== null && at < index; at++) {
      const other = row[at];
      const carried = best[at]?.weight ?? 0;
      if (other !== null && other !== undefined && other < value && carried > weight) [weight, before] = [carried, at];
    }
    best.push({ weight: value === null ? 0 : weight + (weights[index] ?? 1), before });
    if (value !== null && (end === -1 || (best[index]?.weight ?? 0) > (best[end]?.weight ?? 0))) end = index;
  });
  const kept = new Set<number>();
  for (let at = end; at >= 0; at = best[at]?.before ?? -1) kept.add(at);
  return kept;
}

/** Whether a piece stands behind the one that it follows in the guide. */
export function isHome(base: readonly Unit[], source: string, { from }: Stretch, origins: readonly number[]): boolean {
  const { present, origins: known } = compare(base, source, null);
  const index = present.findIndex(({ unit }) => unit.from <= from && from <= unit.to);
  const first = origins[0];
  if (index === -1 || first === undefined) return false;
  return first === 0 ? index === 0 : known.get(present[index - 1]?.at ?? -1)?.from === first - 1;
}
