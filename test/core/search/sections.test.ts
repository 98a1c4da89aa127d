import { expect, test } from 'vitest';
import { ask, blockAt, guide, library, marked } from './small-library.ts';

const from = library([
  guide(
    'a',
    [
      '# Set up a page',
      '> How to begin',
      'Opening about passwords.',
      '## Roles',
      'Who may post.',
      'An administrator may change the password.',
      '## Password rules',
      'Long and secret.',
      '## Recovery',
      'Codes replace a lost password.',
      '## Devices',
      'Locked with a password.',
    ].join('\n'),
  ),
  guide('b', '# Only a title about badges\nText.'),
  guide('c', '# Third\n> A summary that says sunflower'),
]);
const sections = (text: string) => ask(from, text).hits[0]?.sections ?? [];

test('the section whose heading has the word comes first, and a person lands on the heading', () => {
  expect(sections('password')[0]).toMatchObject({ heading: 'Password rules', block: blockAt(6), snippet: 'Long and secret.' });
});

test('three sections are shown and the others counted', () => {
  const [hit] = ask(from, 'password').hits;
  expect(hit?.sections).toHaveLength(3);
  expect(hit?.more).toBe(2);
});

test('a person lands on the block that has all the words, not on the heading above', () => {
  const [section] = sections('administrator password');
  expect(section).toMatchObject({ heading: 'Roles', block: blockAt(5) });
  expect(marked(section?.snippet ?? '', section?.marks ?? [])).toEqual(['administrator', 'password']);
});

test('text before the first heading is shown under the title', () => {
  expect(sections('opening')[0]).toMatchObject({ heading: 'Set up a page', block: blockAt(2), snippet: 'Opening about passwords.' });
});

test('a guide found by its title shows its beginning', () => {
  const [hit] = ask(from, 'badges').hits;
  expect(hit).toMatchObject({ more: 0, sections: [{ block: null, heading: 'Only a title about badges', snippet: 'Text.' }] });
  expect(marked(hit?.title ?? '', hit?.titleMarks ?? [])).toEqual(['badges']);
});

test('a summary is shown when it has the word', () => {
  expect(sections('sunflower')[0]).toMatchObject({ block: null, snippet: 'A summary that says sunflower' });
});

test('a heading typed whole comes first', () => expect(sections('recovery')[0]).toMatchObject({ heading: 'Recovery', block: blockAt(8) }));

test('a footnote stands under the guide itself, not under its last heading, and is landed on', () => {
  const [hit] = ask(
    library([guide('rules', '# House rules\n## Read next\nOther guides.\n[^]\nStandards of one force.')]),
    'standards',
  ).hits;
  expect(hit?.sections).toMatchObject([{ heading: 'House rules', block: blockAt(4), snippet: 'Standards of one force.' }]);
});
