import { expect, test } from 'vitest';
import { closeInnermost, onEscape } from '../../../renderer/state/overlays.ts';

test('Esc closes the innermost thing, one at a time', () => {
  const closed: string[] = [];
  const offFind = onEscape(() => {
    closed.push('find');
    offFind();
  });
  const offPanel = onEscape(() => {
    closed.push('panel');
    offPanel();
  });
  expect([closeInnermost(), closeInnermost(), closeInnermost()]).toEqual([true, true, false]);
  expect(closed).toEqual(['panel', 'find']);
});

test('what has closed by itself is not closed again, in whatever order', () => {
  const closed: string[] = [];
  const offOuter = onEscape(() => closed.push('outer'));
  const offInner = onEscape(() => closed.push('inner'));
  offOuter();
  closeInnermost();
  offInner();
  offInner();
  expect([closed, closeInnermost()]).toEqual([['inner'], false]);
});
