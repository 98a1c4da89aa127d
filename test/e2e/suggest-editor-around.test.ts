// The editor of a suggestion in the real window, for the page around it and for ears: what changed against the base, who
// hears which key, that nothing moves, and accessibility in every look.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { looks, violations, wear } from '../support/axe.ts';
import { calls, change, edit, field, leave, press, putStage, showDiff, spoken, text } from '../support/editor-steps.ts';
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

const mixed = [
  '## Heading',
  'First with **bold**, *italic*, a [link](guide:house-rules) and `code`.[^P1]',
  '- one\n- two\n   - inner',
  '1. first\n2. second',
  '- [ ] a task',
  '> [!must] Title\n> Text of the callout.',
  '| Job | Give |\n|---|---|\n| Editor | **All** |',
  'Last words ![a picture](x.png).',
].join('\n\n');

describe('changes', () => {
  test('are read as "deletes …, inserts …"', async () => {
    await edit(page(), 'The quick fox.', { base: 'The slow fox.' });
    expect(await spoken(page(), 'Paragraph, to be changed')).toEqual([
      'The ',
      'deletion: deletes slow',
      'insertion: inserts quick',
      ' fox.',
    ]);
  });

  test('words that went are passed over, not edited', async () => {
    await edit(page(), 'The fox.', { base: 'The slow fox.', caret: 'start' });
    expect(await page().locator('#editor-stage del').innerText()).toContain('slow');
    for (let at = 0; at < 5; at += 1) await press(page(), 'ArrowRight');
    await page().keyboard.type('X');
    expect(await text(page())).toBe('The fXox.');
  });

  test('Final has the new words alone, Original the old ones, and they cannot be typed in', async () => {
    await edit(page(), 'The quick fox.', { base: 'The slow fox.' });
    await change(page(), { view: 'final' });
    expect(await page().locator('#editor-stage :is(ins, del)').count()).toBe(0);
    await change(page(), { view: 'original' });
    expect(await field(page()).innerText()).toBe('The slow fox.');
    await field(page()).click();
    await page().keyboard.type('x');
    await change(page(), { view: 'all' });
    expect(await text(page())).toBe('The quick fox.');
    expect(await field(page()).innerText()).toContain('quick');
  });

  test('words that are only bold now are told in words', async () => {
    await showDiff(page(), 'Be on time.', 'Be **on time**.');
    expect(await page().locator('#editor-stage .diff-text').innerText()).toBe('Be on time (now bold).');
    await showDiff(page(), 'See [it](guide:a).', 'See [it](guide:b).');
    expect(await page().locator('#editor-stage .diff-text').innerText()).toContain('leads to guide:b, before to guide:a');
  });
});

describe('the page around', () => {
  test('undo, redo, done and the edges are its own', async () => {
    await edit(page(), 'one', { caret: 'end' });
    await press(page(), 'Control+Z', 'Control+Y', 'Control+Shift+Z', 'ArrowDown', 'Control+Enter', 'Escape');
    expect(await calls(page())).toEqual(['undo', 'redo', 'redo', 'edge 1', 'done', 'done']);
  });

  test('another text is taken with `reset`, and only then', async () => {
    await edit(page(), 'one', { reset: 1 });
    await change(page(), { text: 'two' });
    expect(await field(page()).innerText()).toContain('one');
    await change(page(), { text: 'two', base: 'two', reset: 2 });
    expect(await field(page()).innerText()).toBe('two');
  });

  test('another view leaves the focus where it is', async () => {
    await edit(page(), 'one two', { base: 'one' });
    await press(page(), 'Control+K');
    await change(page(), { view: 'original' });
    await change(page(), { view: 'all' });
    expect(await page().evaluate(() => document.activeElement?.id)).toBe('search-input');
    await press(page(), 'Escape');
  });

  test('the keys of the window work, those of the editor stay in it', async () => {
    await edit(page(), 'one', { caret: 'end' });
    await press(page(), 'Control+K');
    expect(await page().evaluate(() => document.activeElement?.id)).toBe('search-input');
    await press(page(), 'Escape');
    await field(page()).click();
    await page().keyboard.type('?');
    expect(await text(page())).toBe('one?');
    expect(await page().getByRole('dialog').count()).toBe(0);
  });

  test('Tab leaves the text, Alt+F10 goes to the buttons and Esc back', async () => {
    await edit(page(), 'one', { caret: 'end' });
    await press(page(), 'Alt+F10');
    expect(await page().evaluate(() => document.activeElement?.closest('[role=toolbar]') !== null)).toBe(true);
    await press(page(), 'ArrowRight', 'Escape');
    expect(await field(page()).evaluate((element) => element === document.activeElement)).toBe(true);
    await press(page(), 'Tab');
    expect(await field(page()).evaluate((element) => element === document.activeElement)).toBe(false);
  });

  test('a paragraph stands where it stood: no word and no block moves', async () => {
    const source =
      'Before the Page goes live, add the contact notice, link your house rules and decide who reads messages at night. As at 22 November 2026. Advice with no footnote is working practice: check before use. Menu names move, so they sit in one table near the end.';
    await page().evaluate((words) => {
      const block = [...document.querySelectorAll<HTMLElement>('.text > p')].find(({ textContent }) => textContent === words);
      block?.setAttribute('data-under-test', '');
    }, source);
    const before = await wordsOf('[data-under-test]');
    expect(before.words.length).toBeGreaterThan(40);
    await edit(page(), source, { caret: null }, '[data-under-test]');
    const after = await wordsOf('#editor-stage');
    expect(after).toEqual(before);
  });
});

/** Where each word of an element stands, and where the block after it begins, to the pixel. */
const wordsOf = (selector: string): Promise<{ readonly words: readonly string[]; readonly after: number }> =>
  page().evaluate((wanted) => {
    const element = document.querySelector(wanted) as HTMLElement;
    const words: string[] = [];
    const texts = document.createTreeWalker(element.querySelector('.cm-content') ?? element, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      for (const { index, 0: word } of (text.textContent ?? '').matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const { left, top } = range.getBoundingClientRect();
        words.push(`${word} ${Math.round(left)} ${Math.round(top + scrollY)}`);
      }
    return { words, after: Math.round((element.nextElementSibling?.getBoundingClientRect().top ?? 0) + scrollY) };
  }, selector);

test.each(looks)('axe finds nothing in the editor, %s', async (look) => {
  await wear(page(), look);
  await edit(page(), mixed.replace('First', 'Last').replace('Editor', 'Deputy'), { base: mixed, caret: 'start' });
  expect(await violations(page())).toEqual([]);
  await edit(page(), '| a | b |\n|---|---|\n| c | d |', { caret: 'end' });
  expect(await violations(page())).toEqual([]);
  await edit(page(), 'see rules', { caret: { from: 4, to: 9 } });
  await press(page(), 'Control+Shift+K');
  expect(await violations(page())).toEqual([]);
});

test('the window never complained', () => expect(said).toEqual([]));
