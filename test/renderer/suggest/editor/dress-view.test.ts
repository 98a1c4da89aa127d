import { expect, test } from 'vitest';
import { dressing } from '../../../../renderer/suggest/editor/dress-view.ts';
import { setMarkup } from '../../../../renderer/suggest/editor/show-markup.ts';
import { stateOf } from '../../../support/editor-state.ts';

/** What the caret steps over as one, as the texts. */
function atoms(marked: string): readonly string[] {
  const state = stateOf(marked);
  const found: string[] = [];
  const { atoms: ranges } = dressing(state, [{ from: 0, to: state.doc.length }]);
  ranges.between(0, state.doc.length, (from, to) => void found.push(state.sliceDoc(from, to)));
  return found;
}

test.each([
  ['signs, when the caret is elsewhere', '¦one **two**', ['**', '**']],
  ['not the signs that the caret stands in', 'one **tw¦o**', []],
  ['the sign of a heading, wherever the caret is', '## O¦ne', ['## ']],
  ['a gap and the sign behind it as one', '¦a\n\n## b', ['\n\n## ']],
  ['a line end with the bullet behind it', '¦a\n- b', ['\n- ']],
  ['bullet and box', '¦- [ ] a', ['- [ ] ']],
  ['the address of a link', '¦a [b](guide:c)', ['[', '](guide:c)']],
])('steps over %s', (_name, text, expected) => expect(atoms(text)).toEqual(expected));

test('while markup is shown nothing is stepped over but gaps', () => {
  const state = stateOf('¦a **b**').update({ effects: setMarkup.of(true) }).state;
  expect(dressing(state, [{ from: 0, to: state.doc.length }]).atoms.size).toBe(0);
});

test('callouts and quotes have a box around their lines', () => {
  const state = stateOf('> [!must] a\n> b\n\nc\n\n> d');
  expect(dressing(state, [{ from: 0, to: state.doc.length }]).wrappers.size).toBe(2);
});
