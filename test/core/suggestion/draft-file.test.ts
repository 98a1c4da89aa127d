import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sha256 } from '../../../content/core/base/ids.ts';
import { readDraftFile, writeDraftFile } from '../../../content/core/suggestion/draft-file.ts';
import type { Draft } from '../../../content/core/suggestion/model.ts';
import { noHistory, stepBetween, withStep } from '../../../content/core/suggestion/undo-history.ts';
import { anySuggestion, baseOf, sampleAfter, sampleDraft, sampleSource } from '../../support/suggestions.ts';

const history = withStep(noHistory, stepBetween(sampleSource, sampleAfter));
const sent = { at: '2026-11-23T10:00:00.000Z', digest: 'a'.repeat(64) as Sha256, way: 'inbox' as const };
const written = (special: Partial<Draft> = {}) => ({ draft: sampleDraft({ clock: { a: 3 }, ...special }), history });

describe('the file of a draft', () => {
  test.each<[string, Partial<Draft>]>([
    ['an ordinary one', {}],
    ['one that is ready', { state: 'ready' }],
    ['one that was sent', { state: 'sent', sent }],
    ['one that was answered', { state: 'answered', sent }],
    ['one in conflict', { conflict: baseOf('Newer.\n', 2) }],
    ['one that was moved', { moved: { what: 'taken', base: baseOf(), source: 'Mine.\n' } }],
    ['one that was thrown away', { deleted: '2026-11-23T00:00:00.000Z' }],
  ])('%s comes back with all that was typed', (_, special) => {
    const draft = written(special);
    expect(readDraftFile(writeDraftFile(draft))).toEqual({ written: draft, isNewer: false, isDamaged: false });
  });

  test('whatever is suggested, it comes back', () => {
    fc.assert(
      fc.property(anySuggestion, (suggestion) => {
        const draft = { draft: sampleDraft({ suggestion }), history: noHistory };
        expect(readDraftFile(writeDraftFile(draft)).written).toEqual(draft);
      }),
    );
  });

  test('cut anywhere after its words it still gives them, cut before it gives none, and says so', () => {
    const draft = written();
    const file = writeDraftFile(draft);
    const words = file.indexOf('\n"history"');
    fc.assert(
      fc.property(fc.nat(file.length - 3), (length) => {
        const { written: left, isDamaged } = readDraftFile(file.slice(0, length));
        expect([isDamaged, left?.draft]).toEqual([true, length >= words - 1 ? draft.draft : undefined]);
      }),
    );
  });

  test('a history that does not fit the words goes, the words stay', () => {
    const wrong = { ...written(), history: withStep(noHistory, stepBetween('x', 'y')) };
    expect(readDraftFile(writeDraftFile(wrong)).written).toEqual({ ...wrong, history: noHistory });
  });

  test('of a newer app it is read as far as it goes, and says so', () => {
    const draft = written();
    const newer = writeDraftFile(draft).replace('"guides:format":1', '"guides:format":2');
    expect(readDraftFile(newer)).toMatchObject({ isNewer: true, isDamaged: false, written: draft });
    expect(readDraftFile('{"guides:format":9,"pages":[]}')).toEqual({ written: null, isNewer: true, isDamaged: false });
    expect(readDraftFile(newer.slice(0, -4))).toMatchObject({ isNewer: true, isDamaged: true });
  });

  test.each([
    ['no JSON', 'words'],
    ['nothing', ''],
    ['a list', '[]'],
    ['another object', '{"draft":{}}'],
  ])('%s is a damaged one', (_, text) => {
    expect(readDraftFile(text)).toEqual({ written: null, isNewer: false, isDamaged: true });
  });

  test('a state that nothing shows is taken back to what is shown', () => {
    const odd = writeDraftFile(written({ state: 'sent', sent })).replace(/"sent":\{[^}]*\}/, '"sent":null');
    expect(readDraftFile(odd).written?.draft.state).toBe('draft');
  });
});
