import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsOf, sameDress } from '../../../../renderer/suggest/editor/runs.ts';

const words = (text: string): string =>
  runsOf(text)
    .map((run) => run.text)
    .join('');

test.each([
  ['plain words', 'two words', 'two words'],
  ['bold and italic without their signs', 'a **bold** *word*', 'a bold word'],
  ['a link without its address', 'see [the rules](guide:house-rules "x") now', 'see the rules now'],
  ['words in brackets that are no link', 'the [first] one', 'the [first] one'],
  ['code without its signs', 'type `gh *x*` here', 'type gh *x* here'],
  ['a sign that was meant as a word', '2 \\* 3', '2 * 3'],
  ['a footnote as one word', 'done.[^P1]', 'done.[^P1]'],
  ['a line that goes on as a space', 'one\ntwo', 'one two'],
  ['paragraphs as a line end', 'one\n\ntwo', 'one\ntwo'],
  ['items as a line end each', '- one\n- two\n   - three', 'one\ntwo\nthree'],
  ['a checklist without its boxes', '- [ ] one\n- [x] two', 'one\ntwo'],
  ['a heading without its sign', '## One\n\nTwo', 'One\nTwo'],
  ['a heading right below words', 'One\n## Two', 'One\nTwo'],
  ['a callout: its word, its title, its text', '> [!must] Title\n> text\n> more\n>\n> last', '[!must]Title\ntext more\nlast'],
  ['a table row by row', '| a | b |\n|---|---|\n| c | d |', 'a | b\nc | d'],
  ['tags as words', 'a <b>c</b>', 'a <b>c</b>'],
])('%s', (_name, text, seen) => expect(words(text)).toBe(seen));

test('a word knows its dress and where its link leads', () => {
  const [bold, , link] = runsOf('**x** [y](guide:z)');
  expect(bold?.dress).toEqual({ styles: ['strong'], target: '' });
  expect(link?.dress).toEqual({ styles: ['link'], target: 'guide:z' });
});

test('dress inside dress is both', () => {
  expect(runsOf('**a *b***').at(-1)?.dress.styles).toEqual(['em', 'strong']);
});

test('two dresses are the same by what is seen', () => {
  expect(sameDress({ styles: ['em'], target: '' }, { styles: ['em'], target: '' })).toBe(true);
  expect(sameDress({ styles: [], target: 'a' }, { styles: [], target: 'b' })).toBe(false);
});

test('every run is where it says, in order and without overlap, in any text', () => {
  const markdown = fc.array(
    fc.constantFrom(
      'a',
      'b ',
      '**',
      '*',
      '`',
      '[x](y)',
      '[^P1]',
      '> ',
      '- ',
      '1. ',
      '## ',
      '\n',
      '\n\n',
      '[!must] ',
      '| a | b |\n',
      '|---|---|\n',
      '\\',
      '![p](q)',
      '<i>',
      '  ',
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(markdown, (parts) => {
      const text = parts.join('');
      let at = 0;
      for (const run of runsOf(text)) {
        expect(run.from).toBeGreaterThanOrEqual(at);
        expect(run.to).toBeGreaterThan(run.from);
        if (/\S/.test(run.text)) expect(text.slice(run.from, run.to).trimEnd()).toBe(run.text);
        at = run.to;
      }
      expect(at).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});
