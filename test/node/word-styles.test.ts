import { expect, test } from 'vitest';
import { documentStyles, numbering } from '../../content/node/word-styles.ts';

test('lists go as deep as Word’s, each level further in', () => {
  for (const { levels } of numbering.config) {
    const lefts = levels.map(({ style }) => style.paragraph.indent.left);
    expect(lefts).toHaveLength(9);
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
  }
});

test('every heading has its level', () => {
  const { heading1, heading2, heading6 } = documentStyles.default;
  expect([heading1, heading2, heading6].map(({ paragraph }) => paragraph.outlineLevel)).toEqual([0, 1, 5]);
});
