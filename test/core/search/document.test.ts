import { expect, test } from 'vitest';
import type { BlockId, ChannelId, GuideId } from '../../../content/core/base/ids.ts';
import { parseGuide } from '../../../content/core/guide/parse.ts';
import { documentOf } from '../../../content/core/search/document.ts';

const summary = { id: 'x-setup' as GuideId, channel: 'x' as ChannelId, title: 'Set up X', summary: 'How.' };
const ids = (count: number) => Array.from({ length: count }, (_, at) => `baaaaaa${'abcdefgh'[at]}` as BlockId);

test('sections keep their headings, and each block its id and place', () => {
  const parsed = parseGuide('Before.\n\n## First\n\nOne.\n\n- Two\n- Three', 'x.md', { mode: 'lenient' });
  const document = documentOf(summary, parsed, ids(5));
  expect(document.sections).toEqual([
    { block: null, heading: '', level: 0, text: 'Before.\n', blocks: [{ id: 'baaaaaaa', start: 0 }] },
    {
      block: 'baaaaaab',
      heading: 'First',
      level: 2,
      text: 'One.\nTwo\nThree\n',
      blocks: [
        { id: 'baaaaaac', start: 0 },
        { id: 'baaaaaad', start: 5 },
        { id: 'baaaaaae', start: 9 },
      ],
    },
  ]);
});

test('a block without an id is still searched, and lands on the top', () => {
  const parsed = parseGuide('## First\n\nOne.', 'x.md', { mode: 'lenient' });
  expect(documentOf(summary, parsed, []).sections[0]).toMatchObject({ block: null, blocks: [{ id: null, start: 0 }] });
});

test('footnotes are searched as a section of their own', () => {
  const parsed = parseGuide('Text.[^1]\n\n[^1]: The note.', 'x.md', { mode: 'lenient' });
  expect(documentOf(summary, parsed, ids(2)).sections.map((section) => [section.heading, section.text])).toEqual([
    ['', 'Text.\n'],
    ['', 'The note.\n'],
  ]);
});

test('the cells of a table stay apart in the text that snippets are cut from', () => {
  const parsed = parseGuide('| You see | Do |\n| --- | --- |\n| Abuse | Hide |', 'x.md', { mode: 'lenient' });
  expect(documentOf(summary, parsed, ids(1)).sections[0]?.text).toBe('You see · Do · Abuse · Hide\n');
});
