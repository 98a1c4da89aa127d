import { expect, test } from 'vitest';
import { closeLeaving, leaving, lookAndSend } from '../../../../renderer/suggest/leave/leave.ts';
import { idOf } from '../../../support/suggestions.ts';

test('the dialog opens for one or for several, each once, and for nothing not at all', () => {
  lookAndSend([]);
  expect(leaving.get()).toBeNull();
  lookAndSend(idOf(1));
  expect(leaving.get()).toEqual([idOf(1)]);
  lookAndSend([idOf(2), idOf(3), idOf(2)]);
  expect(leaving.get()).toEqual([idOf(2), idOf(3)]);
  closeLeaving();
  expect(leaving.get()).toBeNull();
});
