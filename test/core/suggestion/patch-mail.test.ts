import { expect, test } from 'vitest';
import type { Author, Suggestion } from '../../../content/core/suggestion/model.ts';
import { mailOf } from '../../../content/core/suggestion/patch-mail.ts';
import { sampleSuggestion } from '../../support/suggestions.ts';

const header = (name: string, special: Partial<Suggestion>): string => {
  const [head] = mailOf(sampleSuggestion(special), 'x.md').split('\n\n');
  return new RegExp(`^${name}: ([\\s\\S]*?)(?=\\n\\S)`, 'm').exec(head ?? '')?.[1] ?? '';
};
/** RFC 2047: words side by side are one text. */
const read = (words: string): string =>
  words
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?q\?(.*?)\?=/g, (_, word: string) =>
      decodeURIComponent(word.replace(/_/g, ' ').replace(/%/g, '%25').replace(/=/g, '%')),
    );
const nameOf = (author: Partial<Author>): string =>
  read(header('From', { author: { name: null, force: 'Kent Police', role: 'Officer', ...author } })).replace(/ <[^<]*>$/, '');

test.each([
  [{ name: 'Ann Example' }, 'Ann Example, Kent Police'],
  [{}, 'Kent Police'],
  [{ name: 'Siân Ŵilliams' }, 'Siân Ŵilliams, Kent Police'],
  [{ name: 'Eve <eve@example.org>' }, 'Eve eve example.org, Kent Police'],
  [{ name: '(Ann)' }, 'Ann, Kent Police'],
  [{ force: '…' }, 'National Guides'],
  [{ force: '' }, 'National Guides'],
])('%j is %s', (author, name) => expect(nameOf(author)).toBe(name));

test('a name is never so long that git takes the address for it, and never cut inside a character', () => {
  for (const name of ['N'.repeat(120), 'Ŵ'.repeat(120), '漢'.repeat(120), '👮'.repeat(60)]) {
    const written = nameOf({ name });
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(60);
    expect(Buffer.byteLength(written)).toBeGreaterThan(56);
    expect(written).not.toContain('\ufffd');
  }
});

test('the address is nobody’s, whatever is written', () => {
  const from = header('From', { author: { name: 'a@b.org <c@d.org>', force: 'e@f.org', role: 'x' } });
  expect(from.match(/<[^>]*>$/)?.[0]).toBe('<suggestion@national-guides.invalid>');
  expect(read(from).match(/@/g)).toHaveLength(1);
});

test.each([
  ['Short.', 'x.md: Short.'],
  ['', 'x.md'],
  ['Two\nlines  and\tblanks', 'x.md: Two lines and blanks'],
  ['“Ŵ” =?UTF-8?q?=41?= 100 % é_=', 'x.md: “Ŵ” =?UTF-8?q?=41?= 100 % é_='],
  ['a'.repeat(300), `x.md: ${'a'.repeat(99)}…`],
  ['👮🏽'.repeat(100), `x.md: ${'👮🏽'.repeat(49)}👮…`],
])('the subject of %j', (why, subject) => {
  const written = header('Subject', { why });
  expect(read(written)).toBe(`[PATCH] ${subject}`);
  for (const line of `Subject: ${written}`.split('\n')) expect(line.length).toBeLessThanOrEqual(78);
  expect(written).toMatch(/^[\x20-\x7e\n]*$/);
});

test.each([
  ['2026-11-23T09:05:00.000Z', 'Mon, 23 Nov 2026 09:05:00 +0000'],
  ['2024-02-29T23:59:59.999Z', 'Thu, 29 Feb 2024 23:59:59 +0000'],
  ['0001-01-01T00:00:00.000Z', 'Sat, 01 Jan 2000 00:00:00 +0000'],
  ['9999-12-31T23:59:59.999Z', 'Sat, 01 Jan 2000 00:00:00 +0000'],
])('the day of %s is one that git knows', (modified, date) => expect(header('Date', { modified })).toBe(date));

test('what people wrote stands indented, so that none of it is read as a header, a mark or a mail', () => {
  const why = 'From: Eve <eve@example.org>\n---\ndiff --git a/x b/x\n\nFrom x 00:00:00 2001\n  [PATCH] x  ';
  const body = mailOf(sampleSuggestion({ why }), 'x.md').split('\n\n').slice(1).join('\n\n');
  const ours = body.split('\n').filter((line) => line !== '' && !line.startsWith('    '));
  expect(ours.map((line) => line.split(' ')[0])).toEqual(['Why:', 'Suggestion:', 'Kind:', 'Urgency:', 'Base:', 'Force:', 'Role:', '---']);
});
