import { expect, test } from 'vitest';
import { boxes, ink, numbers } from '../../content/node/guide-docx-styles.ts';

const light = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

test.each(Object.entries(boxes))('the words in a box for "%s" stand out at least 7 to 1, its bar 3 to 1', (_, { bar, fill }) => {
  const ratio = (other: string) => (light(fill) + 0.05) / (light(other) + 0.05);
  expect(ratio(ink)).toBeGreaterThan(7);
  expect(ratio(bar)).toBeGreaterThan(3);
});

test('a list begins at its own depth where it is told to', () => {
  expect(numbers('n', 1, 7).levels.slice(0, 3)).toMatchObject([{ start: 1 }, { start: 7 }, { start: 1 }]);
});
