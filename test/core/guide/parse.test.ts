import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseGuide } from '../../../content/core/guide/parse.ts';
import { complete } from './complete-guide.ts';
import { markdown } from './markdown-arbitrary.ts';

test('lines count from the top of the file', () => {
  const guide = parseGuide(complete('', '\n## Who\n\nSee [it](javascript:x) and ![](https://a.example/x.png).\n'), 'x-setup.md');
  expect(guide.bodyLine).toBe(32);
  expect(guide.blocks.map((block) => block.lines)).toEqual([
    [33, 33],
    [35, 35],
  ]);
  expect(guide.links).toEqual([{ href: 'javascript:x', line: 35 }]);
  expect(guide.images).toEqual([{ src: 'https://a.example/x.png', alt: '', line: 35 }]);
  expect(guide.problems.map((problem) => `${problem.severity} ${problem.rule} ${problem.line}`)).toEqual([
    'error link-refused 35',
    'error image-refused 35',
  ]);
});

test('words are counted without footnotes', () => {
  expect(parseGuide(complete('', 'One two[^1].\n\n- three\n\n[^1]: four five\n'), 'x-setup.md').words).toBe(3);
});

test('a guide without text says so', () => {
  expect(parseGuide(complete('', '\n\n'), 'x-setup.md').problems.map((problem) => problem.rule)).toEqual(['body-empty']);
});

test('law: both modes see the same blocks, and nothing throws', () => {
  fc.assert(
    fc.property(markdown, fc.boolean(), (body, front) => {
      const source = front ? complete('', body) : body;
      const [strict, lenient] = [parseGuide(source, 'a/b.md'), parseGuide(source, 'a/b.md', { mode: 'lenient' })];
      expect(strict.blocks).toEqual(lenient.blocks);
      expect(lenient.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

const guides = path.resolve(import.meta.dirname, '../../../content/guides');
const ours = existsSync(guides)
  ? readdirSync(guides, { recursive: true, encoding: 'utf8' }).filter((file) => /[\\/][^\\/]+\.md$/.test(file) && !/README/.test(file))
  : [];

test.each(ours)('our guide %s has no error', (file) => {
  const guide = parseGuide(readFileSync(path.join(guides, file), 'utf8'), file);
  expect(guide.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  expect(guide.words).toBeGreaterThan(300);
});
