import { expect, test } from 'vitest';
import { suggestionKinds, urgencies } from '../../../content/core/suggestion/model.ts';
import {
  type BlockName,
  blockNames,
  editPlaceText,
  kindNames,
  missingNames,
  suggestPageText,
  suggestPanelText,
  urgencyNames,
} from '../../../renderer/text/suggest-page.ts';
import { checkWords } from '../../support/plain-words.ts';

test('all is said in plain words', () => {
  for (const table of [suggestPageText, suggestPanelText, editPlaceText, kindNames, urgencyNames, missingNames, blockNames])
    checkWords(table, /^(?:editing|editName|place\..+|toDo)$/);
});

test('of each piece in plain words as well', () => {
  for (const name of Object.keys(blockNames) as BlockName[])
    checkWords([
      editPlaceText.editing(name),
      editPlaceText.editName(name),
      ...Object.values(editPlaceText.place).map((say) => (typeof say === 'string' ? say : say(name))),
    ]);
  checkWords(suggestPanelText.toDo(['why', 'role']));
});

test('every kind and urgency has a name of its own', () => {
  expect(new Set(suggestionKinds.map((kind) => kindNames[kind])).size).toBe(suggestionKinds.length);
  expect(new Set(urgencies.map((urgency) => urgencyNames[urgency])).size).toBe(urgencies.length);
});

test('what is missing is said in one sentence', () => {
  expect(suggestPanelText.toDo(['why', 'force'])).toBe('Before it can be sent: say why, say which force you are with.');
});

test('changes are counted in words', () => {
  expect([0, 1, 2].map((count) => suggestPanelText.changes(count))).toEqual([
    'Nothing in the text is changed yet.',
    '1 place changed.',
    '2 places changed.',
  ]);
});
