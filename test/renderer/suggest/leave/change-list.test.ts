import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeList, wordsOf } from '../../../../renderer/suggest/leave/change-list.ts';
import { anySuggestion, baseOf, sampleSource, sampleSuggestion } from '../../../support/suggestions.ts';

const source = `---
id: house-rules
title: House rules
summary: Kept short.
version: 0.1
---

# House rules

You may hide a comment.

## Hide

- First, take a picture.
- Then hide it.
    - The inner one.

| See | Do |
| --- | --- |
| Abuse | Hide it |

## Keep

Keep the picture.
`;
const change = (edit: (text: string) => string, from = source) =>
  changeList(sampleSuggestion({ base: baseOf(from), proposal: { kind: 'change', source: edit(from) } }));
const said = (changes: ReturnType<typeof change>) =>
  changes.map(({ change: what, kind, under, parts }) => [what, kind, under, parts.map((part) => `${part.kind[0]}:${part.text}`).join('|')]);

describe('what a suggestion changes, in words', () => {
  test.each([
    [
      'a paragraph',
      (text: string) => text.replace('may hide', 'must hide'),
      [['changed', 'paragraph', 'House rules', 's:You |r:may |a:must |s:hide a comment.']],
    ],
    [
      'an item',
      (text: string) => text.replace('Then hide it', 'Then tell'),
      [['changed', 'list-item', 'Hide', 's:Then |r:hide it.|a:tell.']],
    ],
    [
      'an item of an inner list',
      (text: string) => text.replace('inner one', 'inner two'),
      [['changed', 'list-item', 'Hide', 's:The inner |r:one.|a:two.']],
    ],
    [
      'a cell of a table',
      (text: string) => text.replace('Hide it |', 'Keep it |'),
      [['changed', 'table', 'Hide', 's:See · Do\nAbuse · |r:Hide |a:Keep |s:it']],
    ],
    ['a heading', (text: string) => text.replace('## Keep', '## Keep it'), [['changed', 'heading', 'Hide', 'r:Keep|a:Keep it']]],
    ['a paragraph more', (text: string) => `${text}\nAnd write it down.\n`, [['added', 'paragraph', 'Keep', 'a:And write it down.']]],
    [
      'a paragraph less',
      (text: string) => text.replace('\nKeep the picture.\n', ''),
      [['removed', 'paragraph', 'Keep', 'r:Keep the picture.']],
    ],
    [
      'the title',
      (text: string) => text.replace('title: House', 'title: Our house'),
      [['changed', 'title', null, 'r:House |a:Our house |s:rules']],
    ],
    [
      'the summary',
      (text: string) => text.replace('Kept short.', 'Kept long.'),
      [['changed', 'summary', null, 's:Kept |r:short.|a:long.']],
    ],
    [
      'a fact',
      (text: string) => text.replace('version: 0.1', 'version: 0.2'),
      [['changed', 'facts', null, 'r:version: 0.1\n|a:version: 0.2\n']],
    ],
  ])('%s', (_, edit, expected) => expect(said(change(edit))).toEqual(expected));

  test('what moved says what it comes after', () => {
    const moved = change((text) => `${text.replace('\nYou may hide a comment.\n', '')}\nYou may hide a comment.\n`);
    expect(moved.filter(({ change: what }) => what === 'moved').map(({ after }) => after)).toEqual(['Keep the picture.']);
  });

  test('marks alone are a change without other words', () => {
    const [only] = change((text) => text.replace('may hide', '**may** hide'));
    expect(only?.parts).toEqual([{ kind: 'same', text: 'You may hide a comment.' }]);
    expect(only?.marks.come).toEqual([{ kind: 'bold', text: 'may', target: '' }]);
  });

  test('a new guide is all added, and its facts are not compared with nothing', () => {
    const all = changeList(
      sampleSuggestion({ guide: null, base: null, about: null, proposal: { kind: 'new-guide', source: sampleSource, template: null } }),
    );
    expect(all.map(({ change: what, kind }) => [what, kind])).toEqual([
      ['changed', 'title'],
      ['changed', 'summary'],
      ['added', 'heading'],
      ['added', 'paragraph'],
    ]);
  });

  test('comments, questions and support change nothing', () => {
    for (const kind of ['comment', 'question'] as const) expect(changeList(sampleSuggestion({ proposal: { kind } }))).toEqual([]);
  });

  test('there is no sign of markup in what is read', () => {
    expect(wordsOf('> [!must] Title\n> You **must** [go](https://example.org/).[^P1]')).toBe('Title\nYou must go. (P1)');
    expect(wordsOf('[^P1]: The note.')).toBe('The note.');
    expect(wordsOf('    - deep')).toBe('deep');
  });

  test('is there for every suggestion, and the same every time', () => {
    fc.assert(
      fc.property(anySuggestion, (suggestion) => {
        expect(changeList(suggestion)).toEqual(changeList(structuredClone(suggestion)));
      }),
    );
  });
});
