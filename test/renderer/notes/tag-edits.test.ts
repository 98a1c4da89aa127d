import { expect, test } from 'vitest';
import { noteLimits } from '../../../content/core/annotation/model.ts';
import { tidyTag, withoutTag, withTag } from '../../../renderer/notes/tag-edits.ts';

test.each([
  ['  shift B ', 'shift B'],
  ['#urgent', 'urgent'],
  [' # \n', ''],
  ['two\n lines', 'two lines'],
  ['x'.repeat(500), 'x'.repeat(noteLimits.tag)],
])('"%s" is kept as "%s"', (typed, kept) => expect(tidyTag(typed)).toBe(kept));

test('a tag is added once, however it is spelt, and never one too many', () => {
  const full = Array.from({ length: noteLimits.tags }, (_, at) => `tag ${at}`);
  expect([withTag(['a'], 'b'), withTag(['Shift'], 'shift'), withTag(['a'], ' '), withTag(full, 'b')]).toEqual([
    ['a', 'b'],
    null,
    null,
    null,
  ]);
});

test('a tag is taken away where it is', () => {
  expect([withoutTag(['a', 'b'], 'a'), withoutTag(['a'], 'b')]).toEqual([['b'], null]);
});
