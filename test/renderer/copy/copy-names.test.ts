import { expect, test } from 'vitest';
import { copyName, tableLabel } from '../../../renderer/copy/copy-names.ts';

test.each([
  ['House rules', '0.1', null, 'House rules v0.1'],
  ['A/B: "C"? <d>|e*', '1', null, 'A B C d e v1'],
  ['Turned \u202e text', '1', null, 'Turned text v1'],
  ['', '', null, 'Guide vGuide'],
  ['Register', '0.2', 'The list.', 'Register - The list v0.2'],
  ['x'.repeat(200), '1', null, `${'x'.repeat(90)} v1`],
])('%j %j %j is saved as %j', (title, version, table, name) => {
  expect(copyName(title, version, table)).toBe(name);
});

test('a name with a table, however long, is within the bound of the contract', () => {
  expect(copyName('😀'.repeat(200), '1'.repeat(50), '😀'.repeat(200)).length).toBeLessThanOrEqual(120);
});

test('a table without a heading is called by its place', () => {
  expect([tableLabel('', 1), tableLabel('Sums', 1)]).toEqual(['Table 2', 'Sums']);
});
