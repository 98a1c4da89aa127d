import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectProblems } from '../../../content/core/guide/problem.ts';
import { plainValue, readYaml } from '../../../content/core/guide/yaml-tree.ts';

function read(text: string, firstLine = 1) {
  const { report, list } = collectProblems('a.md');
  const tree = readYaml(text, firstLine, 'error', report);
  return { value: tree && plainValue(tree), tree, problems: list().map((problem) => `${problem.rule} ${problem.line}`) };
}

test('values keep their line and their spelling', () => {
  const { tree } = read('a: 1.10\nb: [x, 2026-11-22]\n', 5);
  expect(tree).toMatchObject({ kind: 'map' });
  const entries = tree?.kind === 'map' ? tree.entries : new Map();
  expect(entries.get('a')).toEqual({ kind: 'text', line: 5, text: '1.10', value: 1.1 });
  expect(entries.get('b')).toMatchObject({ kind: 'list', line: 6, items: [{ text: 'x' }, { text: '2026-11-22', value: '2026-11-22' }] });
});

test.each([
  ['a: &x [1]\nb: *x', ['yaml-alias 2']],
  ['a: 1\na: 2', ['yaml-duplicate-key 2']],
  ['a: "open\nb: 1', ['yaml 2']],
  ['\ta: 1', ['yaml 1']],
  ['? [a]\n: 1', ['yaml-key 1']],
  [`a: ${'['.repeat(30)}${']'.repeat(30)}`, ['yaml-too-deep 1']],
])('%j is reported', (text, problems) => expect(read(text).problems.slice(0, 1)).toEqual(problems));

test('a bomb of aliases stays small', () => {
  const lines = [
    'a0: &a0 [x,x,x,x,x,x,x,x,x]',
    ...Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i},*a${i},*a${i},*a${i},*a${i}]`),
  ];
  expect(JSON.stringify(read(lines.join('\n')).value).length).toBeLessThan(2_000);
});

test('a tower of brackets and an endless text are refused', () => {
  expect(read(`a: ${'['.repeat(60_000)}`).problems.length).toBeGreaterThan(0);
  expect(read('a: 1\n'.repeat(40_000))).toMatchObject({ value: null, problems: ['yaml-too-large 1'] });
});

test('the last of two equal keys counts', () => {
  expect(read('a: 1\na: 2').value).toEqual({ a: 2 });
});

test('__proto__ is a key like any other', () => {
  const { value } = read('__proto__: { polluted: true }\nconstructor: x');
  expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test('law: no text throws', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ': ',
      '- ',
      '\n',
      '  ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '!!set ',
      '|',
      '>',
      '#',
      '%YAML 1.1\n',
      '---\n',
      '\t',
      '<<: ',
    ),
    fc.string(),
  );
  fc.assert(fc.property(fc.array(piece), (parts) => void read(parts.join(''))));
});
