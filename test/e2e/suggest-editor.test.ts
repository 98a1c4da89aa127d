// The editor of a suggestion in the real window: what is typed becomes tidy markdown, what changed is seen and heard, and
// everything can be done by keys.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cell, edit, leave, paste, press, putStage, text, tools } from '../support/editor-steps.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { complaints, openByLink } from '../support/screens.ts';

let running: RunningApp;
let said: readonly string[];
const page = () => running.page;
beforeAll(async () => {
  running = await launchApp();
  said = complaints(running);
  await openByLink(page(), 'facebook-setup');
  await putStage(page());
});
afterAll(() => running?.close());
beforeEach(() => leave(page()));

describe('typing', () => {
  test('tells the whole text at every key, and no sign is seen', async () => {
    const editor = await edit(page(), 'Some **bold** words.', { caret: 'start' });
    await page().keyboard.type('Now ');
    expect(await text(page())).toBe('Now Some **bold** words.');
    expect(await editor.innerText()).not.toContain('*');
  });

  test('bold and italic by keys, on and off again', async () => {
    await edit(page(), 'one two', { caret: { from: 4, to: 7 } });
    await press(page(), 'Control+B');
    expect(await text(page())).toBe('one **two**');
    await press(page(), 'Control+I');
    expect(await text(page())).toBe('one ***two***');
    await press(page(), 'Control+I', 'Control+B');
    expect(await text(page())).toBe('one two');
  });

  test('a list goes on with Enter and ends with the second', async () => {
    await edit(page(), 'one', { caret: 'end' });
    await press(page(), 'Control+Shift+8', 'Enter');
    await page().keyboard.type('two');
    await press(page(), 'Enter', 'Enter');
    await page().keyboard.type('after');
    expect(await text(page())).toBe('- one\n- two\n\nafter');
  });

  test('Enter parts a paragraph, Backspace joins it again', async () => {
    await edit(page(), 'one two', { caret: { from: 3, to: 3 } });
    await press(page(), 'Enter');
    expect(await text(page())).toBe('one\n\ntwo');
    await press(page(), 'Backspace');
    expect(await text(page())).toBe('onetwo');
  });

  test('Backspace before a heading’s words takes its sign, not the line before', async () => {
    await edit(page(), 'A\n\n## Head', { caret: 'end' });
    await press(page(), 'Home', 'Backspace');
    expect(await text(page())).toBe('A\n\nHead');
  });

  test('what is typed at the start of a heading stays in it', async () => {
    await edit(page(), '## Head', { caret: 'start' });
    await page().keyboard.type('My ');
    expect(await text(page())).toBe('## My Head');
  });

  test('the arrow keys pass over what is not seen', async () => {
    await edit(page(), 'A\n\n- b', { caret: 'start' });
    await press(page(), 'End', 'ArrowRight');
    await page().keyboard.type('x');
    expect(await text(page())).toBe('A\n\n- xb');
  });

  test('markup is one key away and back', async () => {
    const editor = await edit(page(), 'a **b** c', { caret: 'start' });
    await press(page(), 'Control+Shift+M');
    await expect.poll(() => editor.innerText()).toContain('**b**');
    await press(page(), 'Control+Shift+M');
    await expect.poll(() => editor.innerText()).not.toContain('**');
  });

  test('letters that are composed come whole, with the change drawn afterwards', async () => {
    await edit(page(), 'caf', { caret: 'end' });
    const cdp = await page().context().newCDPSession(page());
    await cdp.send('Input.imeSetComposition', { text: 'é', selectionStart: 1, selectionEnd: 1 });
    await cdp.send('Input.insertText', { text: 'é' });
    await expect.poll(() => text(page())).toBe('café');
  });
});

describe('links', () => {
  test('are set, changed and removed by keys', async () => {
    await edit(page(), 'see rules', { caret: { from: 4, to: 9 } });
    await press(page(), 'Control+Shift+K');
    await page().getByRole('combobox', { name: 'Where the link leads' }).fill('gov.uk/x');
    await press(page(), 'Enter');
    expect(await text(page())).toBe('see [rules](https://gov.uk/x)');
    await press(page(), 'ArrowLeft', 'Control+Shift+K');
    await page().getByRole('button', { name: 'Remove link' }).click();
    expect(await text(page())).toBe('see rules');
  });

  test('an address that may not be followed is refused in words', async () => {
    await edit(page(), 'see rules', { caret: { from: 4, to: 9 } });
    await press(page(), 'Control+Shift+K');
    await page().getByRole('combobox', { name: 'Where the link leads' }).fill('javascript:alert(1)');
    await press(page(), 'Enter');
    expect(await page().getByRole('alert').innerText()).toContain('cannot be used');
    await press(page(), 'Escape');
    expect(await text(page())).toBe('see rules');
  });
});

