import { expect, test } from 'vitest';
import { collectProblems, quote } from '../../../content/core/guide/problem.ts';

test('problems come by line, and a flood of one kind is counted', () => {
  const { report, list } = collectProblems('a.md');
  report('error', 'b', 7, 'Seven.');
  for (let line = 1; line <= 60; line++) report('warning', 'a', 10, 'Again.');
  report('error', 'b', 2, 'Two.', 'title');
  const all = list();
  expect(all).toHaveLength(53);
  expect(all.slice(0, 3).map((problem) => problem.message)).toEqual(['10 more of the same kind in this file.', 'Two.', 'Seven.']);
  expect(all[1]).toEqual({ severity: 'error', rule: 'b', file: 'a.md', line: 2, field: 'title', message: 'Two.' });
});

test('quoted words are short and cannot steer a terminal', () => {
  expect(quote('a\u001b[31m\nb\u202ec')).toBe('"a [31m b c"');
  expect(quote('x'.repeat(200))).toHaveLength(82);
});
