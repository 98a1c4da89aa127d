import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noHistory, redo, undo } from '../../../content/core/suggestion/undo-history.ts';
import { type TypingStep, typedSteps } from '../../../renderer/state/typing-steps.ts';

/** Types the texts one after another, `gap` milliseconds apart. */
function type(start: string, texts: readonly string[], gap = 100) {
  let [source, history, open] = [start, noHistory, null as TypingStep | null];
  texts.forEach((next, at) => {
    ({ history, open } = typedSteps(source, next, history, open, at * gap));
    source = next;
  });
  return { source, history, open };
}
/** What a person sees going back. */
function wayBack({ source, history }: { readonly source: string; readonly history: typeof noHistory }): readonly string[] {
  const seen: string[] = [];
  for (let step = undo(source, history); step; step = undo(step.text, step.history)) seen.push(step.text);
  return seen;
}
const letters = (start: string, words: string): readonly string[] => [...words].map((_, at) => start + words.slice(0, at + 1));

describe('one press of undo takes back', () => {
  test('a word with the space after it', () => {
    expect(wayBack(type('', letters('', 'call 101 now')))).toEqual(['call 101 ', 'call ', '']);
  });

  test('what was typed before a pause', () => {
    expect(wayBack(type('', letters('', 'abc'), 1_500))).toEqual(['ab', 'a', '']);
  });

  test('a run of single deletes, backwards or forwards', () => {
    expect(wayBack(type('words', ['word', 'wor', 'wo']))).toEqual(['words']);
    expect(wayBack(type('abcd', ['acd', 'ad']))).toEqual(['abcd']);
  });

  test('a selection that is typed over, with the word typed', () => {
    expect(wayBack(type('phone them', ['c them', 'ca them', 'cal them', 'call them']))).toEqual(['phone them']);
  });

  test('a paste, a new line and a whole word deleted, each by itself', () => {
    expect(wayBack(type('a', ['a pasted words', 'a pasted words\n', 'a pasted\n']))).toEqual(['a pasted words\n', 'a pasted words', 'a']);
  });

  test('letters at another place by themselves, and inserting after deleting', () => {
    expect(wayBack(type('one two', ['oneA two', 'oneA twoB']))).toEqual(['oneA two', 'one two']);
    expect(wayBack(type('one', ['on', 'onX']))).toEqual(['on', 'one']);
  });

  test('an emoji as one sign', () => {
    expect(wayBack(type('', ['👮🏽', '👮🏽a']))).toEqual(['']);
  });
});

test('a button is a step of its own, and so is what is typed after it', () => {
  const typed = type('', ['a']);
  const moved = typedSteps('a', 'ab', typed.history, typed.open, 150, true);
  expect(moved.open).toBeNull();
  const more = typedSteps('ab', 'abc', moved.history, moved.open, 200);
  expect(wayBack({ source: 'abc', history: more.history })).toEqual(['ab', 'a', '']);
});

test('what changes nothing is no step', () => {
  expect(typedSteps('a', 'a', noHistory, null, 0)).toEqual({ history: noHistory, open: null });
});

test('whatever is typed can be taken back to the beginning, and done again to the end', () => {
  const texts = fc.array(fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'b', ' ', '\n', '👮', 'é') }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.string({ maxLength: 6 }), texts, fc.integer({ min: 1, max: 2_000 }), (start, row, gap) => {
      const typed = type(start, row, gap);
      let now = { text: typed.source, history: typed.history };
      for (let step = undo(now.text, now.history); step; step = undo(step.text, step.history)) now = step;
      expect(now.text).toBe(start);
      for (let step = redo(now.text, now.history); step; step = redo(step.text, step.history)) now = step;
      expect(now.text).toBe(typed.source);
    }),
  );
});
