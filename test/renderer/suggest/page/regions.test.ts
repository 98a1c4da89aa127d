import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGuide } from '../../../../content/core/guide/parse.ts';
import { follow, levelOf, putText, textAt, unitOfBlock, unitsIn, unitsOf } from '../../../../renderer/suggest/page/regions.ts';
import { guideFiles } from '../../../support/guide-files.ts';

const front = '---\ntitle: A\n---\n\n';
const sample = `${front}One
two.

## Heading

- a
  - inner

    more of a
- b

| A | B |
| - | - |
| 1 | 2 |

> [!must] Title
> Words.
>
> - item

> Said.

\`\`\`
code

more
\`\`\`

![A picture](a.png)

Text with a note.[^1]

***

Last.

[^1]: The note.

    Its second paragraph.
`;

describe('the pieces of a guide', () => {
  const units = unitsOf(sample);

  test('are whole structures, by name', () => {
    expect(units.map(({ name }) => name)).toEqual([
      ...['paragraph', 'heading', 'list', 'table', 'callout', 'quote', 'code', 'image', 'paragraph', 'paragraph', 'footnote'],
    ]);
  });

  test('have their words without the lines around them', () => {
    expect(units[0]?.text).toBe('One\ntwo.');
    expect(units[2]?.text).toBe('- a\n  - inner\n\n    more of a\n- b');
    expect(units.at(-1)?.text).toBe('[^1]: The note.\n\n    Its second paragraph.');
  });

  test('hold every block once', () => {
    const { blocks } = parseGuide(sample, '');
    expect([...units.flatMap((unit) => unit.blocks)].sort((a, b) => a - b)).toEqual(blocks.map((_, at) => at));
    expect(units[unitOfBlock(units, 3)]?.name).toBe('list');
    expect(unitOfBlock(units, 999)).toBe(-1);
  });

  test('of a note whose words begin below its mark take the mark as well', () => {
    const [, note] = unitsOf('Text.[^a]\n\n[^a]:\n    Words.\n');
    expect(note?.text).toBe('[^a]:\n    Words.');
  });

  test('of a note in a list is the list', () => {
    expect(unitsOf('- a[^1]\n\n  [^1]: note\n- b\n').map(({ name, blocks }) => [name, blocks.length])).toEqual([['list', 3]]);
  });

  test.each(['\r\n', '\r', '\n'])('are the same with lines that end in %j, and with a byte order mark', (end) => {
    const other = unitsOf(`\ufeff${sample.replaceAll('\n', end)}`);
    expect(other.map(({ name, text }) => [name, text])).toEqual(units.map(({ name, text }) => [name, text]));
  });

  test('nothing has none', () => {
    expect([unitsOf(''), unitsOf(front)]).toEqual([[], []]);
  });

  test('of every guide of ours hold all its blocks, in order and side by side', () => {
    const sources = guideFiles();
    expect(sources.length).toBeGreaterThan(5);
    for (const source of sources) {
      const found = unitsOf(source);
      const { blocks } = parseGuide(source, '');
      expect([...found.flatMap((unit) => unit.blocks)].sort((a, b) => a - b)).toEqual(blocks.map((_, at) => at));
      for (const [at, unit] of found.entries()) expect(unit.from).toBeGreaterThanOrEqual(found[at - 1]?.to ?? 0);
    }
  });
});

const words = fc
  .array(fc.constantFrom('a', 'bb', '\n', '\n\n', '- x', '> q', '## h', '|', '    ', '[^1]', '[^1]: n', '```', ' ', '\r\n'), {
    maxLength: 24,
  })
  .map((parts) => parts.join(''));

describe('putting a text back', () => {
  test('that was not changed gives the very same file', () => {
    fc.assert(
      fc.property(words, (source) => {
        for (const unit of unitsOf(source)) expect(putText(source, unit, unit.text).source).toBe(source);
      }),
    );
  });

  test('never changes what lies outside', () => {
    fc.assert(
      fc.property(words, fc.nat(), words, (source, pick, text) => {
        const units = unitsOf(source);
        const unit = units[pick % Math.max(units.length, 1)];
        if (!unit) return;
        const put = putText(source, unit, text);
        expect(put.source.startsWith(source.slice(0, unit.from))).toBe(true);
        expect(put.source.endsWith(source.slice(unit.to))).toBe(true);
        expect(textAt(put.source, put.at)).toBe(text.replace(/\r\n?/g, '\n'));
      }),
    );
  });

  test('ends its lines as the file does', () => {
    const source = 'One\r\n\r\nTwo\r\n';
    const [unit] = unitsOf(source);
    expect(unit && putText(source, unit, 'A\nB').source).toBe('A\r\nB\r\n\r\nTwo\r\n');
  });
});

test('a stretch is followed through what changes before, in and behind it', () => {
  const at = { from: 4, to: 7 };
  expect(follow(at, 'abc def ghi', 'abc def ghi')).toEqual(at);
  expect(follow(at, 'abc def ghi', 'abbc def ghi')).toEqual({ from: 5, to: 8 });
  expect(follow(at, 'abc def ghi', 'abc dXef ghi')).toEqual({ from: 4, to: 8 });
  expect(follow(at, 'abc def ghi', 'abc def gh')).toEqual(at);
  expect(follow(at, 'abc def ghi', 'abXYZhi')).toBeNull();
});

test('pieces in a stretch are those that share a letter with it', () => {
  const units = unitsOf('One\n\nTwo\n\nThree\n');
  expect(unitsIn(units, { from: 5, to: 8 })).toEqual([1]);
  expect(unitsIn(units, { from: 0, to: 8 })).toEqual([0, 1]);
  expect(unitsIn(units, { from: 4, to: 4 })).toEqual([]);
});

test.each([
  ['## Two', 2],
  ['### Three', 3],
  ['# One', 2],
  ['Underlined\n---', 2],
  ['####### Seven', 2],
] as const)('the level of %j is %i', (heading, level) => expect(levelOf(heading)).toBe(level));
