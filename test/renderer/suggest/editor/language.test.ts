import { syntaxTree } from '@codemirror/language';
import { expect, test } from 'vitest';
import { pieces } from '../../../../renderer/suggest/editor/language.ts';
import { stateOf } from '../../../support/editor-state.ts';

test('a text is parsed, and again where it changes', () => {
  const state = stateOf('a **b**');
  expect(syntaxTree(state).topNode.name).toBe('Document');
  expect(pieces(state, 0, 7).some(({ kind }) => kind === 'style')).toBe(true);
  const plain = state.update({ changes: { from: 2, to: 4 } }).state;
  expect(pieces(plain, 0, plain.doc.length).some(({ kind }) => kind === 'style')).toBe(false);
});
