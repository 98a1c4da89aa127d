import { describe, expect, test } from 'vitest';
import { textOf, type Unit, unitsOf } from '../../content/node/word-units.ts';

const words = { callout: (kind: string) => `<${kind}>`, picture: 'Picture' };
const of = (body: string): readonly Unit[] =>
  unitsOf(body, words).filter((unit) => unit.is !== 'paragraph' || !['title', 'summary'].includes(unit.style));
const said = (body: string) =>
  of(body).map((unit) =>
    unit.is === 'table' ? ['table', textOf(unit)] : [unit.style, unit.level, unit.quotes, unit.list?.depth ?? null, textOf(unit)],
  );

describe('a guide as paragraphs of a word processor', () => {
  test('begins with its title and summary', () => {
    const units = unitsOf('---\ntitle: House rules\nsummary: Kept short.\n---\n\nText\n', words);
    expect(units.map((unit) => [unit.is === 'paragraph' && unit.style, textOf(unit)])).toEqual([
      ['title', 'House rules'],
      ['summary', 'Kept short.'],
      ['text', 'Text'],
    ]);
  });

  test.each([
    ['a heading', '## Hide', [['heading', 2, 0, null, 'Hide']]],
    [
      'lists in lists',
      '- a\n  1. b\n- c',
      [
        ['text', 0, 0, 0, 'a'],
        ['text', 0, 0, 1, 'b'],
        ['text', 0, 0, 0, 'c'],
      ],
    ],
    [
      'tasks',
      '- [ ] a\n- [x] b',
      [
        ['text', 0, 0, 0, '☐ a'],
        ['text', 0, 0, 0, '☒ b'],
      ],
    ],
    [
      'a callout without a title',
      '> [!must]\n> Do it',
      [
        ['callout-title', 0, 1, null, '<must>'],
        ['text', 0, 1, null, 'Do it'],
      ],
    ],
    [
      'a callout with one',
      '> [!note] Mind\n> this',
      [
        ['callout-title', 0, 1, null, 'Mind'],
        ['text', 0, 1, null, 'this'],
      ],
    ],
    [
      'lines of code',
      '```\na\n\nb\n```',
      [
        ['code', 0, 0, null, 'a'],
        ['code', 0, 0, null, ''],
        ['code', 0, 0, null, 'b'],
      ],
    ],
    ['a table', '| a | b |\n| --- | --- |\n| c | **d** |', [['table', 'a\tb\nc\td']]],
    [
      'a rule',
      'a\n\n---\n\nb',
      [
        ['text', 0, 0, null, 'a'],
        ['rule', 0, 0, null, ''],
        ['text', 0, 0, null, 'b'],
      ],
    ],
    [
      'a note',
      'a[^x]\n\n[^x]: why',
      [
        ['text', 0, 0, null, 'a1'],
        ['footnote', 0, 0, null, '1 why'],
      ],
    ],
    ['a picture', '![A form](form.png)', [['text', 0, 0, null, '[Picture: A form]']]],
    ['a break', 'a\\\nb', [['text', 0, 0, null, 'a\nb']]],
  ])('%s', (_, body, expected) => expect(said(body)).toEqual(expected));

  test('runs carry what their words look like, and links only where they may lead', () => {
    const [unit] = of('**a** *b* ~~c~~ `d` [e](https://example.org/) [f](javascript:alert) [g](guide:house-rules)');
    const runs = unit?.is === 'paragraph' ? unit.runs.filter(({ text }) => text.trim() !== '') : [];
    expect(runs.map(({ text, bold, italic, struck, code, link }) => [text, bold, italic, struck, code, link])).toEqual([
      ['a', true, false, false, false, null],
      ['b', false, true, false, false, null],
      ['c', false, false, true, false, null],
      ['d', false, false, false, true, null],
      ['e', false, false, false, false, 'https://example.org/'],
      ['f', false, false, false, false, null],
      ['g', false, false, false, false, null],
    ]);
  });

  test('two lists are two, and only the first paragraph of an item has its sign', () => {
    const lists = of('1. a\n\n   more\n\ntext\n\n1. b').flatMap((unit) => (unit.is === 'paragraph' ? [unit.list] : []));
    expect(lists.map((list) => list && [list.nth, list.isFirst])).toEqual([[1, true], [1, false], null, [2, true]]);
  });
});
