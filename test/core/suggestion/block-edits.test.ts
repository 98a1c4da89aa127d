import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlockId } from '../../../content/core/base/ids.ts';
import { parseGuide } from '../../../content/core/guide/parse.ts';
import { editsBetween } from '../../../content/core/suggestion/block-edits.ts';
import { guideMd } from '../../support/sources.ts';

const body =
  '## Hide\n\nHide the comment that is unkind to somebody.\n\n- Say why you did it.\n- Keep a picture of it.\n\n| a | b |\n| - | - |\n| c | d |\n';
const guide = (text: string) => guideMd('comments', 'facebook', text);
const idsOf = (source: string) =>
  parseGuide(source, '').blocks.map(
    (_, at) =>
      `b${'abcdefgh'.slice(0, 6)}${'abcdefghijklmnopqrstuvwxyz'[at % 26]}${'abcdefghijklmnopqrstuvwxyz'[Math.floor(at / 26)]}` as BlockId,
  );
const edits = (next: string, from = body) => editsBetween(guide(from), guide(next), idsOf(guide(from)));
const ids = idsOf(guide(body));
const blocks = (next: string) => edits(next).blocks;

describe('what changes, block by block', () => {
  test('nothing', () => expect(edits(body)).toEqual({ fields: [], blocks: [] }));

  test('a word of a paragraph', () => {
    expect(blocks(body.replace('unkind', 'abusive'))).toEqual([
      {
        change: 'changed',
        block: ids[1],
        after: ids[0],
        old: 'Hide the comment that is unkind to somebody.',
        next: 'Hide the comment that is abusive to somebody.',
      },
    ]);
  });

  test('marks alone', () => {
    expect(blocks(body.replace('unkind', '**unkind**'))).toMatchObject([{ change: 'changed', block: ids[1] }]);
  });

  test('an item of a list, a cell of a table, a heading', () => {
    expect(blocks(body.replace('picture', 'screenshot'))).toMatchObject([{ block: ids[3], old: '- Keep a picture of it.' }]);
    expect(blocks(body.replace('| d |', '| e |'))).toMatchObject([{ change: 'changed', block: ids[4] }]);
    expect(blocks(body.replace('## Hide', '## Hide or delete'))).toMatchObject([
      { change: 'changed', block: ids[0], next: '## Hide or delete' },
    ]);
  });

  test('a new paragraph, with what it stands after', () => {
    expect(blocks(body.replace('\n- Say', '\nTell your supervisor in the same shift.\n\n- Say'))).toEqual([
      { change: 'added', block: null, after: ids[1], old: '', next: 'Tell your supervisor in the same shift.' },
    ]);
  });

  test('a paragraph less', () => {
    expect(blocks(body.replace('- Say why you did it.\n', ''))).toEqual([
      { change: 'removed', block: ids[2], after: ids[1], old: '- Say why you did it.', next: '' },
    ]);
  });

  test('title and summary', () => {
    const old = guide(body);
    const next = old.replace('title: Guide comments', 'title: Comments').replace('A guide that exists for tests.', 'A better line.');
    expect(editsBetween(old, next, idsOf(old))).toEqual({
      fields: [
        { field: 'title', old: 'Guide comments', next: 'Comments' },
        { field: 'summary', old: 'A guide that exists for tests.', next: 'A better line.' },
      ],
      blocks: [],
    });
  });
});

const lines = fc.array(
  fc.constantFrom('Hide it at once and say so.', '- One more thing to do', '## A heading', '| a | b |', '', '> quoted'),
  { maxLength: 10 },
);

test('whatever is written, every block that is gone or new is named once', () => {
  fc.assert(
    fc.property(lines, lines, (one, two) => {
      const [from, to] = [one, two].map((list) => list.join('\n\n')) as [string, string];
      const { blocks: found } = edits(to, from);
      const removed = found.flatMap(({ change, block }) => (change === 'removed' ? [block] : []));
      expect(new Set(removed).size).toBe(removed.length);
      const count = (text: string) => parseGuide(guide(text), '').blocks.length;
      const [added, split] = ['added', 'split'].map((wanted) => found.filter(({ change }) => change === wanted).length) as [number, number];
      expect(count(from) - removed.length + added + split).toBe(count(to));
    }),
  );
});
