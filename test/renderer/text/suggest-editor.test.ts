import { expect, test } from 'vitest';
import { editorText } from '../../../renderer/text/suggest-editor.ts';
import { checkWords } from '../../support/plain-words.ts';

test('the words follow the rules', () => checkWords({ ...editorText, becomes: editorText.becomes('text', 'quote') }));

test('a cell is named by its column and its row, a block by what it was and is', () => {
  expect(editorText.cell(2, 'Job')).toBe('Job, row 2');
  expect(editorText.becomes('text', 'heading')).toBe('paragraph becomes heading');
});
