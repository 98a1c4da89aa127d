import { expect, test } from 'vitest';
import { fromOutside } from '../../../../renderer/suggest/editor/take-text.ts';
import { shown, stateOf } from '../../../support/editor-state.ts';

test('what may not be there is taken out as it is typed', () => {
  const state = stateOf('a¦b').update({ changes: { from: 1, insert: 'x\u202ey\u200b' } }).state;
  expect(state.doc.toString()).toBe('axyb');
});

test('what the draft hands in is taken as it is', () => {
  const state = stateOf('a¦').update({ changes: { from: 1, insert: '\u200b' }, annotations: fromOutside.of(true) }).state;
  expect(shown(state)).toContain('\u200b');
});
