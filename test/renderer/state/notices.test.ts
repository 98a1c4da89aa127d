import { beforeEach, expect, test } from 'vitest';
import { dismiss, notices, notify } from '../../../renderer/state/notices.ts';

beforeEach(() => notices.set([]));
const texts = () => notices.get().map((notice) => notice.text);

test('a notice comes and goes', () => {
  const id = notify('Saved');
  expect(texts()).toEqual(['Saved']);
  dismiss(id);
  dismiss(id);
  expect(texts()).toEqual([]);
});

test('the same words are said once, with the newest action', () => {
  notify('1 tick cleared', { label: 'Undo', run: () => undefined });
  const second = notify('1 tick cleared');
  expect(notices.get()).toEqual([{ id: second, text: '1 tick cleared', action: null }]);
});

test('three are shown at most, the oldest goes first', () => {
  for (const text of ['a', 'b', 'c', 'd']) notify(text);
  expect(texts()).toEqual(['b', 'c', 'd']);
});
