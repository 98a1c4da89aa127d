import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, mergeTexts } from '../../../content/core/suggestion/merge.ts';

const clean = (base: string, ours: string, theirs: string) => cleanText(mergeTexts(base, ours, theirs));

describe('what does not touch is both there', () => {
  test.each([
    [
      'two words of one sentence',
      'Hide it and keep a record.',
      'Hide it and keep a note.',
      'Delete it and keep a record.',
      'Delete it and keep a note.',
    ],
    ['two items of a list', '* one\n* two\n', '* first\n* two\n', '* one\n* second\n', '* first\n* second\n'],
    [
      'two keys of the front matter',
      'title: A\nstatus: draft\n',
      'title: B\nstatus: draft\n',
      'title: A\nstatus: approved\n',
      'title: B\nstatus: approved\n',
    ],
    ['two cells of a row', '| a | b |', '| a1 | b |', '| a | b2 |', '| a1 | b2 |'],
    [
      'a word and the target of the link beside it',
      'Ask [the team](old).',
      'Ask [our team](old).',
      'Ask [the team](new).',
      'Ask [our team](new).',
    ],
    [
      'a deleted line and a new one after it',
      'a\n\nGone.\n\nb',
      'a\n\nb',
      'a\n\nGone.\n\nNew words here.\n\nb',
      'a\n\nNew words here.\n\nb',
    ],
    ['the same change of both', 'a b c', 'a x c', 'a x c', 'a x c'],
    ['a change and a re-flow', 'one two three four', 'one two\nthree four', 'one two three five', 'one two\nthree five'],
  ])('%s', (_, base, ours, theirs, merged) => {
    expect(clean(base, ours, theirs)).toBe(merged);
    expect(clean(base, theirs, ours)?.replace(/\s+/g, ' ')).toBe(merged.replace(/\s+/g, ' '));
  });
});

describe('people decide', () => {
  test.each([
    ['the same word changed in two ways', 'Hide the comment.', 'Delete the comment.', 'Report the comment.'],
    [
      'a change in what the other took out',
      'Keep this.\n\nHide rude words at once.\n\nEnd.',
      'Keep this.\n\nEnd.',
      'Keep this.\n\nHide rude words and say why.\n\nEnd.',
    ],
    ['different words put in at one place', 'Say why.', 'Say clearly why.', 'Say kindly why.'],
    [
      'a passage that one side has rewritten',
      'One two three four five six seven eight.',
      'Quite another sentence stands here now.',
      'One two three four five six seven nine.',
    ],
    ['a line among those that were moved in', '- a\n- b\n- c', '  - a\n  - b\n  - c', '- a\n- b\n- new\n- c'],
  ])('%s', (_, base, ours, theirs) => {
    const { parts } = mergeTexts(base, ours, theirs);
    const conflict = parts.find(({ kind }) => kind === 'conflict');
    expect(conflict).toBeDefined();
    expect(JSON.stringify(parts)).not.toContain('<<<<');
    expect(clean(base, theirs, ours)).toBeNull();
  });

  test('with the three texts of the lines in question, and the rest merged', () => {
    expect(mergeTexts('top\n\nHide it.\n\nend', 'Top\n\nDelete it.\n\nend', 'top\n\nReport it.\n\nEnd')).toEqual({
      parts: [
        { kind: 'text', text: 'Top\n' },
        { kind: 'conflict', base: 'Hide it.', ours: 'Delete it.', theirs: 'Report it.' },
        { kind: 'text', text: '\nEnd' },
      ],
      remarks: [],
    });
  });
});

describe('what is decided all the same is said', () => {
  test('two targets of one link', () => {
    const merged = mergeTexts('See [it](a).', 'See [it](b).', 'See [it](c).');
    expect(cleanText(merged)).toBe('See [it](b).');
    expect(merged.remarks).toEqual([{ kind: 'link', kept: '](b)', dropped: '](c)' }]);
  });

  test('a deletion of what the other only linked otherwise', () => {
    const merged = mergeTexts('a\n\nSee [it](a).\n\nb', 'a\n\nb', 'a\n\nSee [it](c).\n\nb');
    expect(cleanText(merged)).toBe('a\n\nb');
    expect(merged.remarks).toEqual([{ kind: 'deleted', text: 'See [it](c).\n' }]);
  });
});

const words = fc
  .array(fc.constantFrom('may', 'must', 'hide', 'post', '[a](b)', '|', '\n', '\n\n', '* ', '  ', '.'), { maxLength: 30 })
  .map((list) => list.join(' '));

test('who changed nothing changes nothing', () => {
  fc.assert(
    fc.property(words, words, (base, other) => {
      expect(clean(base, other, base)).toBe(other);
      expect(clean(base, base, other)).toBe(other);
      expect(clean(base, other, other)).toBe(other);
    }),
  );
});

test('whether people have to decide does not depend on who is who', () => {
  fc.assert(
    fc.property(words, words, words, (base, a, b) => {
      expect(clean(base, a, b) === null).toBe(clean(base, b, a) === null);
    }),
  );
});

test('new words in different paragraphs are all there', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{3,9}( [a-z]{3,9}){2,8}$/), { minLength: 3, maxLength: 12 }),
      fc.nat(),
      fc.nat(),
      (paragraphs, x, y) => {
        const [here, there] = [x % paragraphs.length, y % paragraphs.length];
        fc.pre(here !== there);
        const having = (at: number, word: string) =>
          paragraphs.map((text, index) => (index === at ? `${text} ${word}` : text)).join('\n\n');
        const merged = clean(paragraphs.join('\n\n'), having(here, 'OURS'), having(there, 'THEIRS'));
        expect(merged).toContain(`${paragraphs[here]} OURS`);
        expect(merged).toContain(`${paragraphs[there]} THEIRS`);
      },
    ),
  );
});

test('a long guide that both rewrote is a conflict, not a wait', () => {
  const text = (seed: number) => Array.from({ length: 3_000 }, (_, at) => `w${(at * seed) % 9_973}`).join(' ');
  expect(mergeTexts(text(3), text(7), text(11)).parts.some(({ kind }) => kind === 'conflict')).toBe(true);
});
