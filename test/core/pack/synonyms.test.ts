import { expect, test } from 'vitest';
import { parseSynonyms } from '../../../content/core/pack/synonyms.ts';

const read = (yaml: string) => {
  const { groups, problems } = parseSynonyms(yaml, 'synonyms.yml', 'strict');
  return [groups, problems.map((problem) => `${problem.rule} ${problem.line}`)];
};

test.each([
  [
    '- [DM, Direct  Message]\n- ["999", emergency]',
    [
      [
        ['dm', 'direct message'],
        ['999', 'emergency'],
      ],
      [],
    ],
  ],
  ['- [101, non-emergency]', [[['101', 'non-emergency']], []]],
  ['', [[], []]],
  ['- a\n- [b]\n- [c, C]\n- [d, e]', [[['d', 'e']], ['synonyms-shape 1', 'synonyms-single 2', 'synonyms-single 3']]],
  ['a: b', [[], ['synonyms-shape 1']]],
])('%j', (yaml, expected) => expect(read(yaml)).toEqual(expected));

test('floods are cut', () => {
  const [groups, problems] = read(`- [a, b]\n`.repeat(600));
  expect(groups).toHaveLength(500);
  expect(problems).toEqual(['synonyms-many 1']);
});
