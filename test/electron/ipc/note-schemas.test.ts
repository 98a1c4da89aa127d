import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { noteLimits } from '../../../content/core/annotation/model.ts';
import { dataFolder, noteChoice, noteEdits, noteName, noteView, undoToken, wordsFile } from '../../../electron/ipc/note-schemas.ts';

const id = 'urn:uuid:00000000-0000-4000-8000-000000000001';
const end = { block: 'bq7f2ncd', offset: 0 };
const add = { kind: 'add', id, passage: { start: end, end: { ...end, offset: 9 } }, highlight: 'ask', text: 'Why?', tags: ['law'] };
const edits = (...list: readonly unknown[]) => ({ guide: 'house-rules', edition: 1, edits: list });
const fits = (schema: v.GenericSchema, value: unknown): boolean => v.safeParse(schema, value).success;

describe('edits of notes', () => {
  test.each([
    ['a new note', add],
    ['other words', { kind: 'revise', id, text: '' }],
    ['a place', { kind: 'place', id, passage: add.passage }],
    ['what was seen', { kind: 'accept', id }],
    ['one less', { kind: 'delete', id }],
  ])('may be %s', (_, edit) =>
    expect([edits(edit), { ...edits(edit), brief: true }].map((asked) => fits(noteEdits, asked))).toEqual([true, true]),
  );

  test.each([
    ['no edit at all', edits()],
    ['a guide that is a path', { ...edits(add), guide: '../../etc' }],
    ['an edition before all editions', { ...edits(add), edition: -1 }],
    ['an id that is none', edits({ ...add, id: 'note-1' })],
    ['a block that is none', edits({ ...add, passage: { start: { block: 'x', offset: 0 }, end } })],
    ['a place within a letter', edits({ ...add, passage: { start: { ...end, offset: 0.5 }, end } })],
    ['a quote: words come from the verified text', edits({ ...add, exact: 'Hide it' })],
    ['a highlight of another name', edits({ ...add, highlight: 'pink' })],
    ['words without end', edits({ ...add, text: 'x'.repeat(noteLimits.text + 1) })],
    ['tags without end', edits({ ...add, tags: Array.from({ length: noteLimits.tags + 1 }, () => 'a') })],
    ['another kind of edit', edits({ kind: 'merge', id })],
    ['more edits than a guide has notes', edits(...Array.from({ length: noteLimits.perGuide + 1 }, () => ({ kind: 'delete', id })))],
  ])('are never %s', (_, value) => expect(fits(noteEdits, value)).toBe(false));
});

test('what is asked about is bounded too', () => {
  expect(fits(noteView, { guide: 'house-rules', edition: 0 })).toBe(true);
  expect(fits(noteName, { guide: 'house-rules', id: 'x' })).toBe(false);
  expect([null, [], [{ guide: 'a', id }]].map((choice) => fits(noteChoice, choice))).toEqual([true, true, true]);
  expect(fits(undoToken, 'x'.repeat(41))).toBe(false);
});

test('files are of the two kinds, with names that fit', () => {
  expect(fits(wordsFile, { format: 'html', suggested: 'My notes', text: '<p>' })).toBe(true);
  expect(fits(wordsFile, { format: 'exe', suggested: 'My notes', text: '' })).toBe(false);
  expect(fits(dataFolder, { suggested: 'x'.repeat(121), readme: '', markdown: '', html: '' })).toBe(false);
});
