import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fitting,
  type History,
  historyLimits,
  noHistory,
  redo,
  stepBetween,
  undo,
  withStep,
} from '../../../content/core/suggestion/undo-history.ts';

function typed(texts: readonly string[]): { readonly text: string; readonly history: History } {
  let [text, history] = [texts[0] ?? '', noHistory];
  for (const next of texts.slice(1)) {
    history = withStep(history, stepBetween(text, next));
    text = next;
  }
  return { text, history };
}

describe('what was typed', () => {
  test('is taken back step by step, and done again, whatever it was', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 1, maxLength: 10 }), (texts) => {
        const kinds = texts.filter((text, at) => text !== texts[at - 1]);
        let now = typed(kinds);
        for (const before of kinds.slice(0, -1).reverse()) {
          const undone = undo(now.text, now.history);
          expect(undone?.text).toBe(before);
          if (undone) now = undone;
        }
        expect(undo(now.text, now.history)).toBeNull();
        for (const after of kinds.slice(1)) {
          const again = redo(now.text, now.history);
          expect(again?.text).toBe(after);
          if (again) now = again;
        }
        expect(redo(now.text, now.history)).toBeNull();
      }),
    );
  });

  test('after taking back, typing on forgets what could be done again', () => {
    const { text, history } = typed(['a', 'ab', 'abc']);
    const undone = undo(text, history);
    const on = withStep(undone?.history ?? noHistory, stepBetween('ab', 'abx'));
    expect([undone?.text, redo('abx', on), undo('abx', on)?.text]).toEqual(['ab', null, 'ab']);
  });

  test('an empty step is none', () => {
    expect(withStep(noHistory, stepBetween('a', 'a'))).toBe(noHistory);
  });

  test('a step never cuts a character in half', () => {
    for (const [before, after] of [
      ['a😀b', 'a😁b'],
      ['😀', '😁😀'],
      ['😀😀', '😀'],
    ] as const) {
      const [change] = stepBetween(before, after);
      expect(`${change?.removed} ${change?.inserted}`).not.toMatch(/\p{Surrogate}/u);
      expect(undo(after, withStep(noHistory, stepBetween(before, after)))?.text).toBe(before);
    }
  });

  test('a step that does not fit the text changes nothing', () => {
    const { history } = typed(['a', 'ab']);
    expect([undo('something else', history), redo('', { past: [], future: [[{ at: 5, removed: '', inserted: 'x' }]] })]).toEqual([
      null,
      null,
    ]);
  });

  test('a history keeps the newest steps, by number and by size', () => {
    const many = typed(Array.from({ length: historyLimits.steps + 50 }, (_, at) => 'x'.repeat(at)));
    expect(many.history.past).toHaveLength(historyLimits.steps);
    expect(undo(many.text, many.history)?.text).toBe(many.text.slice(1));
    const large = 'y'.repeat(historyLimits.text - 10);
    expect(typed(['', 'a', large, '']).history.past).toHaveLength(1);
  });

  test('of a history from a file only the part that leads away from the text is kept', () => {
    const { text, history } = typed(['a', 'ab', 'abc', 'abcd']);
    const [first, ...others] = history.past;
    const broken = {
      past: [first ?? [], [{ at: 0, removed: '', inserted: 'zzz' }], ...others],
      future: [[{ at: 99, removed: 'q', inserted: '' }]],
    };
    expect(fitting(text, broken)).toEqual({ past: others, future: [] });
    expect(fitting(text, history)).toEqual(history);
    const undone = undo(text, history);
    expect(fitting('abc', undone?.history ?? noHistory)).toEqual(undone?.history);
  });
});
