import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Marker, marksIn, snippetOf } from '../../../content/core/search/snippet.ts';
import { marked } from './small-library.ts';

const marker = (...words: string[]): Marker => ({ words: new Set(words), phrases: [] });

test('words are marked where they stand, whatever their case and accents', () => {
  const text = 'Café rules: the FORCE’s café.';
  expect(marked(text, marksIn(text, marker('cafe', 'force')))).toEqual(['Café', 'FORCE’s', 'café']);
});

test('a quotation is marked from its first to its last word', () => {
  const text = 'Read the terms of service. Service terms.';
  expect(marked(text, marksIn(text, { words: new Set(['terms']), phrases: [['terms', 'of', 'service']] }))).toEqual([
    'terms of service',
    'terms',
  ]);
});

test('a compound is marked once', () => {
  const text = 'Use two-step now';
  expect(marked(text, marksIn(text, marker('two', 'step', 'twostep')))).toEqual(['two-step']);
});

test('a long text is cut around the place with the most different words', () => {
  const text = `${'apple filler '.repeat(40)}apple and pear ${'filler '.repeat(60)}`;
  const { snippet, marks } = snippetOf(text, marker('apple', 'pear'));
  expect(snippet.startsWith('… ')).toBe(true);
  expect(snippet.endsWith(' …')).toBe(true);
  expect(snippet.length).toBeLessThan(200);
  expect(marked(snippet, marks)).toContain('pear');
});

test('without a mark the beginning is shown', () => {
  expect(snippetOf(`Start ${'word '.repeat(100)}`, marker('other')).snippet.startsWith('Start word')).toBe(true);
  expect(snippetOf('', marker('other'))).toEqual({ snippet: '', marks: [] });
});

test('marks are in order, apart, and on the words; characters stay whole', () => {
  const words = fc.array(fc.constantFrom('apple', 'pear', 'two-step', '😀😀', 'x', 'Äpfel', '\n', '—'), { maxLength: 120 });
  fc.assert(
    fc.property(words, fc.constantFrom(' ', '', ', '), (list, between) => {
      const { snippet, marks } = snippetOf(list.join(between), marker('apple', 'two', 'step', 'twostep', 'x'));
      expect(snippet).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
      marks.forEach(([start, end], at) => {
        expect(start).toBeGreaterThanOrEqual(marks[at - 1]?.[1] ?? 0);
        expect(end).toBeLessThanOrEqual(snippet.length);
        expect(end).toBeGreaterThan(start);
      });
    }),
  );
});
