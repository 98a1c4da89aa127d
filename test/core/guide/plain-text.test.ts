import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseGuide } from '../../../content/core/guide/parse.ts';
import { countWords, plainText, readingMinutes, sectionsOf } from '../../../content/core/guide/plain-text.ts';
import { markdown } from './markdown-arbitrary.ts';

test('a section is a heading and what follows, with the headings above it', () => {
  const guide = parseGuide('Intro[^1]\n\n## A\n\na\n\n### B\n\nb\n\n## C\n\n[^1]: note\n', 'a.md');
  expect(sectionsOf(guide)).toEqual([
    { headingBlock: null, heading: '', level: 0, path: [], blocks: [0, 1] },
    { headingBlock: 1, heading: 'A', level: 2, path: [], blocks: [1, 3] },
    { headingBlock: 3, heading: 'B', level: 3, path: ['A'], blocks: [3, 5] },
    { headingBlock: 5, heading: 'C', level: 2, path: [], blocks: [5, 6] },
    { headingBlock: 6, heading: '', level: 0, path: [], blocks: [6, 7] },
  ]);
});

test('law: the sections hold every block once, in order', () => {
  fc.assert(
    fc.property(markdown, (body) => {
      const guide = parseGuide(body, 'a.md');
      let at = 0;
      for (const section of sectionsOf(guide)) {
        expect(section.blocks[0]).toBe(at);
        expect(section.blocks[1]).toBeGreaterThan(at);
        at = section.blocks[1];
      }
      expect(at).toBe(guide.blocks.length);
    }),
    { numRuns: 150 },
  );
});

test('plain text is read block by block, without footnotes', () => {
  expect(plainText(parseGuide('## A\n\nb *c*[^1]\n\n[^1]: d', 'a.md'))).toBe('A\n\nb c');
});

test('words are words', () => {
  expect(countWords("It's 27.8% – o'clock, e-mail")).toBe(4);
  expect([0, 250, 1_300].map(readingMinutes)).toEqual([1, 1, 7]);
});
