import { expect, test } from 'vitest';
import { compare, isHome } from '../../../../renderer/suggest/page/compare-pieces.ts';
import { unitsOf } from '../../../../renderer/suggest/page/regions.ts';

const parts = ['The first paragraph is about this.', '## A heading', '- Screenshot it\n- Hide it', 'Ask the duty supervisor to decide.'];
const join = (rows: readonly string[]): string => `${rows.join('\n\n')}\n`;
const base = unitsOf(join(parts));
/** Where each piece of the new text comes from, and whether it stays. */
const traced = (rows: readonly string[]): readonly (readonly [number | null, boolean])[] => {
  const { present, origins, stable } = compare(base, join(rows), null);
  return present.map(({ at }, index) => [origins.get(at)?.from ?? null, stable.has(index)]);
};

test('the same text is the same, piece by piece', () => {
  expect(traced(parts)).toEqual([0, 1, 2, 3].map((at) => [at, true]));
});

test('of two that changed places one has moved', () => {
  const rows = traced([parts[0], parts[3], parts[1], parts[2]] as string[]);
  expect(rows.map(([from]) => from)).toEqual([0, 3, 1, 2]);
  expect(rows.filter(([, stays]) => !stays)).toEqual([[3, false]]);
});

test('of a paragraph that was put over a heading it is the paragraph that moved', () => {
  expect(traced([parts[1], parts[0], parts[2], parts[3]] as string[])).toEqual([
    [1, true],
    [0, false],
    [2, true],
    [3, true],
  ]);
});

test('a piece is at home behind the one that it follows in the guide', () => {
  const moved = join([parts[0], parts[3], parts[1], parts[2]] as string[]);
  expect(isHome(base, moved, { from: moved.indexOf('Ask'), to: moved.length }, [3])).toBe(false);
  expect(isHome(base, join(parts), base[3] as (typeof base)[number], [3])).toBe(true);
  expect(isHome(base, join(parts), base[0] as (typeof base)[number], [0])).toBe(true);
});

test('a piece without a word left of it took the place of what stood there', () => {
  expect(traced([parts[0], parts[1], parts[2], 'Nobody knows.'] as string[])[3]).toEqual([3, true]);
  expect(traced([parts[0], '## Something else', parts[2], 'Nobody knows.'] as string[]).map(([from]) => from)).toEqual([0, 1, 2, 3]);
});

test('but not of something of another kind', () => {
  expect(traced([parts[0], parts[1], parts[2], '> Nobody knows.'] as string[])[3]).toEqual([null, false]);
});

test('what is edited and what it was are left out', () => {
  const source = join(parts);
  const { from, to } = base[2] as (typeof base)[number];
  const { own, present, known } = compare(base, source, { from, to, origins: [2], over: true });
  expect([own, present.map(({ at }) => at), known.map(({ at }) => at)]).toEqual([[2], [0, 1, 3], [0, 1, 3]]);
});
