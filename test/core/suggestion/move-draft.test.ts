import { describe, expect, test } from 'vitest';
import { type Passage, proposedSource } from '../../../content/core/suggestion/model.ts';
import { moveDraft, moveWritten, resolveConflict, seenMoved, takeBackMove } from '../../../content/core/suggestion/move-draft.ts';
import { noHistory, stepBetween, undo, withStep } from '../../../content/core/suggestion/undo-history.ts';
import { baseOf, sampleAfter, sampleDraft, sampleSource, sampleSuggestion } from '../../support/suggestions.ts';

const draft = sampleDraft({ state: 'ready' });
const about = draft.suggestion.about as Passage;
const elsewhere = baseOf(`${sampleSource}\nA new last line.\n`, 2);
const sameWords = baseOf(sampleSource.replace('may hide', 'should never hide'), 2);
const textOf = (moved: { readonly draft: typeof draft }) => proposedSource(moved.draft.suggestion);

describe('a draft that meets a newer edition', () => {
  test('is carried onto it where the edition changed something else, and what was before can be seen', () => {
    const moved = moveDraft(draft, elsewhere, about);
    expect([moved.happened, textOf(moved), moved.draft.suggestion.base]).toEqual([
      'carried',
      `${sampleAfter}\nA new last line.\n`,
      elsewhere,
    ]);
    expect(moved.draft).toMatchObject({ state: 'ready', moved: { what: 'carried', base: baseOf(), source: sampleAfter } });
    expect(seenMoved(moved.draft).moved).toBeNull();
  });

  test('keeps both texts where the edition changed the same words, and waits for its author', () => {
    const moved = moveDraft(draft, sameWords, about);
    expect([moved.happened, moved.draft.state, moved.draft.suggestion, moved.draft.conflict]).toEqual([
      'conflict',
      'draft',
      draft.suggestion,
      sameWords,
    ]);
    expect(moveDraft(moved.draft, sameWords, about)).toMatchObject({ draft: moved.draft, happened: 'nothing' });
  });

  test('keeps both texts where its block is gone', () => {
    const gone = baseOf(sampleSource.replace('You may hide a comment.\n', ''), 2);
    expect(moveDraft(draft, gone, null)).toMatchObject({ happened: 'conflict', draft: { suggestion: draft.suggestion, conflict: gone } });
  });

  test('a later edition may settle what an earlier one did not', () => {
    const moved = moveDraft(draft, sameWords, about);
    expect(moveDraft(moved.draft, elsewhere, about)).toMatchObject({ happened: 'carried', draft: { conflict: null } });
    expect(moveDraft(moved.draft, baseOf(sampleSource, 3), about).draft.conflict).toBeNull();
  });

  test('that says what it proposed has taken it, and the words are still there', () => {
    const moved = moveDraft(draft, baseOf(sampleAfter, 2), about);
    expect([moved.happened, textOf(moved), moved.draft.moved?.what, moved.draft.moved?.source]).toEqual([
      'taken',
      sampleAfter,
      'taken',
      sampleAfter,
    ]);
  });

  test('of the same file is no newer one', () => {
    expect(moveDraft(draft, baseOf(sampleSource, 9), about)).toMatchObject({ draft, happened: 'nothing' });
  });

  test.each([
    ['sent', sampleDraft({ state: 'sent' })],
    ['answered', sampleDraft({ state: 'answered' })],
    ['thrown away', sampleDraft({ deleted: '2026-11-23T00:00:00.000Z' })],
    [
      'a new guide',
      sampleDraft({ suggestion: sampleSuggestion({ base: null, proposal: { kind: 'new-guide', source: 'x', template: null } }) }),
    ],
  ])('that is %s stays as it is', (_, other) => {
    expect(moveDraft(other, sameWords, about)).toEqual({ draft: other, happened: 'nothing', remarks: [] });
  });

  test('a comment goes with its passage, and without it stays where it was', () => {
    const comment = sampleDraft({ suggestion: sampleSuggestion({ proposal: { kind: 'comment' } }) });
    const placed = { ...about, anchor: { ...about.anchor, start: 99, end: 107 } };
    expect(moveDraft(comment, sameWords, placed).draft.suggestion).toMatchObject({ base: sameWords, about: placed });
    expect(moveDraft(comment, sameWords, null)).toMatchObject({ happened: 'conflict', draft: { suggestion: comment.suggestion } });
  });

  test('two editions later what was before is still the text that its author wrote', () => {
    const first = moveDraft(draft, elsewhere, about).draft;
    const second = moveDraft(first, baseOf(`${sampleSource}\nAnother last line.\n`, 3), about).draft;
    expect(second.moved).toMatchObject({ base: baseOf(), source: sampleAfter });
  });
});

test('what was typed can still be taken back after the move, and the move itself', () => {
  const history = withStep(noHistory, stepBetween(sampleSource, sampleAfter));
  const moved = moveWritten({ draft, history }, elsewhere, about);
  const once = undo(textOf(moved) ?? '', moved.history);
  expect([once?.text, undo(once?.text ?? '', once?.history ?? noHistory)?.text]).toEqual([sampleAfter, sampleSource]);
  const comment = { draft: sampleDraft({ suggestion: sampleSuggestion({ proposal: { kind: 'comment' } }) }), history: noHistory };
  expect(moveWritten(comment, elsewhere, about).history).toBe(noHistory);
});

describe('an author who has seen it', () => {
  test('writes one text out of two, on the newer edition', () => {
    const conflict = moveDraft(draft, sameWords, about).draft;
    const solved = resolveConflict(conflict, 'One text.\n', about);
    expect(solved).toMatchObject({
      conflict: null,
      suggestion: { base: sameWords, proposal: { source: 'One text.\n' } },
      moved: { source: sampleAfter },
    });
    expect(resolveConflict(draft, 'One text.\n', about)).toBe(draft);
  });

  test('takes the move back, and it does not happen again by itself', () => {
    const back = takeBackMove(moveDraft(draft, elsewhere, about).draft);
    expect(back).toMatchObject({ moved: null, conflict: elsewhere, suggestion: { base: baseOf(), proposal: draft.suggestion.proposal } });
    expect(moveDraft(back, elsewhere, about).happened).toBe('nothing');
    expect(takeBackMove(draft)).toBe(draft);
  });
});
