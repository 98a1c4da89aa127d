import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { watching } from '../../../../renderer/suggest/editor/watching.ts';

test('where nobody watches nothing happens', () => {
  const told = EditorState.create({}).facet(watching);
  expect(() => told.change('a')).not.toThrow();
  expect(() => told.edge(1)).not.toThrow();
});
