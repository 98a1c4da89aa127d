import { describe, expect, it } from 'vitest';
import { ancestorsOf, planHeal } from '../../../content/core/publish/lost-editions.ts';

/** `3<1,2` is version 3 made from 1 and 2. */
const editions = (...lines: readonly string[]) =>
  lines.map((line) => {
    const [version = '', from = ''] = line.split('<');
    return { version: Number(version), basedOn: from.split(',').filter(Boolean).map(Number) };
  });

describe('what is to be healed', () => {
  it.each<[string, number, readonly string[], object]>([
    ['nothing at all', 0, [], { kind: 'well', version: 0 }],
    ['one edition', 1, ['1'], { kind: 'well', version: 1 }],
    ['a row of editions', 3, ['1', '2<1', '3<2'], { kind: 'well', version: 3 }],
    ['editions that do not say what they were made from', 3, ['1', '2', '3'], { kind: 'well', version: 3 }],
    ['a later edition that nobody sees', 2, ['1', '2<1', '3<2'], { kind: 'show', version: 3, shown: 2 }],
    ['editions without any timestamp', 0, ['1', '2<1'], { kind: 'show', version: 2, shown: 0 }],
    ['two from the same, the later shown', 3, ['1', '2<1', '3<1'], { kind: 'merge', version: 3, shown: 3, lost: [2], base: 1 }],
    ['two from the same, the earlier shown', 2, ['1', '2<1', '3<1'], { kind: 'merge', version: 3, shown: 2, lost: [2], base: 1 }],
    ['three from the same', 4, ['1', '2<1', '3<1', '4<1'], { kind: 'merge', version: 4, shown: 4, lost: [3, 2], base: 1 }],
    ['two that were joined', 4, ['1', '2<1', '3<1', '4<3,2'], { kind: 'well', version: 4 }],
    [
      'two rows from the same: the end of the lost one',
      5,
      ['1', '2<1', '3<2', '4<1', '5<4'],
      { kind: 'merge', version: 5, lost: [3], base: 1 },
    ],
  ])('%s', (_, shown, lines, plan) => {
    expect(planHeal(shown, editions(...lines))).toMatchObject(plan);
  });

  it('does not loop where editions name each other', () => {
    expect([...ancestorsOf(2, editions('1<2', '2<1'))].sort()).toEqual([1, 2]);
  });
});
