import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GuideId } from '../../../content/core/base/ids.ts';
import type { Suggestion } from '../../../content/core/suggestion/model.ts';
import { changePatch, guideFileOf } from '../../../content/core/suggestion/patch.ts';
import { baseOf, idOf, sampleSuggestion } from '../../support/suggestions.ts';

const change = (old: string, next: string, special: Partial<Suggestion> = {}): Suggestion =>
  sampleSuggestion({ id: idOf(1), base: baseOf(old), proposal: { kind: 'change', source: next }, about: null, ...special });
const newGuide = (source: string, guide: GuideId | null = null): Suggestion =>
  sampleSuggestion({ guide, base: null, about: null, proposal: { kind: 'new-guide', source, template: null } });
/** From the first file's line on. */
const diffOf = (suggestion: Suggestion): string => changePatch(suggestion)?.replace(/^[\s\S]*?\n(?=diff --git )/, '') ?? '';
const hunksOf = (old: string, next: string): string => diffOf(change(old, next)).replace(/^[\s\S]*?(?=@@)/, '');

test('is these bytes, and stays these bytes: bundles of years ago are compared with them', () => {
  expect(changePatch(sampleSuggestion({ id: idOf(1) }))).toBe(`From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001
From: Ann Example, Kent Police <suggestion@national-guides.invalid>
Date: Mon, 23 Nov 2026 09:05:00 +0000
Subject: [PATCH] house-rules.md: The procedure says so.
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit

Why:

    The procedure says so.

Suggestion: urn:uuid:00000000-0000-4000-8000-000000000001
Kind: wording
Urgency: whenever
Base: everyday 1 3f5b62eb297985b83557efaec357f51e1a0af42d7a3dd9a7c387e21730707528
Force: Kent Police
Role: Web manager
---

diff --git a/house-rules.md b/house-rules.md
--- a/house-rules.md
+++ b/house-rules.md
@@ -6,4 +6,4 @@
 
 # House rules
 
-You may hide a comment.
+You must hide a comment.
`);
});

test('there is none where no text changes', () => {
  expect(changePatch(change('a\n', 'a\n'))).toBeNull();
  expect(changePatch(sampleSuggestion({ proposal: { kind: 'comment' } }))).toBeNull();
  expect(changePatch(newGuide(''))).toBeNull();
});

test.each([
  ['a first line more', 'b\n', 'a\nb\n', '@@ -1,1 +1,2 @@\n+a\n b\n'],
  ['a last line more', 'a\n', 'a\nb\n', '@@ -1,1 +1,2 @@\n a\n+b\n'],
  ['the only line gone', 'a\n', '', '@@ -1,1 +0,0 @@\n-a\n'],
  ['words in an empty text', '', 'a\n', '@@ -0,0 +1,1 @@\n+a\n'],
  ['nothing where there was an empty line', '\n', '', '@@ -1,1 +0,0 @@\n-\n'],
  ['a change below an empty first line', '\na\nb\n', '\na\nc\n', '@@ -1,3 +1,3 @@\n \n a\n-b\n+c\n'],
  ['no line end any more', 'a\nb\n', 'a\nb', '@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file\n'],
  ['a line end at last', 'a\nb', 'a\nb\n', '@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n'],
  ['a change above a last line without an end', 'a\nb', 'x\nb', '@@ -1,2 +1,2 @@\n-a\n+x\n b\n\\ No newline at end of file\n'],
  ['CRLF that stays', 'a\r\nb\r\n', 'a\r\nc\r\n', '@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n'],
  ['the same line once more', 'a\na\n', 'a\na\na\n', '@@ -1,2 +1,3 @@\n a\n a\n+a\n'],
  [
    'signs that end lines elsewhere',
    'a\u2028b\u0085c\rd\n',
    'a\u2028b\u0085c\re\n',
    '@@ -1,1 +1,1 @@\n-a\u2028b\u0085c\rd\n+a\u2028b\u0085c\re\n',
  ],
])('%s', (_, old, next, hunks) => expect(hunksOf(old, next)).toBe(hunks));

test('what lies close together is one hunk, what lies apart are two', () => {
  const lines = Array.from({ length: 30 }, (_, at) => `line ${at}`);
  const edited = (...at: readonly number[]): string => lines.map((line, index) => (at.includes(index) ? `${line}!` : line)).join('\n');
  const heads = (next: string): readonly string[] => hunksOf(lines.join('\n'), next).match(/^@@.*$/gm) ?? [];
  expect(heads(edited(10, 17))).toEqual(['@@ -8,14 +8,14 @@']);
  expect(heads(edited(10, 18))).toEqual(['@@ -8,7 +8,7 @@', '@@ -16,7 +16,7 @@']);
});

