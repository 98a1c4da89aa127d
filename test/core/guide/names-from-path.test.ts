import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGuideId } from '../../../content/core/base/ids.ts';
import { idFromPath, idFromText, shorten, titleFromPath } from '../../../content/core/guide/names-from-path.ts';

test.each([
  ['news/2014-05-27-Video_Blog.md', '2014-05-27-video-blog', 'Video Blog'],
  ['topics/design/_index.md', 'design', 'Design'],
  ['a\\b\\index.MD', 'b', 'B'],
  ['README.md', 'readme', 'README'],
  ['Heddlu ŵ.md', 'heddlu-w', 'Heddlu ŵ'],
  ['.md', 'guide', 'Untitled'],
  ['日本.md', 'guide', '日本'],
  ['', 'guide', 'Untitled'],
])('%s', (path, id, title) => {
  expect(idFromPath(path)).toBe(id);
  expect(titleFromPath(path)).toBe(title);
});

test('law: any text gives a valid id', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => isGuideId(idFromText(text))));
});

test('long text is cut at a word', () => {
  expect(shorten('one two three', 20)).toBe('one two three');
  expect(shorten('one two three', 10)).toBe('one two…');
  expect(shorten('👮👮👮', 4)).toBe('👮…');
});
