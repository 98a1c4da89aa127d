import { expect, test } from 'vitest';
import { fieldsOf } from '../../../content/core/guide/fields.ts';
import { collectProblems } from '../../../content/core/guide/problem.ts';
import { readYaml, type YamlMap } from '../../../content/core/guide/yaml-tree.ts';

function fields(text: string) {
  const { report, list } = collectProblems('a.md');
  const problems = () => list().map((problem) => `${problem.rule} ${problem.line} ${problem.field}`);
  return { read: fieldsOf(readYaml(text, 1, 'error', report) as YamlMap, 'error', report), problems };
}

test('texts are trimmed to one line, and empty ones are absent', () => {
  const { read, problems } = fields('a: "  x\\n y "\nb: ""\nc:\nd: 1.10\ne: true');
  expect(['a', 'b', 'c', 'd', 'e', 'f'].map(read.text)).toEqual(['x y', null, null, '1.10', 'true', null]);
  expect(problems()).toEqual([]);
});

test('one value counts as a list of one', () => {
  const { read } = fields('a: x\nb: [x, 2]\nc: null');
  expect(['a', 'b', 'c'].map(read.texts)).toEqual([['x'], ['x', '2'], []]);
});

test('what is wrong is named with line and field', () => {
  const { read, problems } = fields('a: [x]\nb: { c: [y] }\nd: 2026-02-30\ne: maybe\nf: [x]\ng: text\nh: { x: 1 }');
  read.text('a');
  read.map('b').text('c');
  read.day('d');
  read.oneOf('e', ['yes', 'no'] as const);
  read.maps('f');
  read.map('g');
  read.texts('h');
  expect(problems()).toEqual([
    'field-type 1 a',
    'field-type 2 b.c',
    'field-date 3 d',
    'field-value 4 e',
    'field-type 5 f',
    'field-type 6 g',
    'field-type 7 h',
  ]);
});

test('long texts and lists are cut', () => {
  const { read, problems } = fields(`a: ${'x'.repeat(5_000)}\nb: [${'x,'.repeat(300)}]`);
  expect(read.text('a')).toHaveLength(4_000);
  expect(read.texts('b')).toHaveLength(200);
  expect(problems()).toEqual(['field-too-long 1 a', 'field-type 2 b']);
});

test('keys that nobody asked for are known', () => {
  const { read } = fields('a: 1\n__proto__: 2\nb: 3');
  read.text('a');
  expect(read.unread()).toEqual(['__proto__', 'b']);
});
