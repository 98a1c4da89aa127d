import { expect, test } from 'vitest';
import { noteDone, notesCardText, selectionText } from '../../../renderer/text/notes-card.ts';
import { checkWords } from '../../support/plain-words.ts';

test('the words follow the rules', () => checkWords({ noteDone: { ...noteDone, ...ofKinds }, notesCardText, selectionText }));
const ofKinds = { highlighted: noteDone.highlighted('do'), recoloured: noteDone.recoloured(2, 'ask') };

test('one is not counted, several are', () => {
  expect([noteDone.deleted(1), noteDone.deleted(3)]).toEqual(['Note deleted', '3 notes deleted']);
  expect([noteDone.recoloured(1, 'do'), noteDone.recoloured(2, 'do')]).toEqual(['Marked as “To do”', '2 notes marked as “To do”']);
});
