import { expect, test } from 'vitest';
import { commands } from '../../../electron/ipc/contract.ts';
import { commandText, dialogText, menuText } from '../../../electron/windows/menu-text.ts';

const words = [
  ...Object.values(menuText),
  ...Object.values(commandText),
  ...Object.values(dialogText).filter((text) => typeof text === 'string'),
];

test('every command has a label', () => expect(Object.keys(commandText).sort()).toEqual([...commands].sort()));

test('labels follow the house style: no exclamation marks, no "please", not ended by a full stop', () => {
  for (const text of words) expect(text).not.toMatch(/!|please|success|oops/i);
  for (const text of [...Object.values(menuText), ...Object.values(commandText)]) expect(text).not.toMatch(/\.$/);
});

test('each menu item has at most one key for Alt', () => {
  for (const text of Object.values(commandText)) expect(text.split('&').length).toBe(2);
});

test('a dialog shows where a link leads', () => expect(dialogText.linkWeb('www.gov.uk')).toContain('www.gov.uk'));
