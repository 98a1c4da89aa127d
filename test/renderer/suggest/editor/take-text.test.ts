import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromOutside, replacing } from '../../../../renderer/suggest/editor/take-text.ts';
import { shown, stateOf } from '../../../support/editor-state.ts';

test('only what differs is replaced: the caret stays by its words', () => {
  const state = stateOf('one two thr¦ee');
  const change = replacing(state, 'one 2 three');
  expect(change && shown(state.update(change).state)).toBe('one 2 thr¦ee');
  expect(change?.annotations).toMatchObject({ type: fromOutside });
});

test('nothing differs, nothing is done', () => expect(replacing(stateOf('one'), 'one')).toBeNull());

test('any text becomes any other', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '\n') }), fc.string({ unit: fc.constantFrom('a', 'b', '\n') }), (old, next) => {
      const state = stateOf(old);
      const change = replacing(state, next);
      expect((change ? state.update(change).state : state).doc.toString()).toBe(next);
    }),
  );
});
