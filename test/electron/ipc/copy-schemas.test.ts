import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { guideCopyAsked } from '../../../electron/ipc/copy-schemas.ts';

const asked = {
  guide: 'house-rules',
  edition: 1,
  format: 'word',
  table: null,
  suggested: 'House rules',
  words: { state: 'State' },
  bitmaps: [],
};
const is = (special: object): boolean => v.safeParse(guideCopyAsked, { ...asked, ...special }).success;

describe('what the window may ask of a copy', () => {
  test.each([{}, { format: 'csv', table: 0 }, { bitmaps: [{ src: 'a.svg', png: new Uint8Array(8) }] }])('is %j', (special) => {
    expect(is(special)).toBe(true);
  });

  test.each([
    ['a path for a guide', { guide: '../house-rules' }],
    ['an edition that is none', { edition: 1.5 }],
    ['another form', { format: 'exe' }],
    ['a table before the first', { table: -1 }],
    ['a name that is too long', { suggested: 'x'.repeat(121) }],
    ['words that are too long', { words: { state: 'x'.repeat(501) } }],
    ['a path of its own', { file: '/tmp/a.docx' }],
    ['a text of its own', { source: 'x' }],
    ['a bitmap that is too large', { bitmaps: [{ src: 'a.svg', png: new Uint8Array(8 * 1024 * 1024 + 1) }] }],
    ['a bitmap that is words', { bitmaps: [{ src: 'a.svg', png: 'x' }] }],
    ['too many bitmaps', { bitmaps: Array(61).fill({ src: 'a.svg', png: new Uint8Array(1) }) }],
  ])('with %s is refused', (_, special) => {
    expect(is(special)).toBe(false);
  });
});
