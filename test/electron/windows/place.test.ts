import { describe, expect, test } from 'vitest';
import { openingFor, parsePlace, windowSize } from '../../../electron/windows/place.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 1280, height: 1024 };
const place = { x: 100, y: 50, width: 1000, height: 700, maximised: false };

describe('the window', () => {
  test('opens at its design size, centred, the first time', () =>
    expect(openingFor(null, [screen])).toEqual({ width: 1280, height: 800, maximised: false }));

  test('is no larger than a small screen', () =>
    expect(openingFor(null, [{ x: 0, y: 0, width: 1024, height: 600 }])).toMatchObject({ width: 1024, height: 600 }));

  test('opens where it was', () => expect(openingFor(place, [screen])).toEqual(place));

  test('opens where it was on a second screen', () =>
    expect(openingFor({ ...place, x: 2000 }, [screen, right])).toMatchObject({ x: 2000 }));

  test.each([
    ['on a screen that is gone', { ...place, x: 2000 }],
    ['above the screen', { ...place, y: -300 }],
    ['below the screen', { ...place, y: 1030 }],
    ['left of the screen', { ...place, x: -950 }],
  ])('is centred when it was %s', (_where, saved) =>
    expect(openingFor(saved, [screen])).toEqual({ width: 1280, height: 800, maximised: false }),
  );

  test('stays maximised when its screen is gone', () =>
    expect(openingFor({ ...place, x: 5000, maximised: true }, [screen]).maximised).toBe(true));

  test('is never smaller than it can be used', () =>
    expect(openingFor({ ...place, width: 10, height: 10, x: 0 }, [{ ...screen, x: -200 }])).toMatchObject({ width: 1280 }));

  test('shrinks to a screen that became smaller', () =>
    expect(openingFor({ ...place, width: 4000, height: 3000 }, [screen])).toMatchObject({ width: 1920, height: 1040 }));

  test('opens also where no screen is known', () => expect(openingFor(place, [])).toMatchObject({ width: windowSize.width }));
});

test.each([[null], [{}], [{ ...place, x: 1.5 }], [{ ...place, width: 0 }], [{ ...place, y: 1e9 }], [{ ...place, height: '700' }], ['x']])(
  '%j is no place',
  (value) => expect(parsePlace(value)).toBeNull(),
);

test('a stored place comes back', () => expect(parsePlace(JSON.parse(JSON.stringify(place)))).toEqual(place));
