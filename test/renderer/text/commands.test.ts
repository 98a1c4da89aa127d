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
  const code = /^\d$/.test(last) ? `Digit${last}` : '';
  return { key, code, ctrl: parts.includes('Ctrl'), alt: parts.includes('Alt'), shift: parts.includes('Shift'), typing: true };
}

/** What these keys do elsewhere, typing has a better use for. */
const notWhileTyping: readonly Command[] = ['highlight', 'note', 'suggest', 'undo-note'];

test.each(commands.filter((command) => commandTexts[command].keys !== null))('the keys said for %s do it', (command) => {
  const typing = !notWhileTyping.includes(command);
  expect(commandFor({ ...press(commandTexts[command].keys ?? ''), typing })).toBe(command);
});

test.each(notWhileTyping)('%s is left to the field one types in', (command) =>
  expect(commandFor(press(commandTexts[command].keys ?? ''))).toBeNull(),
);

test.each(['highlight', 'note', 'suggest'] as const)('%s is not what AltGr writes', (command) =>
  expect(commandFor({ ...press(commandTexts[command].keys ?? ''), typing: false, altGraph: true })).toBeNull(),
);

test('the menu and the shortcut sheet name the same keys', () => {
  const said = (accelerator: string) => accelerator.replace('CmdOrCtrl', 'Ctrl').replace('Plus', '+');
  for (const [command, accelerator] of Object.entries(accelerators)) expect(commandTexts[command as Command].keys).toBe(said(accelerator));
});

test('the sheet names every command that has keys', () => {
  const named = sheetText.groups.flatMap((group) => group.commands);
  expect([...named].sort()).toEqual(commands.filter((command) => commandTexts[command].keys !== null).sort());
});
