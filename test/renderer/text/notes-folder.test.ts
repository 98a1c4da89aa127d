import { expect, test } from 'vitest';
import { notesFolderText } from '../../../renderer/text/notes-folder.ts';
import { checkWords } from '../../support/plain-words.ts';

test('the words follow the rules', () => checkWords({ notesFolderText }));

test('when the folder was last in step is said as people say it', () => {
  expect(notesFolderText.exchanged('2026-11-23T09:14:00Z', '2026-11-23T10:00:00Z')).toMatch(/^Last in step .*09:14.*\.$/);
});