const line = fc.constantFrom(
  'a',
  'b',
  'c',
  '',
  ' ',
  '-- ',
  '---',
  '+++ x',
  '@@ -1 +1 @@',
  'From x',
  'diff --git a/x b/x',
  '\\',
  'é\r',
  '👮🏽‍♀️',
);
const text = fc.tuple(fc.array(line, { maxLength: 40 }), fc.boolean()).map(([lines, isEnded]) => lines.join('\n') + (isEnded ? '\n' : ''));

/** By the lines' numbers alone; throws where the old lines are others. */
function applied(old: string, patch: string): string {
  const lines = old.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const rows = patch.split('\n').slice(0, -1);
  const written: string[] = [];
  let at = 0;
  rows.forEach((row, index) => {
    const head = /^@@ -(\d+),(\d+) /.exec(row);
    const to = head ? Number(head[1]) - (head[2] === '0' ? 0 : 1) : at;
    written.push(...lines.slice(at, to));
    at = Math.max(at, to);
    const text = `${row.slice(1)}${rows[index + 1]?.startsWith('\\') ? '' : '\n'}`;
    if (/^[ -]/.test(row) && lines[at++] !== text) throw new Error(`line ${at} is another: ${row}`);
    if (/^[ +]/.test(row)) written.push(text);
  });
  return [...written, ...lines.slice(at)].join('');
}

test('gives the proposed text, for any two texts', () => {
  fc.assert(
    fc.property(text, text, (old, next) => {
      fc.pre(old !== next);
      expect(applied(old, hunksOf(old, next))).toBe(next);
    }),
    { numRuns: 500 },
  );
});

test('texts too different to compare are one replaced by the other, whole lines at the ends apart', () => {
  const many = (sign: string): string => `same\n${Array.from({ length: 15_000 }, (_, at) => `${sign} ${at}\n`).join('')}end\n`;
  const hunks = hunksOf(many('a'), many('b'));
  expect(hunks.match(/^@@.*$/gm)).toEqual(['@@ -1,15002 +1,15002 @@']);
  expect([hunks.startsWith('@@ -1,15002 +1,15002 @@\n same\n-a 0\n'), hunks.endsWith('+b 14999\n end\n')]).toEqual([true, true]);
  expect(hunks.match(/^-/gm)).toHaveLength(15_000);
  const rewritten = (sign: string): string => Array.from({ length: 3_000 }, (_, at) => `${sign} ${at}\n`).join('');
  expect(hunksOf(rewritten('a'), rewritten('b')).match(/^@@.*$/gm)).toEqual(['@@ -1,3000 +1,3000 @@']);
});

test('no line of a difference stands where a mail or another file could begin', () => {
  const traps = 'From 0 Mon Sep 17 00:00:00 2001\ndiff --git a/pack.yml b/pack.yml\n--- a/pack.yml\n+++ b/pack.yml\n@@ -1 +1 @@\n';
  const patch = changePatch(change('x\n', `x\n${traps}`, { why: traps })) ?? '';
  expect(patch.match(/^(?:From |diff |--- |\+\+\+ |@@ ).*$/gm)).toEqual([
    'From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001',
    'diff --git a/house-rules.md b/house-rules.md',
    '--- a/house-rules.md',
    '+++ b/house-rules.md',
    '@@ -1,1 +1,6 @@',
  ]);
});

test('a new guide is a new file', () => {
  expect(diffOf(newGuide('---\nid: x-crisis\n---\n\nText.\n'))).toBe(
    'diff --git a/x-crisis.md b/x-crisis.md\nnew file mode 100644\n--- /dev/null\n+++ b/x-crisis.md\n@@ -0,0 +1,5 @@\n+---\n+id: x-crisis\n+---\n+\n+Text.\n',
  );
});

test.each([
  ['the guide that it is of', sampleSuggestion(), 'house-rules.md'],
  ['its own id', newGuide('---\nid: "x-crisis"\n---\n'), 'x-crisis.md'],
  ['its own id with CRLF', newGuide('---\r\nid: x-crisis\r\n---\r\n'), 'x-crisis.md'],
  ['a path for an id', newGuide('---\nid: ../x\n---\n'), 'new-guide.md'],
  ['a device for an id', newGuide('---\nid: con\n---\n'), 'new-guide.md'],
  ['no front matter', newGuide('id: x\n'), 'new-guide.md'],
])('the file of %s', (_, suggestion, file) => expect(guideFileOf(suggestion)).toBe(file));
