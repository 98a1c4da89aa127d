// What a group can decide, and what it is told when it is not understood.
import { describe, expect, it } from 'vitest';
import { readApply } from '../../content/cli/apply-options.ts';

const read = (...args: readonly string[]) => readApply(['folder', 'share', 'facebook', ...args], '2026-11-24');

describe('a decision', () => {
  it('is to accept, unless another one is given', () => {
    expect(read('abcd', 'ef01')).toMatchObject({ folder: 'folder', share: 'share', channel: 'facebook', named: ['abcd', 'ef01'] });
    expect([read('abcd').decision, read('abcd', '--accept').decision]).toEqual([{ how: 'accept' }, { how: 'accept' }]);
    expect(read('abcd', '--reword').decision).toEqual({ how: 'reword' });
  });

  it.each([
    [['--receive', '--all'], { state: 'received' }],
    [['abcd', '--review', '--say', 'We ask.'], { state: 'in-review', words: 'We ask.' }],
    [['abcd', '--decline', 'out-of-scope'], { state: 'declined', reason: 'out-of-scope' }],
    [['abcd', '--decline', 'other', '--say', 'No.'], { state: 'declined', reason: 'other', words: 'No.' }],
  ])('%j is an answer of that day', (args, event) => {
    expect(read(...args).decision).toEqual({ how: 'answer', event: { on: '2026-11-24', words: '', ...event } });
  });

  it.each([
    [['abcd', '--accept', '--review'], 'Decide one thing: --accept or --review.'],
    [['abcd', '--decline', 'dull'], '"dull" is no reason; there are out-of-scope,'],
    [['abcd', '--decline', 'other'], 'For "other" say why'],
    [[], 'Name the suggestions'],
    [['abcd', '--all', '--receive'], 'Name the suggestions'],
    [['--all'], '--all is for --receive'],
    [['abcd', '--say', 'x'.repeat(2_001)], '--say may have 2000 characters.'],
    [['abcd', '--note', 'x'.repeat(301)], '--note may have 300 characters.'],
  ])('%j is not understood', (args, sentence) => {
    expect(() => read(...args)).toThrow(sentence);
  });
});
