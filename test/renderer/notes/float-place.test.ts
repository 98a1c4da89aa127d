import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, placeBar, placeCard } from '../../../renderer/notes/float-place.ts';

const view: Box = { left: 0, top: 56, right: 1280, bottom: 772 };
const column: Box = { left: 326, top: 0, right: 938, bottom: 5000 };
const line = (top: number, left = 400, right = 700): Box => ({ left, top, right, bottom: top + 28 });
const bar = { width: 420, height: 40 };
const card = { width: 320, height: 300 };

describe('the bar', () => {
  test('stands over the first line, in its middle', () => {
    expect(placeBar([line(300), line(328)], bar, view)).toEqual({ left: 340, top: 252, side: 'above', most: 40 });
  });
  test('goes under the last line near the top', () => {
    expect(placeBar([line(70), line(98)], bar, view)).toMatchObject({ top: 134, side: 'below' });
  });
  test('is not there when the words are out of view', () => {
    expect([placeBar([line(-200)], bar, view), placeBar([line(900)], bar, view), placeBar([], bar, view)]).toEqual([null, null, null]);
  });
  test('is not there when the words fill the view', () => {
    expect(placeBar([line(-100), line(300), line(760)], bar, view)).toBeNull();
  });
  test('stays inside at the edges', () => {
    expect(placeBar([line(300, 2, 30)], bar, view)?.left).toBe(0);
    expect(placeBar([line(300, 1200, 1279)], bar, view)?.left).toBe(860);
  });
  test('of the cells of a table, it is the highest that counts', () => {
    expect(placeBar([line(340), line(300, 800, 900)], bar, view)).toMatchObject({ top: 252, left: 640 });
  });
});

describe('the card', () => {
  test('stands beside the column, at the height of the words', () => {
    expect(placeCard([line(300)], card, view, column)).toEqual({ left: 970, top: 300, side: 'beside', most: 716 });
  });
  test('near the foot it moves up until it is inside', () => {
    expect(placeCard([line(740)], card, view, column).top).toBe(472);
  });
  test('without room beside, it stands under the words, or over them', () => {
    const narrow = { ...view, right: 1000 };
    expect(placeCard([line(300)], card, narrow, column)).toMatchObject({ left: 400, top: 336, side: 'below' });
    expect(placeCard([line(700)], card, narrow, column)).toMatchObject({ top: 392, side: 'above' });
  });
  test('without any room, and in a narrow window, it is a sheet at the foot', () => {
    expect(placeCard([line(60), line(760)], card, { ...view, right: 1000 }, column)).toMatchObject({ side: 'sheet', top: 472, most: 358 });
    expect(placeCard([line(300)], card, { ...view, right: 500 }, column).side).toBe('sheet');
  });
  test('of words that have no place it stands beside the column, at the top', () => {
    expect(placeCard([], card, view, column)).toMatchObject({ top: 56, side: 'beside' });
  });
});

const box = fc
  .record({
    left: fc.integer({ min: 0, max: 1200 }),
    top: fc.integer({ min: -500, max: 1200 }),
    width: fc.integer({ min: 1, max: 600 }),
    height: fc.integer({ min: 10, max: 60 }),
  })
  .map(({ left, top, width, height }): Box => ({ left, top, right: left + width, bottom: top + height }));
const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

test('law: neither covers the words, and both stay in the view', () => {
  fc.assert(
    fc.property(fc.array(box, { minLength: 1, maxLength: 6 }), fc.integer({ min: 600, max: 1600 }), (lines, width) => {
      const within = { ...view, right: width };
      for (const [placed, size] of [
        [placeBar(lines, bar, within), bar],
        [placeCard(lines, card, within, column), card],
      ] as const) {
        if (!placed || placed.side === 'sheet') continue;
        const own = {
          left: placed.left,
          top: placed.top,
          right: placed.left + size.width,
          bottom: placed.top + Math.min(size.height, placed.most),
        };
        if (placed.side !== 'beside') expect(lines.some((each) => meet(own, each))).toBe(false);
        expect(own.top >= within.top && own.bottom <= within.bottom).toBe(true);
        if (placed.side !== 'beside') expect(own.left >= within.left && own.right <= within.right).toBe(true);
      }
    }),
  );
});
