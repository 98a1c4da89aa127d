import { expect, test } from 'vitest';
import { enclosing, toggleStyle } from '../../../../renderer/suggest/editor/style-commands.ts';
import { after, stateOf } from '../../../support/editor-state.ts';

test.each([
  ['selected words', 'one ¦two¦ three', 'one **¦two¦** three'],
  ['without the space at their ends', 'one ¦two ¦three', 'one **¦two** ¦three'],
  ['the word at the caret', 'one tw¦o', 'one **tw¦o**'],
  ['what is typed next', 'one ¦', 'one **¦**'],
  ['off again', 'one **¦two¦**', 'one ¦two¦'],
])('bold: %s', (_name, before, expected) => expect(after(before, toggleStyle('strong'))).toBe(expected));

test('italic inside of bold is both', () => expect(after('**one ¦two¦**', toggleStyle('em'))).toBe('**one *¦two¦***'));

test('the node around a selection is the innermost of its kind', () => {
  expect(enclosing(stateOf('a **b¦c** d'), 5, 5, 'StrongEmphasis')?.from).toBe(2);
  expect(enclosing(stateOf('a b'), 1, 1, 'StrongEmphasis')).toBeNull();
});
