import { expect, test } from 'vitest';
import { parseGuide } from '../../../../content/core/guide/parse.ts';
import { bodyOf, templateOf, withBody, withSummary, withTitle } from '../../../../renderer/suggest/one/new-guide.ts';

const template = templateOf('How to close an account: “X”', 'x' as never);

test('a template has its title, its channel, headings to fill, and nothing that a group decides', () => {
  const { meta, outline } = parseGuide(template, '');
  expect(meta).toMatchObject({
    title: 'How to close an account: “X”',
    channel: 'x',
    status: 'draft',
    approved: null,
    approvedBy: null,
    summary: '',
  });
  expect(outline.map(({ text }) => text)).toEqual(['What it is for', 'Who it is for', 'What to do', 'What not to do', 'Where to get help']);
});

test('title, summary and text change by themselves', () => {
  const after = withSummary(withTitle(withBody(template, '## One\n\nWords.\n'), 'Another: title'), 'One line');
  expect(parseGuide(after, '').meta).toMatchObject({ title: 'Another: title', summary: 'One line', channel: 'x' });
  expect(bodyOf(after)).toBe('## One\n\nWords.\n');
  expect(bodyOf(withBody(after, ''))).toBe('');
});
