// The open suggestion on its guide's page: what stands over which piece of the guide, and what between them. The guide as it
// is and as it would be are compared piece by piece; the one that is being edited is left out of that. Pure.
import type { BlockName } from '../../text/suggest-page.ts';
import { type BaseText, compare, type Origin, type Placed, type Region } from './compare-pieces.ts';
import { type Stretch, textAt, type Unit } from './regions.ts';

export type { BaseText, Region } from './compare-pieces.ts';

export type HostKind = 'edit' | 'changed' | 'added' | 'removed' | 'moved' | 'moved-away';

export interface Host extends Stretch {
  /** The same as long as it is the same place. */
  readonly key: string;
  readonly kind: HostKind;
  readonly name: BlockName;
  /** The pieces of the base that it stands over; none: it stands behind `after`. */
  readonly over: readonly number[];
  /** Null: before the first. */
  readonly after: number | null;
  /** The pieces of the base that it comes from; none for what is new. */
  readonly origins: readonly number[];
  readonly old: string;
  readonly next: string;
}

/** Hosts in the order of the page; those behind the same piece in the order in which they are read. */
export function layOut(base: BaseText, source: string, region: Region | null): readonly Host[] {
  const { present, known, origins, stable, own, units } = compare(base.units, source, region);
  const hosts: Host[] = [];
  let last: number | null = null;
  let isEdited = region === null;
  const edit = (): void => {
    if (!region || isEdited) return;
    isEdited = true;
    hosts.push({
      ...{ key: 'edit', kind: 'edit', name: nameOf(base, region, units[own[0] ?? -1]), origins: region.origins },
      ...{ over: region.over ? region.origins : [], after: region.over ? null : last },
      ...{ from: region.from, to: region.to, old: oldText(base, region.origins), next: textAt(source, region) },
    });
    if (region.over) last = region.origins.at(-1) ?? last;
  };
  present.forEach(({ unit, at }, index) => {
    if (region && unit.from >= region.to) edit();
    const { from, isPart } = origins.get(at) ?? { from: null, isPart: false };
    const was = from === null ? null : (base.units[from] as Unit);
    const place = { name: unit.name, from: unit.from, to: unit.to, next: unit.text };
    const before = hosts.at(-1);
    if (isPart && from !== null && before?.origins.includes(from) && before.kind !== 'edit' && present[index - 1]?.unit.to === before.to) {
      // The rest of a piece that was split: one place with what stands right before it.
      hosts[hosts.length - 1] = { ...before, to: unit.to, next: textAt(source, { from: before.from, to: unit.to }) };
    } else if (was === null || from === null || isPart) {
      hosts.push({
        key: `added-${last ?? 'first'}-${countAfter(hosts, last)}`,
        kind: 'added',
        over: [],
        after: last,
        origins: [],
        old: '',
        ...place,
      });
    } else if (!stable.has(index)) {
      hosts.push({ key: `moved-${from}`, kind: 'moved', over: [], after: last, origins: [from], old: was.text, ...place });
    } else {
      last = from;
      if (was.text !== unit.text)
        hosts.push({ key: `over-${from}`, kind: 'changed', over: [from], after: null, origins: [from], old: was.text, ...place });
    }
  });
  edit();
  const here = new Set([...origins.values()].filter(({ isPart }) => !isPart).map(({ from }) => from));
  const ends = endsOf(base.units.length, present, origins, stable);
  for (const { unit, at } of known) {
    if (here.has(at)) continue;
    const place = { over: [at], after: null, origins: [at], old: unit.text, next: '', ...ends(at) };
    hosts.push({ key: `over-${at}`, kind: 'removed', name: unit.name, ...place });
  }
  const away = hosts.filter(({ kind, over }) => (kind === 'moved' || kind === 'edit') && over.length === 0);
  for (const { origins: from, ...host } of away)
    if (from[0] !== undefined)
      hosts.push({ ...host, key: `away-${from[0]}`, kind: 'moved-away', over: from, after: null, origins: from, next: '' });
  return hosts.sort((a, b) => placeOf(a) - placeOf(b));
}

const nameOf = (base: BaseText, { origins }: Region, own: Unit | undefined): BlockName =>
  origins.length > 1 ? 'parts' : (base.units[origins[0] ?? -1]?.name ?? own?.name ?? 'paragraph');

/** From the first to the last of them, with what stands between. */
function oldText({ source, units }: BaseText, origins: readonly number[]): string {
  const [first, last] = [units[origins[0] ?? -1], units[origins.at(-1) ?? -1]];
  return first && last ? textAt(source, { from: first.from, to: last.to }) : '';
}

/** The piece at a place of the source, as it would be edited; null: there is none. */
export function regionAt(base: BaseText, source: string, offset: number): Region | null {
  const { present, origins, stable } = compare(base.units, source, null);
  const index = present.findIndex(({ unit }) => unit.from <= offset && offset <= unit.to);
  const found = present[index];
  if (!found) return null;
  const origin = origins.get(found.at);
  const { from, to } = found.unit;
  if (!origin || origin.isPart) return { from, to, origins: [], over: false };
  return { from, to, origins: [origin.from], over: stable.has(index) };
}

/** Pieces of the base as they are now; null: they are removed, or no longer side by side. */
export function regionOf(base: BaseText, source: string, first: number, last: number): Region | null {
  const { present, origins, stable } = compare(base.units, source, null);
  const rows = present.flatMap(({ unit, at }, index) => {
    const origin = origins.get(at);
    return origin && origin.from >= first && origin.from <= last ? [{ unit, index, origin }] : [];
  });
  const [start, end] = [rows[0], rows.at(-1)];
  if (!start || !end || end.index - start.index >= rows.length) return null;
  const named = rows.filter(({ origin }) => !origin.isPart);
  if (rows.length > 1 && named.some(({ index }) => !stable.has(index))) return null;
  const from = [...new Set(named.map(({ origin }) => origin.from))];
  return { from: start.unit.from, to: end.unit.to, origins: from, over: from.length > 0 && named.every(({ index }) => stable.has(index)) };
}

const countAfter = (hosts: readonly Host[], after: number | null): number =>
  hosts.filter((host) => host.kind === 'added' && host.after === after).length;

/** What stands behind a piece comes between it and the next. */
const placeOf = ({ over, after }: Host): number => over[0] ?? (after ?? -1) + 0.5;

/** Where a piece of the base that is gone would be put back: behind the one before it that is still there. */
function endsOf(
  count: number,
  present: readonly Placed[],
  origins: ReadonlyMap<number, Origin>,
  stable: ReadonlySet<number>,
): (at: number) => Stretch {
  const ends = new Map<number, number>();
  present.forEach(({ unit, at }, index) => {
    const origin = origins.get(at);
    if (origin && stable.has(index)) ends.set(origin.from, unit.to);
  });
  return (at) => {
    for (let before = Math.min(at, count) - 1; before >= 0; before--) {
      const end = ends.get(before);
      if (end !== undefined) return { from: end, to: end };
    }
    return { from: -1, to: -1 };
  };
}
