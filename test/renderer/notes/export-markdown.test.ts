import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { exportMarkdown, light, plain } from '../../../renderer/notes/export-markdown.ts';
import type { ExportedNote, ExportedNotes } from '../../../renderer/notes/export-model.ts';

// A reader that takes more for markup than ours does.
const reader = new MarkdownIt({ html: true });
const note: ExportedNote = {
  quote: 'Hide a comment',
  before: null,
  highlight: 'do',
  kind: 'To do',
  words: 'Ours is **Monday**',
  facts: [['Kind', 'To do']],
  link: 'guides://guide/house-rules#baaaaaaa',
};
const pageOf = (...notes: readonly ExportedNote[]): ExportedNotes => ({
  title: 'My notes',
  intro: 'Private.',
  guides: [
    { guide: 'house-rules' as ExportedNotes['guides'][number]['guide'], title: 'House rules', sections: [{ heading: 'Hide', notes }] },
  ],
  count: notes.length,
});
const typesIn = (markdown: string): readonly string[] =>
  reader.parse(markdown, {}).flatMap((token) => [token.type, ...(token.children ?? []).map(({ type }) => type)]);

describe('notes as Markdown', () => {
  test('are the same for the same notes, to the letter', () => {
    expect(exportMarkdown(pageOf(note))).toBe(
      `# My notes

Private.

## House rules

### Hide

> Hide a comment

Ours is **Monday**

**Kind:** To do\\
**Link:** <guides://guide/house-rules#baaaaaaa>

---
`,
    );
  });

  test('keep the lines of a quote, and show the words that it was made on', () => {
    const markdown = exportMarkdown(pageOf({ ...note, quote: 'One\tTwo\nThree', before: 'Old *words*' }));
    expect(markdown).toContain('> One · Two\\\n> Three');
    expect(markdown).toContain('> Old \\*words\\*');
  });

  test('keep a list that a note ends with apart from what is said of it', () => {
    const types = typesIn(exportMarkdown(pageOf({ ...note, words: '- one\n- two' })));
    expect(types.filter((type) => type === 'list_item_open')).toHaveLength(2);
  });

  test.each(['# not a heading', '* a *b* _c_ `d` [e](f) <g> | h', '1. one', '- a', '+ b', '=', '![x](y)', '&amp; \\ ~~s~~', 'a\nb'])(
    'show %j of a guide as it stands',
    (text) => {
      const shown = reader.renderInline(plain(text));
      expect(shown).toBe(new MarkdownIt().utils.escapeHtml(text.replace(/\s+/g, ' ')));
      expect(typesIn(plain(text)).filter((type) => !/^(paragraph|inline|text)/.test(type))).toEqual([]);
    },
  );

  test('keep bold, lists, quotes, code, links and lines of a note', () => {
    const words = '**bold** and `code`\nsecond line\n\n- one\n- two\n\n> said\n\nhttps://example.org [x](https://example.org)';
    expect(typesIn(light(words))).toEqual(typesIn(words).map((type) => type.replace('softbreak', 'hardbreak')));
  });

  const hostile = fc.array(
    fc.constantFrom(
      '<script>',
      '</p>',
      '<!--',
      '![a](b)',
      '```',
      '~~~',
      '# ',
      '=',
      '---',
      '- ',
      '1. ',
      '> ',
      '|',
      ':-',
      '`',
      '\n',
      '    ',
      '[a]: b',
      'word',
      ' ',
      '\\',
      '<https://a.b>',
    ),
    { maxLength: 14 },
  );
  test('of any words hold no headings, pictures, tables, fences or html of theirs', () => {
    const wrong = /^(?:heading_open|html_block|html_inline|image|table_open|fence)$/;
    fc.assert(
      fc.property(hostile, (parts) => {
        const markdown = light(parts.join(''));
        expect(typesIn(markdown).filter((type) => wrong.test(type))).toEqual([]);
        // What follows a note stays what it is.
        expect(typesIn(`${markdown}\n\n# After`)).toContain('heading_open');
      }),
      { numRuns: 3_000 },
    );
  });
});
