import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { qrSvg } from '../../content/node/qr-code.ts';

const words = Array.from({ length: 24 }, () => 'wealthy').join(' ');
/** Pixels for each module of the code. */
const scale = 8;

test('a code is a whole SVG that a reader reads back', () => {
  const svg = qrSvg(words);
  expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  expect(decodeQR(pixelsOf(svg))).toBe(words);
});

test('what does not fit is refused', () => expect(() => qrSvg('x'.repeat(5_000))).toThrow());

/** Draws the one path there is: squares of one unit, each begun where the last one began or at a place of its own. */
function pixelsOf(svg: string): { readonly width: number; readonly height: number; readonly data: Uint8Array } {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) * scale;
  const data = new Uint8Array(size * size * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, letter, a, b] of svg.matchAll(/([Mm])(-?\d+)[ ,]?(-?\d+)/g)) {
    [x, y] = letter === 'M' ? [Number(a), Number(b)] : [x + Number(a), y + Number(b)];
    for (let row = y * scale; row < (y + 1) * scale; row += 1)
      for (let column = x * scale; column < (x + 1) * scale; column += 1)
        data.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3);
  }
  return { width: size, height: size, data };
}
