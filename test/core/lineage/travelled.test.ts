import { describe, expect, test } from 'vitest';
import { travelled } from '../../../content/core/lineage/travelled.ts';

const words = (text: string) => text.split(' ');
const all = () => true;

describe('a passage that left its place', () => {
  const passage = words('one two three four five six seven eight nine');

  test('is found whole when it stands once on each side', () => {
    expect(travelled(['x', ...passage], [...passage, 'y'], all, all)).toEqual([{ from: 1, to: 0, length: 9 }]);
  });

  test('is not found when it stands twice', () => {
    expect(travelled(passage, [...passage, ...passage], all, all)).toEqual([]);
  });

  test('is too short to prove anything under eight words', () => {
    expect(travelled(passage.slice(0, 7), passage.slice(0, 7), all, all)).toEqual([]);
  });

  test('does not reach over words that have their place', () => {
    expect(travelled(passage, passage, (at) => at !== 4, all)).toEqual([]);
  });
});
