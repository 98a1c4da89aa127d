import { expect, test } from 'vitest';
import { setMarkup, showMarkup } from '../../../../renderer/suggest/editor/show-markup.ts';
import { stateOf } from '../../../support/editor-state.ts';

test('markup is hidden until it is asked for', () => {
  const state = stateOf('a');
  expect(state.field(showMarkup)).toBe(false);
  expect(state.update({ effects: setMarkup.of(true) }).state.field(showMarkup)).toBe(true);
});
