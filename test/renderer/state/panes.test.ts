import { expect, test } from 'vitest';
import { nextPane, type PaneName, paneOrder } from '../../../renderer/state/panes.ts';

test.each([
  ['bar', 1, 'sidebar'],
  ['status', 1, 'bar'],
  ['bar', -1, 'status'],
  [null, 1, 'bar'],
  [null, -1, 'status'],
] as [PaneName | null, 1 | -1, PaneName][])('from %s by %i to %s', (present, by, next) => {
  expect(nextPane(present, paneOrder, by)).toBe(next);
});

test('panes that are hidden are passed over', () => {
  expect(nextPane('bar', ['bar', 'main', 'status'], 1)).toBe('main');
});

test('where nothing can be reached nothing is', () => {
  expect(nextPane('main', [], 1)).toBeNull();
});

test('law: going round visits every pane once', () => {
  const seen: PaneName[] = [];
  let present: PaneName | null = null;
  for (let count = 0; count < paneOrder.length; count += 1) {
    present = nextPane(present, paneOrder, 1);
    if (present) seen.push(present);
  }
  expect(seen).toEqual([...paneOrder]);
});
