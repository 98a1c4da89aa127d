import { expect, test } from 'vitest';
import { changesView, setAgainst } from '../../../../renderer/suggest/editor/changes-view.ts';
import { stateOf } from '../../../support/editor-state.ts';

const against = (base: string, text: string, shown = true) => stateOf(text).update({ effects: setAgainst.of({ base, shown }) }).state;

test('changes against the base are kept while the text changes', () => {
  const state = against('one two', 'one two');
  expect(state.field(changesView).changes).toEqual([]);
  const typed = state.update({ changes: { from: 3, insert: ' more' } }).state;
  expect(typed.field(changesView).changes).toMatchObject([{ kind: 'words', deleted: '' }]);
  expect(typed.field(changesView).decorations.size).toBe(1);
  const back = typed.update({ changes: { from: 3, to: 8 } }).state;
  expect(back.field(changesView).changes).toEqual([]);
});

test('words that went are drawn and are no text', () => {
  const state = against('one two', 'one');
  expect(state.doc.toString()).toBe('one');
  expect(state.field(changesView).decorations.size).toBe(1);
});

test('where changes are not shown nothing is compared', () => expect(against('one', 'two', false).field(changesView).changes).toEqual([]));
