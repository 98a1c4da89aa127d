import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCompare } from '../../../../renderer/suggest/editor/word-changes.ts';

/** `-gone-` and `+come+` in the newer text; `~` around words of another dress. */
function told(old: string, next: string): string {
  let [text, at] = ['', 0];
  for (const change of createCompare()(old, next)) {
    text += next.slice(at, change.from);
    if (change.kind === 'dress') text += `~${next.slice(change.from, change.to)}~`;
    else {
      if (change.deleted !== '') text += `-${change.deleted}-`;
      if (change.to > change.from) text += `+${next.slice(change.from, change.to)}+`;
    }
    at = change.to;
  }
  return text + next.slice(at);
}

test.each([
  ['a word in place of another', 'The quick fox.', 'The slow fox.', 'The -quick-+slow+ fox.'],
  ['words that came', 'one three', 'one two three', 'one +two +three'],
  ['words that went', 'one two three', 'one three', 'one -two -three'],
  ['neighbours are one change', 'see one two now', 'see three four now', 'see -one two-+three four+ now'],
  ['a sign that nobody sees is no word', 'a bold word', 'a **bold** word', 'a **~bold~** word'],
  ['a link that leads elsewhere', 'see [it](guide:a)', 'see [it](guide:b)', 'see [~it~](guide:b)'],
  ['lines that were only filled anew', 'one two\nthree', 'one\ntwo three', 'one\ntwo three'],
  ['a paragraph that went', 'A\n\nB\n\nC', 'A\n\nC', 'A\n\n-B\n-C'],
  ['a paragraph that came', 'A\n\nC', 'A\n\nB\n\nC', 'A\n\n+B\n\n+C'],
  ['a paragraph that came at the end', 'A', 'A\n\nB', 'A+\n\nB+'],
  ['the last paragraph that went', 'A\n\nB', 'A', 'A-\nB-'],
  ['everything new', '', 'A b', '+A b+'],
  ['everything gone', 'A b', '', '-A b-'],
  ['a paragraph in two', 'A B', 'A\n\nB', 'A- -+\n\n+B'],
  [
    'a paragraph that went beside one that changed',
    'All of this goes away.\n\nHide it, do not delete it.',
    'Hide it, never delete it.',
    '-All of this goes away.-Hide it, -do not-+never+ delete it.',
  ],
  [
    'a paragraph that went before one that became a callout',
    'A\n\nAll of this goes away now.\n\nHide it, do not delete it.\n\nZ',
    'A\n\n> [!must]\n> Hide it, do not delete it.\n\nZ',
    'A\n\n-All of this goes away now.-> +[!must]\n+> Hide it, do not delete it.\n\nZ',
  ],
  ['an item between items', '- a\n- c', '- a\n- b\n- c', '- a\n+- b\n+- c'],
  ['a callout of another kind', '> [!must] x', '> [!should] x', '> -Must: -+[!should] +x'],
  ['a footnote that went', 'done.[^P1]', 'done.', 'done.-[P1]-'],
])('%s', (_name, old, next, expected) => expect(told(old, next)).toBe(expected));

const text = fc
  .array(
    fc.constantFrom(
      'one',
      'two',
      'three ',
      '**bold** ',
      '\n',
      '\n\n',
      '- item',
      '## ',
      '> ',
      '[a](guide:b) ',
      '| a | b |\n|---|---|\n',
      ' ',
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''));

test('changes stand in order, inside both texts, and only where the texts differ', () => {
  fc.assert(
    fc.property(text, text, (old, next) => {
      const changes = createCompare()(old, next);
      let [at, oldAt] = [0, 0];
      for (const { from, to, oldFrom, oldTo } of changes) {
        expect(from).toBeGreaterThanOrEqual(at);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(oldFrom).toBeGreaterThanOrEqual(oldAt);
        expect(oldTo).toBeGreaterThanOrEqual(oldFrom);
        [at, oldAt] = [to, oldTo];
      }
      expect(at).toBeLessThanOrEqual(next.length);
      expect(oldAt).toBeLessThanOrEqual(old.length);
      if (old === next) expect(changes).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('what is remembered of the last answer does not change the next', () => {
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 4 }), (base, versions) => {
      const compare = createCompare();
      for (const version of versions) expect(compare(base, version)).toEqual(createCompare()(base, version));
    }),
    { numRuns: 200 },
  );
});

test('a passage that is too long to compare is shown as gone and come', () => {
  const [old, next] = ['a ', 'b '].map((word) => word.repeat(4_000));
  const changes = createCompare()(old ?? '', next ?? '');
  expect(changes).toHaveLength(1);
});
