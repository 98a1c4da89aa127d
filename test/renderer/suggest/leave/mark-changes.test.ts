import { describe, expect, test } from 'vitest';
import { markChanges } from '../../../../renderer/suggest/leave/mark-changes.ts';

const said = (old: string, next: string) => {
  const { gone, come } = markChanges(old, next);
  return {
    gone: gone.map(({ kind, text, target }) => [kind, text, target]),
    come: come.map(({ kind, text, target }) => [kind, text, target]),
  };
};

describe('what changes beside words', () => {
  test.each([
    ['a word becomes bold', 'You may hide', 'You **may** hide', [], [['bold', 'may', '']]],
    ['a word is no longer italic', 'You *may* hide', 'You may hide', [['italic', 'may', '']], []],
    ['a link comes', 'the rules', 'the [rules](https://example.org/)', [], [['link', 'rules', 'https://example.org/']]],
    [
      'a link leads elsewhere',
      '[rules](https://a.example/)',
      '[rules](https://b.example/)',
      [['link', 'rules', 'https://a.example/']],
      [['link', 'rules', 'https://b.example/']],
    ],
    ['a paragraph becomes an item', 'One', '- One', [], [['bulleted', '', '']]],
    ['bullets become numbers', '- One', '1. One', [['bulleted', '', '']], [['numbered', '', '']]],
    ['an item becomes a task', '- One', '- [ ] One', [['bulleted', '', '']], [['task', '', '']]],
    ['a heading goes down', '## One', '### One', [['heading', '2', '']], [['heading', '3', '']]],
    ['words go into a callout', 'One', '> [!must]\n> One', [], [['quote', 'must', '']]],
    [
      'code and a struck word',
      'a b',
      '`a` ~~b~~',
      [],
      [
        ['code', 'a', ''],
        ['struck', 'b', ''],
      ],
    ],
    ['a picture gets other words', '![old](a.png)', '![new](a.png)', [['picture', 'old', 'a.png']], [['picture', 'new', 'a.png']]],
  ])('%s', (_, old, next, gone, come) => expect(said(old, next)).toEqual({ gone, come }));

  test('nothing is said where the words in a mark change a little, or nothing does', () => {
    expect(said('**You may hide it if it breaks the rules.**', '**You must hide it if it breaks the rules.**')).toEqual({
      gone: [],
      come: [],
    });
    expect(said('**a** and **a**', '**a** and **a**')).toEqual({ gone: [], come: [] });
    expect(said('**a** and **a**', '**a** and a')).toEqual({ gone: [['bold', 'a', '']], come: [] });
  });
});
