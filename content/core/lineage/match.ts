// Which items of two rows are the same, in order: the longest common part by unique anchors, near-linear for
// guides of any length. Where nothing is unique and the rest is long, it settles for the first match in order.

/** Pairs of positions, ascending in both. Keys are compared as they are. */
export function matchInOrder(old: readonly string[], next: readonly string[]): readonly (readonly [old: number, next: number])[] {
  const pairs: [number, number][] = [];
  const work: [number, number, number, number][] = [[0, old.length, 0, next.length]];
  while (work.length > 0) {
    let [from, to, start, end] = work.pop() as [number, number, number, number];
    while (from < to && start < end && old[from] === next[start]) pairs.push([from++, start++]);
    while (from < to && start < end && old[to - 1] === next[end - 1]) pairs.push([--to, --end]);
    if (from === to || start === end) continue;
    const anchors = uniqueAnchors(old, next, from, to, start, end);
    if (anchors.length === 0) {
      pairs.push(...((to - from) * (end - start) <= maxTable ? longest : greedy)(old, next, from, to, start, end));
      continue;
    }
    let [a, b] = [from, start];
    for (const [x, y] of [...anchors, [to, end] as const]) {
      work.push([a, x, b, y]);
      if (x < to) pairs.push([x, y]);
      [a, b] = [x + 1, y + 1];
    }
  }
  return pairs.sort(([a], [b]) => a - b);
}

// A table of this many cells takes about a millisecond.
const maxTable = 40_000;

type Range = readonly [old: readonly string[], next: readonly string[], from: number, to: number, start: number, end: number];

/** Items that stand once on each side, thinned to the longest run that ascends on both. */
function uniqueAnchors(...[old, next, from, to, start, end]: Range): readonly (readonly [number, number])[] {
  const seen = new Map<string, { inOld: number; inNext: number; at: number }>();
  for (let index = from; index < to; index++) {
    const entry = seen.get(old[index] as string);
    if (entry) entry.inOld++;
    else seen.set(old[index] as string, { inOld: 1, inNext: 0, at: index });
  }
  for (let index = start; index < end; index++) {
    const entry = seen.get(next[index] as string);
    if (entry) entry.inNext++;
  }
  const candidates: [number, number][] = [];
  for (let index = start; index < end; index++) {
    const entry = seen.get(next[index] as string);
    if (entry?.inOld === 1 && entry.inNext === 1) candidates.push([entry.at, index]);
  }
  return ascending(candidates);
}

/** Longest ascending run by patience sorting. */
function ascending(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tops: number[] = [];
  const before: number[] = [];
  pairs.forEach(([value], index) => {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] as number]?.[0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (tops[low - 1] as number);
    tops[low] = index;
  });
  const run: (readonly [number, number])[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] as number) run.push(pairs[index] as readonly [number, number]);
  return run.reverse();
}

function longest(...[old, next, from, to, start, end]: Range): [number, number][] {
  const width = end - start + 1;
  const table = new Uint16Array((to - from + 1) * width);
  const cell = (row: number, column: number) => table[row * width + column] ?? 0;
  for (let row = to - from - 1; row >= 0; row--) {
    for (let column = end - start - 1; column >= 0; column--) {
      table[row * width + column] =
        old[from + row] === next[start + column] ? cell(row + 1, column + 1) + 1 : Math.max(cell(row + 1, column), cell(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  let [row, column] = [0, 0];
  while (row < to - from && column < end - start) {
    if (old[from + row] === next[start + column]) pairs.push([from + row++, start + column++]);
    else if (cell(row + 1, column) >= cell(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

function greedy(...[old, next, from, to, start, end]: Range): [number, number][] {
  const places = new Map<string, number[]>();
  for (let index = to - 1; index >= from; index--) {
    const list = places.get(old[index] as string);
    if (list) list.push(index);
    else places.set(old[index] as string, [index]);
  }
  const pairs: [number, number][] = [];
  let last = from - 1;
  for (let index = start; index < end; index++) {
    const list = places.get(next[index] as string);
    while (list && list.length > 0 && (list.at(-1) as number) <= last) list.pop();
    const found = list?.pop();
    if (found === undefined) continue;
    pairs.push([found, index]);
    last = found;
  }
  return pairs;
}
