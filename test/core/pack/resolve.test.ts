import { expect, test } from 'vitest';
import { createResolver } from '../../../content/core/pack/resolve.ts';

const { find } = createResolver([
  'content/news/2014/2014-05-27-video-blog.md',
  'content/topics/design/_index.md',
  'content/topics/research/_index.md',
  'a/notes.md',
  'b/notes.md',
  'assets/My Logo.png',
  'README.md',
]);

test.each([
  ['2014-05-27-video-blog.md', 'a/notes.md', 'content/news/2014/2014-05-27-video-blog.md'],
  ['/news/2014/video-blog/', 'a/notes.md', 'content/news/2014/2014-05-27-video-blog.md'],
  ['/topics/design', 'a/notes.md', 'content/topics/design/_index.md'],
  ['../design/#colour', 'content/topics/research/_index.md', 'content/topics/design/_index.md'],
  ['notes.md', 'a/other.md', 'a/notes.md'],
  ['notes.md', 'c/other.md', null],
  ['/assets/my%20logo.png?v=2', 'a/notes.md', 'assets/My Logo.png'],
  ['Design.html', 'a/notes.md', 'content/topics/design/_index.md'],
  ['../../../../README.md', 'a/notes.md', 'README.md'],
  ['#part', 'a/notes.md', null],
  ['https://a.example/topics/design', 'a/notes.md', null],
  ['//a.example/design', 'a/notes.md', null],
  ['..\\design', 'a/notes.md', null],
  ['mailto:a@b', 'a/notes.md', null],
  ['%E0%A4%A', 'a/notes.md', null],
  ['', 'a/notes.md', null],
  ['/', 'a/notes.md', null],
])('%s in %s', (href, from, path) => expect(find(href, from)).toBe(path));

test('names such as __proto__ are names', () => {
  expect(createResolver([]).find('__proto__', 'a.md')).toBeNull();
  expect(createResolver(['constructor.md']).find('constructor', 'a.md')).toBe('constructor.md');
});
