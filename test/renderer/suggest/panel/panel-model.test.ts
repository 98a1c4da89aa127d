import { describe, expect, test } from 'vitest';
import type { Sha256 } from '../../../../content/core/base/ids.ts';
import type { Draft } from '../../../../content/core/suggestion/model.ts';
import { noHistory } from '../../../../content/core/suggestion/undo-history.ts';
import { fieldsOf, type OpenDraft } from '../../../../renderer/state/draft-session.ts';
import {
  choicesOf,
  evidenceName,
  isFull,
  linkOf,
  lockOf,
  missingNow,
  sizeWords,
  suggestionNow,
} from '../../../../renderer/suggest/panel/panel-model.ts';
import { sampleAfter, sampleDraft, sampleSource, sampleSuggestion } from '../../../support/suggestions.ts';

const open = (draft: Draft = sampleDraft(), source: string | null = sampleAfter): OpenDraft => {
  const kept = { draft, history: noHistory, readOnly: false, blocks: [], title: null, answer: null, lost: [] };
  return { kept, source, history: noHistory, fields: fieldsOf(kept), saving: 'saved', savedAt: null, missing: [] };
};

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [340_200, '340 kB'],
  [999_500, '1.0 MB'],
  [5_242_880, '5.2 MB'],
])('%i bytes are %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words));

test('what is missing is told of the words as they are now, not as they were kept', () => {
  expect(missingNow(open())).toEqual([]);
  expect(missingNow({ ...open(), source: sampleSource })).toEqual(['change']);
  expect(missingNow({ ...open(), fields: { ...open().fields, why: ' ' } })).toEqual(['why']);
  expect(suggestionNow({ ...open(), source: sampleSource }).proposal).toEqual({ kind: 'change', source: sampleSource });
});

describe('what it can still become', () => {
  test('is anything while no word is changed, and a change after that', () => {
    expect(choicesOf(open(sampleDraft(), sampleSource))).toEqual(['change', 'comment', 'question']);
    expect(choicesOf(open())).toEqual(['change']);
  });

  test('of a comment is a question; of a new guide and of support nothing else', () => {
    expect(choicesOf(open(sampleDraft({ suggestion: sampleSuggestion({ proposal: { kind: 'comment' } }) }), null))).toEqual([
      'comment',
      'question',
    ]);
    const support = { kind: 'support', suggestion: 'a'.repeat(64) as Sha256 } as const;
    expect(choicesOf(open(sampleDraft({ suggestion: sampleSuggestion({ proposal: support }) }), null))).toEqual(['support']);
  });
});

test('what was sent, or written by a newer app, is only read', () => {
  expect(lockOf(open())).toBeNull();
  expect(lockOf(open(sampleDraft({ state: 'sent' })))).toBe('sent');
  expect(lockOf({ kept: { ...open().kept, readOnly: true } })).toBe('newer');
});

test('a link is an address that people can follow', () => {
  expect(linkOf(' https://www.gov.uk/a ')).toBe('https://www.gov.uk/a');
  expect(linkOf('www.gov.uk')).toBe('https://www.gov.uk');
  for (const text of ['', 'gov.uk', 'javascript:alert(1)', 'file:///c/a', 'https://a b']) expect(linkOf(text)).toBeNull();
});

test('evidence is named by its first words, its address or its name', () => {
  expect(evidenceName({ kind: 'text', text: `Said\n\nso ${'x'.repeat(200)}` })).toMatch(/^Said so x+…$/);
  expect(evidenceName({ kind: 'link', href: 'https://a.example' })).toBe('https://a.example');
  expect(evidenceName({ kind: 'file', name: 'a.png', bytes: 1, digest: 'a'.repeat(64) as Sha256 })).toBe('a.png');
});

test('twenty pieces of evidence are all there is room for', () => {
  const evidence = Array.from({ length: 20 }, () => ({ kind: 'text', text: 'a' }) as const);
  expect([isFull(open()), isFull({ fields: { ...open().fields, evidence } })]).toEqual([false, true]);
});
