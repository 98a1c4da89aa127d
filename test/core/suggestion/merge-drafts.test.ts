import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeDrafts, type WrittenDraft } from '../../../content/core/suggestion/merge-drafts.ts';
import { type Draft, isSuggestionId } from '../../../content/core/suggestion/model.ts';
import { noHistory } from '../../../content/core/suggestion/undo-history.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { idOf, sampleDraft, sampleSuggestion } from '../../support/suggestions.ts';

const version = (
  why: string,
  clock: Draft['clock'],
  special: Partial<Draft> = {},
  modified = '2026-11-23T09:05:00.000Z',
): WrittenDraft => ({
  draft: sampleDraft({ suggestion: sampleSuggestion({ id: idOf(1), why, modified }), clock, ...special }),
  history: noHistory,
});
const whyOf = (written: WrittenDraft | null) => written?.draft.suggestion.why ?? null;
const merged = (a: WrittenDraft, b: WrittenDraft) => {
  const { kept, beside } = mergeDrafts(a, b, sha256);
  return [whyOf(kept), whyOf(beside)];
};

describe('two copies of one draft', () => {
  test('the one that has seen the other stands', () => {
    expect(merged(version('new', { a: 2 }), version('old', { a: 1 }))).toEqual(['new', null]);
    expect(merged(version('old', { a: 1 }), version('new', { a: 1, b: 1 }))).toEqual(['new', null]);
  });

  test('both stay where neither has seen the other, the later words under the old name', () => {
    const [early, late] = [version('early', { a: 1 }), version('late', { b: 1 }, {}, '2026-11-23T10:00:00.000Z')];
    const { kept, beside } = mergeDrafts(early, late, sha256);
    expect([whyOf(kept), whyOf(beside), kept.draft.clock]).toEqual(['late', 'early', { a: 1, b: 1 }]);
    expect(isSuggestionId(beside?.draft.suggestion.id ?? '')).toBe(true);
    expect(beside?.draft.suggestion.id).not.toBe(idOf(1));
  });

  test('what was sent keeps its name', () => {
    const sent = version('sent', { a: 1 }, { state: 'sent' });
    expect(merged(version('later', { b: 1 }, {}, '2026-11-24T10:00:00.000Z'), sent)).toEqual(['sent', 'later']);
  });

  test('the same words twice are one draft', () => {
    expect(merged(version('same', { a: 1 }), version('same', { b: 1 }))).toEqual(['same', null]);
  });

  test('words outlive being thrown away elsewhere', () => {
    const gone = version('same', { a: 1 }, { deleted: '2026-11-23T00:00:00.000Z' });
    expect(mergeDrafts(gone, version('same', { b: 1 }), sha256).kept.draft.deleted).toBeNull();
    expect(mergeDrafts(gone, { ...gone, draft: { ...gone.draft, clock: { b: 1 } } }, sha256).kept.draft.deleted).not.toBeNull();
  });

  test('in whatever order they meet, the outcome is the same and no word is missing', () => {
    const any = fc
      .record({
        why: fc.constantFrom('a', 'b', 'c'),
        clock: fc.dictionary(fc.constantFrom('x', 'y'), fc.integer({ min: 1, max: 3 })),
        isSent: fc.boolean(),
      })
      .map(({ why, clock, isSent }) => version(why, clock, { state: isSent ? 'sent' : 'draft' }));
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [one, other] = [mergeDrafts(a, b, sha256), mergeDrafts(b, a, sha256)];
        expect([whyOf(one.kept), whyOf(one.beside), one.beside?.draft.suggestion.id]).toEqual([
          whyOf(other.kept),
          whyOf(other.beside),
          other.beside?.draft.suggestion.id,
        ]);
        if (one.beside) expect([whyOf(one.kept), whyOf(one.beside)].sort()).toEqual([whyOf(a), whyOf(b)].sort());
      }),
    );
  });
});
