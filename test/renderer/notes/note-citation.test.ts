import { expect, test } from 'vitest';
import { citeNote } from '../../../renderer/notes/note-citation.ts';
import { sampleDocument } from '../../support/library-samples.ts';
import { sampleNote } from '../../support/notes.ts';

const guide = sampleDocument('house-rules');

test('a highlight is its words with their source', () => {
  const { text, html } = citeNote(sampleNote(), guide, 'Hide or delete');
  expect(text).toBe(
    '“hide, then”\nNational Guides, Facebook: Guide house-rules, section “Hide or delete”, version 1.0, edition of 4 March 2026, Facebook working group.\nguides://guide/house-rules#baaaaaaa\n',
  );
  expect(html).not.toContain('My note');
});

test('what was written follows, and is text whatever it holds', () => {
  const { text, html } = citeNote(sampleNote({ text: 'Ask **Sam** <b>\nnow' }), guide, null);
  expect(text).toContain('\n\nMy note: Ask **Sam** <b>\nnow\n');
  expect(html).toContain('<p>My note: Ask **Sam** &lt;b&gt;<br>now</p>');
});
