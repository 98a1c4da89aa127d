import { expect, test } from 'vitest';
import { type Command, commands } from '../../../electron/ipc/contract.ts';
import { accelerators } from '../../../electron/windows/menu.ts';
import { commandFor } from '../../../renderer/state/keys.ts';
import { commandTexts, paletteText, sheetText } from '../../../renderer/text/commands.ts';
import { checkWords } from '../../support/plain-words.ts';

test('the words follow the rules', () => checkWords({ commandTexts, paletteText, sheetText }, /keys$|other/));

/** "Ctrl+Shift+P" as a key press. */
function press(keys: string) {
  const parts = keys.split(/\+(?=.)/);
  const last = parts.at(-1) ?? '';
  const key = { Left: 'ArrowLeft', Right: 'ArrowRight' }[last] ?? last;
  return { key, ctrl: parts.includes('Ctrl'), alt: parts.includes('Alt'), shift: parts.includes('Shift'), typing: true };
}

test.each(commands.filter((command) => commandTexts[command].keys !== null))('the keys said for %s do it', (command) => {
  expect(commandFor(press(commandTexts[command].keys ?? ''))).toBe(command);
});

test('the menu and the shortcut sheet name the same keys', () => {
  const said = (accelerator: string) => accelerator.replace('CmdOrCtrl', 'Ctrl').replace('Plus', '+');
  for (const [command, accelerator] of Object.entries(accelerators)) expect(commandTexts[command as Command].keys).toBe(said(accelerator));
});

test('the sheet names every command that has keys', () => {
  const named = sheetText.groups.flatMap((group) => group.commands);
  expect([...named].sort()).toEqual(commands.filter((command) => commandTexts[command].keys !== null).sort());
});
