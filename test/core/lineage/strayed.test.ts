import { describe, expect, test } from 'vitest';
import { strayedLines } from '../../../content/core/lineage/strayed.ts';

describe('a line that strayed and changed', () => {
  const line = 'Delete only what the law tells you to delete, and keep a copy.';

  test('is known by most of its words in their order', () => {
    expect(strayedLines(['Something else entirely stands here now.', line], [line.replace('only', 'just')])).toEqual([{ from: 1, to: 0 }]);
  });

  test('is not known by a few of them', () => {
    expect(strayedLines([line], ['The law tells you what the working group may publish about people.'])).toEqual([]);
  });

  test('is not known when it is short', () => {
    expect(strayedLines(['Check the name'], ['Check the name'])).toEqual([]);
  });

  test('goes to the closest of several, and each is taken once', () => {
    const near = line.replace('keep', 'store');
    expect(strayedLines([line, near], [near, line])).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 0 },
    ]);
  });
});
