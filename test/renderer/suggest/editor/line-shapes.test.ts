import { expect, test } from 'vitest';
import { pieces } from '../../../../renderer/suggest/editor/language.ts';
import { isBlank, lineShapes } from '../../../../renderer/suggest/editor/line-shapes.ts';
import { stateOf } from '../../../support/editor-state.ts';

/** The classes of each line; `at` is the line of the caret. */
function classes(text: string, at = 0): readonly string[] {
  const { doc } = stateOf(text);
  const { lines } = lineShapes(doc, pieces(stateOf(text), 0, doc.length), 0, doc.length, new Set(at === 0 ? [] : [at]));
  return Array.from(
    { length: doc.lines },
    (_, line) => lines.find((shape) => shape.at === doc.line(line + 1).from)?.classes.join(' ') ?? '',
  );
}

test.each([
  ['between paragraphs', 'a\n\nb', ['', 'ed-gap ed-space-gap', '']],
  ['several blank lines are one gap', 'a\n\n\nb', ['', 'ed-gap ed-space-gap', 'ed-gap ed-space-none', '']],
  ['before a heading', 'a\n\n## b', ['', 'ed-gap ed-space-h2', 'ed-heading ed-h2']],
  ['after a heading', '## a\n\nb', ['ed-heading ed-h2', 'ed-gap ed-space-close', '']],
  ['after a heading without a blank line', '## a\nb', ['ed-heading ed-h2', 'ed-starts ed-space-close']],
  ['a heading below a heading', '## a\n\n### b', ['ed-heading ed-h2', 'ed-gap ed-space-close-h3', 'ed-heading ed-h3']],
  ['items', '- a\n- b', ['ed-list ed-depth-1', 'ed-list ed-depth-1 ed-starts ed-space-item']],
  ['an item that goes on', '- a\n  b', ['ed-list ed-depth-1', 'ed-list ed-depth-1']],
  ['two lists', '- a\n\n1. b', ['ed-list ed-depth-1', 'ed-gap ed-space-gap', 'ed-list ed-depth-1']],
  ['boxes', '- [ ] a', ['ed-list ed-depth-1 ed-task']],
  ['a callout', 'a\n\n> [!must] T\n> b', ['', 'ed-gap ed-space-callout', 'ed-callout-title', 'ed-starts ed-space-tight']],
  ['paragraphs in a callout', '> [!must]\n> a\n>\n> b', ['ed-callout-title', 'ed-starts ed-space-tight', 'ed-gap ed-space-tight', '']],
  ['before a table', 'a\n\n| b |\n|---|', ['', 'ed-gap ed-space-table', 'ed-table', 'ed-table']],
  ['lines of one paragraph', 'a\nb', ['', '']],
])('space: %s', (_name, text, expected) => expect(classes(text)).toEqual(expected));

test('a blank line that the caret stands in is a line, with a gap on both sides', () => {
  expect(classes('a\n\n\n\nb', 3)).toEqual(['', 'ed-gap ed-space-gap', '', 'ed-gap ed-space-gap', '']);
});

test('gaps reach from the words before to the words after', () => {
  const { doc } = stateOf('a\n\nb');
  expect(lineShapes(doc, [], 0, doc.length, new Set()).gaps).toEqual([{ from: 1, to: 3 }]);
});

test('a line with nothing but the sign of a quote is blank', () =>
  expect(['', '  ', '>', '> > ', '> a'].map(isBlank)).toEqual([true, true, true, true, false]));
