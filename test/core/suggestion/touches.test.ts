import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlockId } from '../../../content/core/base/ids.ts';
import { parseGuide } from '../../../content/core/guide/parse.ts';
import { wordsOnly } from '../../../content/core/suggestion/tokens.ts';
import { linedText, touchesOf } from '../../../content/core/suggestion/touches.ts';

const source = '---\nid: a\ntitle: A\n---\n\n# Head\n\nFirst line\nof a paragraph.\n\n- one\n- two\n\nLast.\n';
const { blocks } = parseGuide(source, '');
const ids = blocks.map((_, at) => `b${'abcdefg'[at]}aaaaaa` as BlockId);
const base = linedText(source, blocks, ids);
const touched = (next: string) =>
  touchesOf(base, next).map(({ blocks: inside, after, old, next: text }) => [
    inside.map((id) => id[1]).join(''),
    after?.[1] ?? '',
    old,
    text,
  ]);

describe('what a proposed text touches', () => {
  test('the blocks of the sample are told apart', () => {
    expect(blocks.map(({ text }) => text)).toEqual(['Head', 'First line of a paragraph.', 'one', 'two', 'Last.']);
  });

  test.each<[string, string, unknown[]]>([
    ['nothing', source, []],
    ['white space alone', source.replace('Last.', '\n\nLast.  '), []],
    ['other line ends', source.replaceAll('\n', '\r\n'), []],
    [
      'one line of a paragraph',
      source.replace('of a', 'of one'),
      [['b', '', 'First line\nof a paragraph.', 'First line\nof one paragraph.']],
    ],
    [
      'two lines of one paragraph',
      source.replace('First', '1st').replace('of a', 'of one'),
      [['b', '', 'First line\nof a paragraph.', '1st line\nof one paragraph.']],
    ],
    [
      'a line put into a paragraph',
      source.replace('line\n', 'line\nand more\n'),
      [['b', '', 'First line\nof a paragraph.', 'First line\nand more\nof a paragraph.']],
    ],
    ['one item of a list', source.replace('two', '2'), [['d', '', '- two', '- 2']]],
    ['an item put in', source.replace('- two', '- between\n- two'), [['', 'c', '', '- between']]],
    ['a paragraph put in', source.replace('Last.', 'New.\n\nLast.'), [['', 'd', '', 'New.']]],
    ['a paragraph put first', source.replace('# Head', 'New.\n\n# Head'), [['', '', '', 'New.']]],
    ['a paragraph put last', `${source}\nNew.\n`, [['', 'e', '', 'New.']]],
    ['a block taken out', source.replace('- two\n', ''), [['d', '', '- two', '']]],
    ['front matter', source.replace('title: A', 'title: B'), [['', '', 'title: A', 'title: B']]],
    [
      'two blocks apart',
      source.replace('Head', 'Top').replace('Last', 'End'),
      [
        ['a', '', '# Head', '# Top'],
        ['e', '', 'Last.', 'End.'],
      ],
    ],
    ['two blocks at once', source.replace('- one\n- two', '- both'), [['cd', '', '- one\n- two', '- both']]],
  ])('%s', (_, next, expected) => {
    const found = touched(next).map(([inside, after, old, text]) => [inside, after, old, text?.trimStart()]);
    expect(found).toEqual(expected);
  });

  test('blocks that are gone today have no name', () => {
    const none = linedText(source, blocks, []);
    expect(touchesOf(none, source.replace('Last', 'End'))).toEqual([
      { blocks: [], after: null, old: 'Last.', next: 'End.', lines: [13, 14] },
    ]);
  });

  test('no word comes, goes or is counted twice: what is taken out and put in makes the one text into the other', () => {
    const line = fc.constantFrom(
      '# Head',
      '',
      'First line',
      'of a paragraph.',
      '- one',
      '- two',
      '  nested',
      'Last.',
      '| a | b |',
      '> quote',
    );
    const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parsed = parseGuide(before, '');
        const touches = touchesOf(
          linedText(
            before,
            parsed.blocks,
            parsed.blocks.map((_, at) => `b${'abcdefghijklmnopq'[at]}aaaaaa` as BlockId),
          ),
          after,
        );
        const words = (texts: readonly string[]) => texts.flatMap(wordsOnly).sort();
        expect(words([before, ...touches.map(({ next }) => next)])).toEqual(words([after, ...touches.map(({ old }) => old)]));
      }),
      { numRuns: 500 },
    );
  });
});
