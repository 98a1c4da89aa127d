import { expect, test } from 'vitest';
import { aboutText, shellText } from '../../../renderer/text/shell.ts';
import { checkWords } from '../../support/plain-words.ts';

test('the words follow the rules', () => checkWords({ shellText, aboutText }));

test('the title of the window names the page first', () => {
  expect([shellText.windowTitle('House rules'), shellText.windowTitle('')]).toEqual(['House rules – National Guides', 'National Guides']);
});
