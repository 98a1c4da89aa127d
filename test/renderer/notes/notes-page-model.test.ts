import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Note } from '../../../content/core/annotation/model.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import {
  choicesOf,
  countAll,
  everyNote,
  groupNotes,
  isNarrowed,
  itemsOf,
  keyOf,
  listNotes,
  type NoteFilter,
  type NoteItem,
  type NoteOrder,
  nearestRow,
  stateOf,
  stepRow,
  tickAll,
  tickRange,
  toggleTick,
} from '../../../renderer/notes/notes-page-model.ts';
import { sampleNote } from '../../support/notes.ts';

const now = '2026-11-23T09:00:00.000Z';
const at = (start: number, exact = 'hide, then') => ({ ...sampleNote().anchor, start, end: start + exact.length, exact });
const on = (guide: string, notes: readonly Note[], title: string | null = guide) => ({
  guide: guide as GuideId,
  title,
  notes: notes.map((note) => ({ note: { ...note, guide: guide as GuideId }, section: null })),
  readOnly: false,
  refused: 0,
  setAside: null,
});
const texts = (items: readonly NoteItem[]) => items.map(({ note }) => note.text);
const listed = (items: readonly NoteItem[], filter: Partial<NoteFilter> = {}, order: NoteOrder = 'guide') =>
  texts(listNotes(items, { ...everyNote, ...filter }, order, now));

test('every note has one state: what was put away first, then whether it has a place', () => {
  const before = at(3);
  expect(
    [
      { fate: 'unchanged' as const },
      { fate: 'reworded' as const, before },
      { fate: 'moved' as const, before },
      { fate: 'gone' as const, before },
      { fate: 'gone' as const, before: null },
      { fate: 'gone' as const, before, archived: true },
    ].map((special) => stateOf(sampleNote(special))),
  ).toEqual(['unchanged', 'reworded', 'moved', 'waiting', 'kept', 'archived']);
});

