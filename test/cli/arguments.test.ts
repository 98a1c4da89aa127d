import { expect, test } from 'vitest';
import { readArguments, UsageError } from '../../content/cli/arguments.ts';

const rules = { out: { takesValue: true }, json: { takesValue: false } };
const read = (line: string, count = 1) => {
  const { positional, options } = readArguments(line.split(' ').filter(Boolean), rules, count);
  return [positional.join(), [...options].map(([name, value]) => `${name}=${value}`).join()];
};

test.each([
  ['a --out b --json', 'a', 'out=b,json='],
  ['--out=b a', 'a', 'out=b'],
  ['--out=a=b a', 'a', 'out=a=b'],
  ['-- --odd', '--odd', ''],
])('%s is understood', (line, positional, options) => expect(read(line)).toEqual([positional, options]));

test.each(['', 'a b', 'a --none', 'a --out', 'a --json=1', 'a --json --json', 'a --toString', 'a --constructor x'])(
  '"%s" is refused with a sentence',
  (line) => {
    expect(() => read(line)).toThrow(UsageError);
  },
);
