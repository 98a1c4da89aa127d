import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { suggestionLimits } from '../../../content/core/suggestion/bounds.ts';
import { historyLimits } from '../../../content/core/suggestion/undo-history.ts';
import { beginSuggestion, saveSuggestion, shownBundle, suggestionChoice } from '../../../electron/ipc/suggestion-schemas.ts';
import { idOf } from '../../support/suggestions.ts';

const begin = {
  ...{ id: idOf(1), channel: 'facebook', guide: 'rules', edition: 0, passage: null, kind: 'wording', why: '' },
  proposal: { kind: 'change' },
};
const save = { id: idOf(1), seen: { pc1: 1 } };
const step = [{ at: 0, removed: '', inserted: 'a' }];
const text = { source: 'a', history: { past: [step], future: [] } };
const is = (schema: v.GenericSchema<never, unknown>, value: unknown): boolean => v.safeParse(schema as v.GenericSchema, value).success;

describe('what the window may begin', () => {
  test('is a change, a comment, a question, support, or a guide that is missing', () => {
    const digest = 'a'.repeat(64);
    for (const proposal of [
      begin.proposal,
      { kind: 'comment' },
      { kind: 'support', suggestion: digest },
      { kind: 'new-guide', source: 'x', template: null },
    ])
      expect(is(beginSuggestion as never, { ...begin, proposal })).toBe(true);
  });

  test.each([
    ['another id', { id: 'urn:uuid:1' }],
    ['a path for a guide', { guide: '../rules' }],
    ['a path for a channel', { channel: 'a/b' }],
    ['an edition that is none', { edition: 1.5 }],
    ['support of nothing', { proposal: { kind: 'support', suggestion: '../x' } }],
    ['a text of its own for a change', { proposal: { kind: 'change', source: 'x' } }],
    ['too many words', { why: 'x'.repeat(suggestionLimits.why + 1) }],
    ['an author', { author: { name: null, force: '', role: '' } }],
  ])('with %s is refused', (_, special) => {
    expect(is(beginSuggestion as never, { ...begin, ...special })).toBe(false);
  });
});

describe('what the window may save', () => {
  test('is any of its fields', () => {
    for (const part of [{}, { text }, { why: 'So' }, { evidence: [] }, { urgency: 'now' }, { proposal: 'question' }, { ready: true }])
      expect(is(saveSuggestion as never, { ...save, ...part })).toBe(true);
  });

  test.each([
    ['a step at no place', { text: { ...text, history: { past: [[{ at: -1, removed: '', inserted: '' }]], future: [] } } }],
    ['more steps than are kept', { text: { ...text, history: { past: Array(historyLimits.steps + 1).fill(step), future: [] } } }],
    ['a text that is too large', { text: { ...text, source: 'x'.repeat(suggestionLimits.sourceBytes + 1) } }],
    ['a state', { state: 'sent' }],
    ['a file by its path', { evidence: [{ kind: 'file', name: 'a', bytes: 1, digest: '/etc/passwd' }] }],
    ['too much evidence', { evidence: Array(suggestionLimits.evidence + 1).fill({ kind: 'text', text: 'x' }) }],
    ['support instead', { proposal: 'support' }],
  ])('with %s is refused', (_, special) => {
    expect(is(saveSuggestion as never, { ...save, ...special })).toBe(false);
  });
});

test('what leaves is named by the digest that was shown', () => {
  expect(is(shownBundle as never, { id: idOf(1), summary: '', digest: 'a'.repeat(64) })).toBe(true);
  expect(is(shownBundle as never, { id: idOf(1), summary: '', digest: 'a' })).toBe(false);
});

test('a choice is of one at least, and of no more than anybody has', () => {
  const ids = (count: number) => ({ ids: Array(count).fill(idOf(1)) });
  expect([0, 1, 1_000, 1_001].map((count) => is(suggestionChoice as never, ids(count)))).toEqual([false, true, true, false]);
});