test('notes stand by guide and in reading order, those without a place last, guides that are not here last', () => {
  const items = itemsOf({
    guides: [
      on('gone', [sampleNote({ text: 'e' })], null),
      on('b', [sampleNote({ text: 'd', anchor: at(1) })], 'Beta'),
      on(
        'a',
        [
          sampleNote({ text: 'c', anchor: at(0), fate: 'gone', before: at(0) }),
          sampleNote({ text: 'b', anchor: at(90) }),
          sampleNote({ text: 'a', anchor: at(5) }),
        ],
        'Alpha',
      ),
    ],
  });
  expect(listed(items)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test.each([
  ['newest', ['b', 'a', 'c']],
  ['changed', ['c', 'b', 'a']],
  ['oldest', ['a', 'b', 'c']],
] as const)('the order "%s" goes over all guides', (order, expected) => {
  const items = itemsOf({
    guides: [
      on('x', [
        sampleNote({ text: 'a', created: '2026-02-01T00:00:00.000Z', modified: '2026-02-01T00:00:00.000Z' }),
        sampleNote({ text: 'b', created: '2026-03-01T00:00:00.000Z', modified: '2026-03-01T00:00:00.000Z' }),
      ]),
      on('w', [sampleNote({ text: 'c', created: '2026-01-01T00:00:00.000Z', modified: '2026-04-01T00:00:00.000Z' })]),
    ],
  });
  expect(listed(items, {}, order)).toEqual(expected);
});

describe('the search', () => {
  const items = itemsOf({
    guides: [
      on(
        'a',
        [sampleNote({ text: 'Café opening', tags: ['shift B'] }), sampleNote({ text: 'two', anchor: at(90, 'Don’t reply') })],
        'House rules',
      ),
    ],
  });
  test.each([
    ['cafe', ['Café opening']],
    ['OPENING shift', ['Café opening']],
    ["don't", ['two']],
    ['house', ['Café opening', 'two']],
    ['opening reply', []],
    ['   ', ['Café opening', 'two']],
  ])('"%s"', (typed, expected) => expect(listed(items, { typed })).toEqual(expected));
  test('finds no word that runs from one part of a note into the next', () => expect(listed(items, { typed: 'openinghide' })).toEqual([]));
});

describe('the filters', () => {
  const items = itemsOf({
    guides: [
      on('a', [
        sampleNote({ text: 'do', highlight: 'do', tags: ['x'], modified: '2026-11-23T01:00:00.000Z' }),
        sampleNote({ text: ' ', highlight: 'ask', modified: '2026-11-20T01:00:00.000Z', anchor: at(50) }),
        sampleNote({ text: 'away', archived: true, anchor: at(60) }),
      ]),
      on('b', [sampleNote({ text: 'old', modified: '2025-01-01T00:00:00.000Z' })]),
    ],
  });
  test.each<[Partial<NoteFilter>, readonly string[]]>([
    [{}, ['do', ' ', 'old']],
    [{ guide: 'b' as GuideId }, ['old']],
    [{ kind: 'ask' }, [' ']],
    [{ tag: 'x' }, ['do']],
    [{ state: 'archived' }, ['away']],
    [{ state: 'unchanged' }, ['do', ' ', 'old']],
    [{ words: 'with' }, ['do', 'old']],
    [{ words: 'without' }, [' ']],
    [{ span: 'day' }, ['do']],
    [{ span: 'week' }, ['do', ' ']],
    [{ span: 'year', kind: 'important' }, []],
  ])('%j', (filter, expected) => expect(listed(items, filter)).toEqual(expected));

  test('say of how many notes some are shown: what was put away is counted by itself', () =>
    expect([countAll(items, everyNote), countAll(items, { ...everyNote, state: 'archived' })]).toEqual([3, 1]));
  test('offer what there is', () =>
    expect(choicesOf(items)).toEqual({
      guides: [
        { guide: 'a', title: 'a' },
        { guide: 'b', title: 'b' },
      ],
      tags: ['x'],
      archived: 1,
    }));
  test('are known to be set, each alone', () => {
    const changed: NoteFilter = { typed: 'a', guide: 'a' as GuideId, kind: 'do', tag: 'x', state: 'moved', words: 'with', span: 'day' };
    expect(isNarrowed(everyNote)).toBe(false);
    for (const name of Object.keys(everyNote) as (keyof NoteFilter)[])
      expect(isNarrowed({ ...everyNote, [name]: changed[name] })).toBe(true);
  });
  test('find nothing that is not there, whatever is set', () =>
    fc.assert(
      fc.property(
        fc.record({ typed: fc.constantFrom('', 'a', 'old'), words: fc.constantFrom('any' as const, 'with' as const, 'without' as const) }),
        fc.constantFrom<NoteOrder>('guide', 'newest', 'changed', 'oldest'),
        (filter, order) => {
          const found = listNotes(items, { ...everyNote, ...filter }, order, now);
          expect(new Set(found).size).toBe(found.length);
          for (const item of found) expect(items).toContain(item);
        },
      ),
    ));
});

test('a guide of which only the beginning is shown says how many notes it has', () => {
  const items = itemsOf({ guides: [on('a', [sampleNote(), sampleNote()]), on('b', [sampleNote(), sampleNote()])] });
  expect(groupNotes(items, 3).map(({ guide, items: shown, count }) => [guide, shown.length, count])).toEqual([
    ['a', 2, 2],
    ['b', 1, 2],
  ]);
  expect(groupNotes(items, 2)).toHaveLength(1);
});

describe('rows', () => {
  const items = itemsOf({ guides: [on('a', [sampleNote(), sampleNote(), sampleNote(), sampleNote()])] });
  const [a, b, c, d] = items.map(({ key }) => key) as [string, string, string, string];
  test('are named by guide and note', () => expect(keyOf((items[0] as NoteItem).note)).toBe(a));
  test('are ticked one by one, by the range and all at once', () => {
    expect([...toggleTick(new Set([a]), b)]).toEqual([a, b]);
    expect([...toggleTick(new Set([a]), a)]).toEqual([]);
    expect([...tickRange(new Set([d]), items, d, b)].sort()).toEqual([b, c, d].sort());
    expect([...tickRange(new Set([a, b, c]), items, d, b)]).toEqual([a]);
    expect([...tickRange(new Set(), items, 'gone', b)]).toEqual([b]);
    expect(tickAll(new Set([a]), items).size).toBe(4);
    expect(tickAll(tickAll(new Set(), items), items).size).toBe(0);
  });
  test('are stepped through, and the ends hold', () => {
    expect([stepRow(items, a, 1), stepRow(items, a, -1), stepRow(items, d, 1), stepRow(items, null, 1), stepRow(items, null, -1)]).toEqual([
      b,
      a,
      d,
      a,
      d,
    ]);
    expect(stepRow([], null, 1)).toBeNull();
  });
  test('that go leave the place to the next one, else to the one before', () => {
    const without = (...gone: string[]) => items.filter(({ key }) => !gone.includes(key));
    expect(nearestRow(items, without(b), b)).toBe(c);
    expect(nearestRow(items, without(c, d), d)).toBe(b);
    expect(nearestRow(items, items, b)).toBe(b);
    expect(nearestRow(items, [], b)).toBeNull();
  });
});
