import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DiffPart } from '../../../content/core/lineage/diff-words.ts';
import { cardFate, shorten } from '../../../renderer/notes/fate-model.ts';
import { sampleNote } from '../../support/notes.ts';

const { anchor } = sampleNote();
const part = { block: 'baaaaaaa' as never, from: 0, to: 4 };
const shownAs = (fate: 'unchanged' | 'reworded' | 'moved' | 'gone', own: Parameters<typeof sampleNote>[0], parts = [part]) =>
  cardFate({ note: sampleNote({ fate, ...own }), parts, fate });

test('words that changed are shown beside what they were, until it was seen', () => {
  const before = { ...anchor, exact: 'hide it first' };
  expect(shownAs('reworded', { before, anchor: { ...anchor, exact: 'hide it now' } })).toEqual({
    kind: 'reworded',
    parts: [
      { kind: 'same', text: 'hide it ' },
      { kind: 'removed', text: 'first' },
      { kind: 'added', text: 'now' },
    ],
  });
  expect(shownAs('reworded', { before: null })).toBeNull();
});

test('what moved says so; what is not on the page says what its words were', () => {
  expect(shownAs('moved', { before: anchor })).toEqual({ kind: 'moved' });
  expect(shownAs('gone', { before: { ...anchor, exact: 'old words' } }, [])).toEqual({ kind: 'gone', words: 'old words' });
  expect(shownAs('gone', { before: null }, [])).toEqual({ kind: 'gone', words: anchor.exact });
  expect(shownAs('unchanged', {})).toBeNull();
});

const long = 'word '.repeat(60);
test('of what stayed, only the ends beside a change are left', () => {
  const [first, , middle, , last] = shorten([
    { kind: 'same', text: long },
    { kind: 'added', text: 'x ' },
    { kind: 'same', text: long },
    { kind: 'removed', text: 'y ' },
    { kind: 'same', text: long },
  ]);
  expect(first?.text).toMatch(/^… (?:word )+$/);
  expect(middle?.text).toMatch(/^(?:word )+… (?:word )+$/);
  expect(last?.text).toMatch(/^(?:word )+… $/);
});

test('law: changes are never cut, and nothing becomes longer', () => {
  const parts: fc.Arbitrary<readonly DiffPart[]> = fc.array(
    fc.record({ kind: fc.constantFrom('same', 'removed', 'added'), text: fc.string({ maxLength: 300 }) }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(parts, (before) => {
      const after = shorten(before);
      before.forEach((each, at) => {
        if (each.kind !== 'same') expect(after[at]).toEqual(each);
        expect(after[at]?.text.length).toBeLessThanOrEqual(each.text.length);
      });
    }),
  );
});