describe('tables', () => {
  const table = '| Job | Give |\n|---|---|\n| Editor | **All** |';

  test('are a grid: Tab goes from cell to cell and out, and only the cell changes', async () => {
    await edit(page(), `Before.\n\n${table}\n\nAfter.`, { caret: 'start' });
    await cell(page(), 'Job, row 2').click();
    await press(page(), 'Control+A');
    await page().keyboard.type('Deputy | lead');
    await press(page(), 'Tab');
    await page().keyboard.type('Some');
    await press(page(), 'Tab');
    await page().keyboard.type('Then ');
    expect(await text(page())).toBe('Before.\n\n| Job | Give |\n|---|---|\n| Deputy \\| lead | Some |\n\nThen After.');
  });

  test('get rows and columns, and lose them', async () => {
    await edit(page(), table, { caret: 'end' });
    await press(page(), 'Control+Enter');
    await page().keyboard.type('new');
    expect(await text(page())).toBe(`${table}\n|  | new |`);
    await tools(page()).getByRole('button', { name: 'Remove row' }).click();
    expect(await text(page())).toBe(table);
    await tools(page()).getByRole('button', { name: 'Column after' }).click();
    await page().keyboard.type('x');
    expect(await text(page())).toBe('| Job | Give |  |\n|---|---|---|\n| Editor | **All** | x |');
    await tools(page()).getByRole('button', { name: 'Remove column' }).click();
    expect(await text(page())).toBe(table);
  });

  test('the arrow keys lead in and out', async () => {
    await edit(page(), `Before.\n\n${table}\n\nAfter.`, { caret: 'start' });
    await press(page(), 'ArrowDown', 'End');
    await page().keyboard.type('s');
    expect(await text(page())).toContain('| Jobs |');
    await press(page(), 'ArrowUp', 'End');
    await page().keyboard.type(' More.');
    expect(await text(page())).toContain('Before. More.\n\n| Jobs |');
  });

  test('a new one stands after the paragraph', async () => {
    await edit(page(), 'Before.', { caret: 'end' });
    await press(page(), 'Control+Shift+T');
    await page().keyboard.type('Name');
    expect(await text(page())).toBe('Before.\n\n| Name | Second column |\n|---|---|\n|  |  |');
  });

  test('one that a grid cannot hold stays text', async () => {
    const uneven = '| a | b |\n|---|---|\n| c |';
    const editor = await edit(page(), uneven, { caret: 'start' });
    expect(await editor.innerText()).toContain('|---|---|');
  });
});

describe('blocks', () => {
  test('a paragraph becomes a callout, another kind, and a paragraph again', async () => {
    await edit(page(), 'Do it.', { caret: 'end' });
    const box = tools(page()).getByRole('combobox', { name: 'Kind of paragraph' });
    await box.selectOption('must');
    expect(await text(page())).toBe('> [!must]\n> Do it.');
    await box.selectOption('should');
    expect(await text(page())).toBe('> [!should]\n> Do it.');
    await box.selectOption('text');
    expect(await text(page())).toBe('Do it.');
  });

  test('Enter in a callout makes a paragraph of it, and the second leaves it', async () => {
    await edit(page(), '> [!must] Title\n> One.', { caret: 'end' });
    await press(page(), 'Enter');
    await page().keyboard.type('Two.');
    await press(page(), 'Enter', 'Enter');
    await page().keyboard.type('Out.');
    expect(await text(page())).toBe('> [!must] Title\n> One.\n>\n> Two.\n\nOut.');
  });
});

describe('paste', () => {
  test('from Word comes as plain markdown, and nothing in it runs', async () => {
    await edit(page(), 'Start. ', { caret: 'end' });
    await paste(
      page(),
      '<html><head><style>p{color:red}</style></head><body><!--StartFragment--><p class=MsoNormal>One <b>two</b><o:p></o:p></p><img src=x onerror="window.hacked=1"><script>window.hacked=1</script><p><a href="javascript:window.hacked=1">x</a></p><!--EndFragment--></body></html>',
      'One two',
    );
    expect(await text(page())).toBe('Start. One **two**\n\nx');
    expect(await page().evaluate(() => 'hacked' in window)).toBe(false);
  });

  test('leaves out marks that turn the text, and line ends of other systems', async () => {
    await edit(page(), '', { caret: 'end' });
    await paste(page(), '', 'a\u202eb\r\nc');
    expect(await text(page())).toBe('ab\n\nc');
  });

  test('many lines in a cell are one', async () => {
    await edit(page(), '| a | b |\n|---|---|\n| c | d |', { caret: 'start' });
    await cell(page(), 'a, row 2').click();
    await paste(page(), '<ul><li>x</li><li>y</li></ul>', 'x\ny');
    expect(await text(page())).toMatch(/\| (?:c- x y|- x yc|c.*x y.*) \|/);
  });
});

test('the window never complained', () => expect(said).toEqual([]));
