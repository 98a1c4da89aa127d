// What can be done to a whole piece of a guide's source: add below, remove, put back, move, join. Each gives the new source
// and where the piece lies in it. Nothing is written but line ends and what a person had there. Pure.
import { lineEndOf, type Stretch, type Unit, unitsIn, unitsOf, withPlainEnds } from './regions.ts';

export interface Acted {
  readonly source: string;
  /** What is edited next. */
  readonly at: Stretch;
}

/** An empty place for a paragraph below. */
export function addBelow(source: string, { to }: Stretch): Acted {
  const gap = lineEndOf(source).repeat(2);
  const from = to + gap.length;
  return { source: source.slice(0, to) + gap + source.slice(to), at: { from, to: from } };
}

/** A text in a place of its own: behind `at`, or before everything else of the body where `at` is null. */
export function insertAfter(source: string, at: Stretch | null, text: string): Acted {
  const end = lineEndOf(source);
  const written = withPlainEnds(text).replaceAll('\n', end);
  if (at) {
    const { source: made, at: place } = addBelow(source, at);
    return {
      source: made.slice(0, place.from) + written + made.slice(place.to),
      at: { from: place.from, to: place.from + written.length },
    };
  }
  const first = unitsOf(source)[0];
  const from = first?.from ?? source.length;
  const before = source.slice(0, from);
  const lead = first || before === '' || before.endsWith(end) ? '' : end;
  const start = from + lead.length;
  return {
    source: before + lead + written + end.repeat(first ? 2 : 1) + source.slice(from),
    at: { from: start, to: start + written.length },
  };
}

/** Without it and the empty lines under it; what stood around it does not run together. `at` is where it was. */
export function removeAt(source: string, { from, to }: Stretch): Acted {
  const end = lineEndOf(source);
  const before = source.slice(0, from);
  const after = source.slice(to).replace(/^(?:[ \t]*(?:\r\n?|\n))+/, '');
  if (after.trim() === '') {
    const kept = before.replace(/(?:[ \t]*(?:\r\n?|\n))+$/, '');
    const tail = kept === '' || !/[\r\n]$/.test(source) ? '' : end;
    return { source: kept + tail, at: { from: kept.length, to: kept.length } };
  }
  const isApart =
    before.trim() === '' ||
    /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)$/.test(before) ||
    /^(?:---|\.\.\.|\+\+\+)[ \t]*(?:\r\n?|\n)$/m.test(lastLine(before));
  const kept = isApart ? before : before + end;
  return { source: kept + after, at: { from: kept.length, to: kept.length } };
}

const lastLine = (text: string): string => /[^\r\n]*(?:\r\n?|\n)?$/.exec(text)?.[0] ?? '';

/** Changes places with its neighbour; null where it has none that way. */
export function moveBy(source: string, at: Stretch, by: -1 | 1): Acted | null {
  const units = unitsOf(source).filter(({ name }) => name !== 'footnote');
  const own = unitsIn(units, at);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return null;
  const other = units[by === -1 ? first - 1 : last + 1];
  if (!other) return null;
  const piece = { from: Math.min(at.from, units[first]?.from ?? 0), to: Math.max(at.to, units[last]?.to ?? 0) };
  const [upper, lower] = by === -1 ? [other, piece] : [piece, other];
  const between = source.slice(upper.to, lower.from);
  // A paragraph right under a list would become part of its last item.
  const gap = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/.test(between) ? between : lineEndOf(source).repeat(2);
  const [now, then] = [source.slice(lower.from, lower.to), source.slice(upper.from, upper.to)];
  const moved = source.slice(0, upper.from) + now + gap + then + source.slice(lower.to);
  const from = by === -1 ? upper.from : upper.from + now.length + gap.length;
  return { source: moved, at: { from, to: from + (piece.to - piece.from) } };
}

/** What can become one with what follows it: paragraphs, and lists of one kind. */
export function joinNext(source: string, at: Stretch): Acted | null {
  const units = unitsOf(source);
  const own = unitsIn(units, at).at(-1);
  const [first, second] = own === undefined ? [] : [units[own], units[own + 1]];
  if (!first || !second || !canJoin(first, second)) return null;
  const head = source.slice(0, first.to).replace(/[ \t]+$/, '');
  const link = first.name === 'list' ? lineEndOf(source) : ' ';
  const joined = head + link + source.slice(second.from);
  return { source: joined, at: { from: Math.min(at.from, first.from), to: head.length + link.length + (second.to - second.from) } };
}

function canJoin(first: Unit, second: Unit): boolean {
  if (first.name !== second.name) return false;
  if (first.name === 'paragraph') return true;
  return first.name === 'list' && isNumbered(first.text) === isNumbered(second.text);
}

const isNumbered = (list: string): boolean => /^\s*\d/.test(list);

/** What can be done where, so that no button does nothing. */
export function actsAt(
  source: string,
  at: Stretch,
): { readonly up: boolean; readonly down: boolean; readonly join: boolean; readonly below: boolean } {
  const units = unitsOf(source);
  const own = unitsIn(units, at);
  const names = own.map((index) => units[index]?.name);
  if (names.includes('footnote')) return { up: false, down: false, join: false, below: false };
  const rest = units.filter(({ name }) => name !== 'footnote');
  const [first, last] = [rest[0], rest.at(-1)];
  const [next, mine] = [units[(own.at(-1) ?? -2) + 1], units[own.at(-1) ?? -1]];
  return {
    up: first !== undefined && own.length > 0 && first.from < at.from && first.to <= at.from,
    down: last !== undefined && own.length > 0 && last.from >= at.to,
    join: mine !== undefined && next !== undefined && canJoin(mine, next),
    below: true,
  };
}
