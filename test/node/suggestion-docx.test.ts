import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Suggestion } from '../../content/core/suggestion/model.ts';
import { suggestionDocx } from '../../content/node/suggestion-docx.ts';
import { textOf, unitsOf } from '../../content/node/word-units.ts';
import { wordLabels, wordLabelsOf } from '../../renderer/text/suggest-leave-files.ts';
import { partsOf } from '../support/copied-words.ts';
import { canOffice, mostMs, type OfficeText, openInOffice } from '../support/office.ts';
import { anySuggestion, baseOf, sampleSuggestion } from '../support/suggestions.ts';
import { checkWordFile } from '../support/word-file.ts';

const guides = path.resolve(import.meta.dirname, '../../content/guides');
const houseRules = readFileSync(path.join(guides, 'everyday/house-rules.md'), 'utf8');
const words = { callout: (kind: string) => wordLabels[`callout-${kind}` as keyof typeof wordLabels], picture: wordLabels.picture };

const changeOf = (base: string, source: string, special: Partial<Suggestion> = {}) =>
  sampleSuggestion({ base: baseOf(base, 1_790_000_000), proposal: { kind: 'change', source }, ...special });
const docxOf = (suggestion: Suggestion) => suggestionDocx(suggestion, 'House rules', wordLabelsOf(suggestion));

const mended = houseRules
  .replace('may hide it if', '**must** hide it where')
  .replace('title: House rules,', 'title: Our house rules,')
  .replace('[^P16] In order', '[^P16] In this [order](https://example.org/?a=1&b=2)')
  .replace('## Checklist\n', '## Checklist\n\nFfoniwch ŵyr 07911 123456 – „x“ 日本 👮.\n\n- [ ] One more\n')
  .replace(/\| Anger[^\n]*\n/, '')
  .replace(/(\| Abuse of[^\n]*)/, '$1\n| A new row | Do it |')
  .replace('Leave criticism of police alone.', 'Leave *criticism* alone.');

describe('a suggestion as Word file', () => {
  test('is one that Word takes, with insertions and deletions by force and name at the time of the suggestion', async () => {
    const parts = partsOf(await docxOf(changeOf(houseRules, mended)));
    checkWordFile(parts);
    const body = parts['word/document.xml'] ?? '';
    const by = 'w:author="Ann Example, Kent Police" w:date="2026-11-23T09:05:00Z"';
    expect(body).toMatch(new RegExp(`<w:del w:id="\\d+" ${by}><w:r>(?:<w:rPr>.{0,200}?</w:rPr>)?<w:delText xml:space="preserve">may`));
    expect(body).toMatch(new RegExp(`<w:ins w:id="\\d+" ${by}><w:r>(?:<w:rPr>.{0,200}?</w:rPr>)?<w:t xml:space="preserve">must`));
    expect(parts['word/settings.xml']).toContain('<w:trackRevisions/>');
    expect(parts['word/comments.xml']).toContain('The procedure says so.');
    expect(parts['word/_rels/document.xml.rels']).toContain('https://example.org/?a=1&amp;b=2');
  });

  test('says first who suggests what and why, on what evidence', async () => {
    const evidence = [
      { kind: 'text', text: 'Seen twice' },
      { kind: 'link', href: 'https://example.org/' },
      { kind: 'file', name: 'Log.pdf', bytes: 1_000, digest: 'a'.repeat(64) as never },
    ] as const;
    const body = partsOf(await docxOf(changeOf(houseRules, mended, { evidence, urgency: 'now' })))['word/document.xml'] ?? '';
    const front = body.slice(0, body.indexOf('w:pageBreakBefore')).replace(/<[^>]+>/g, ' ');
    for (const said of [
      'Kent Police',
      'Web manager',
      'Clearer wording',
      'Now: it misleads people',
      'Seen twice',
      'https://example.org/',
      'Log.pdf',
      'The procedure says so.',
    ])
      expect(front).toContain(said);
  });

  test('has the same bytes whenever and wherever it is made', async () => {
    const suggestion = changeOf(houseRules, mended);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-24T10:00:00Z') });
    const first = await docxOf(suggestion);
    vi.setSystemTime(new Date('2031-06-01T23:59:58Z'));
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Auckland';
    const second = await docxOf(structuredClone(suggestion));
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    vi.useRealTimers();
    expect(Buffer.compare(first, second)).toBe(0);
  });

  const hostile = '<w:p/>]]>&amp;"\'\u0000\u0007\ud800\u202ex\ufffe <script>';
  test.each<[string, Partial<Suggestion>]>([
    ['the reason', { why: hostile }],
    [
      'evidence',
      {
        evidence: [
          { kind: 'text', text: hostile },
          { kind: 'file', name: hostile, bytes: 1, digest: 'a'.repeat(64) as never },
        ],
      },
    ],
    ['names', { author: { name: hostile, force: hostile, role: hostile } }],
    [
      'the text',
      {
        proposal: {
          kind: 'change',
          source: `${mended}\n${hostile}\n\n| ${hostile} |\n| --- |\n| ${hostile} |\n\n\`\`\`\n${hostile}\n\`\`\`\n`,
        },
      },
    ],
    [
      'a link',
      { proposal: { kind: 'change', source: `${mended}\n[a](javascript:alert(1)) [b](file:///etc/passwd) [c](https://example.org/"<x>)` } },
    ],
  ])('takes hostile words for words: %s', async (_, special) => {
    const parts = partsOf(await suggestionDocx(changeOf(houseRules, mended, special), hostile, wordLabels));
    checkWordFile(parts);
    expect(parts['word/_rels/document.xml.rels']).not.toMatch(/javascript:|file:/);
  });

  test.each<[string, Partial<Suggestion>, string]>([
    ['a comment', { proposal: { kind: 'comment' } }, 'Comment'],
    ['a question', { proposal: { kind: 'question' } }, 'Question'],
    ['support', { proposal: { kind: 'support', suggestion: 'b'.repeat(64) as never }, base: null, why: '' }, 'bbbbbbbb'],
    [
      'a new guide',
      { proposal: { kind: 'new-guide', source: mended, template: null }, base: null, guide: null, about: null },
      'A new guide',
    ],
  ])('can be %s', async (_, special, said) => {
    const parts = partsOf(await docxOf(sampleSuggestion(special)));
    checkWordFile(parts);
    expect(parts['word/document.xml']).toContain(said);
  });

  test('leaves out the parts of a long guide in which nothing changes', async () => {
    const long = `---\nid: long\ntitle: Long\nsummary: Long.\n---\n\n${Array.from({ length: 40 }, (_, at) => `## Part ${at}\n\n${`word${at} `.repeat(200)}\n`).join('\n')}`;
    const body = partsOf(await docxOf(changeOf(long, long.replace('word7 word7', 'word7 changed'))))['word/document.xml'] ?? '';
    expect(body).toContain('Part 7');
    expect(body).not.toContain('Part 8');
    expect(body.split(wordLabels.omitted)).toHaveLength(3);
  });

  test('is well-formed whatever it is made of', async () => {
    await fc.assert(
      fc.asyncProperty(anySuggestion, async (suggestion) => checkWordFile(partsOf(await docxOf(suggestion)))),
      { numRuns: 40 },
    );
  });
});

/** Lines of a text as a word processor shows them, cell by cell. */
const linesOf = (source: string): readonly string[] =>
  unitsOf(source, words)
    .flatMap((unit) => textOf(unit).split(/[\n\t]/))
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '');

const edits: readonly (readonly [string, (text: string) => string])[] = [
  ['words, bold, a link, a row, an item', () => mended],
  ['a section taken out', (text) => text.replace(/## Checklist[\s\S]*$/, '')],
  [
    'a section put in',
    (text) => `${text}\n## Afterwards\n\nTell **everybody**.\n\n1. First\n2. Second\n   - inner\n\n> [!warning] Mind\n> this.\n`,
  ],
  ['paragraphs in another order', (text) => text.replace(/(\*\*Someone is[^\n]*)\n\n(Leave criticism[^\n]*)/, '$2\n\n$1')],
  [
    'a paragraph split, another joined',
    (text) => text.replace('house rules.** Screenshot', 'house rules.**\n\nScreenshot').replace(/\. As at/, '.\n\nAs at'),
  ],
  [
    'a paragraph that becomes a list',
    (text) => text.replace(/Leave criticism of police alone\. /, '- Leave criticism of police alone.\n- '),
  ],
  ['a table more and a table less', (text) => `${text.replace(/\n\| You see[\s\S]*?\n\n/, '\n\n')}\n| A | B |\n| --- | --- |\n| 1 | 2 |\n`],
  [
    'the first and the last block',
    (text) => text.replace('**Someone is abusing', 'New first.\n\n**Somebody is abusing').replace(/\n+$/, ' More.\n\nNew last.\n'),
  ],
];

const names = readdirSync(guides, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md') && !name.includes('README'));
const guideAt = (name: string): string => readFileSync(path.join(guides, name), 'utf8');
// LibreOffice puts a joiner into an empty row that was inserted, so that it can be selected.
const squeezed = (lines: readonly string[] = []) => lines.map((line) => line.replace(/\s+/g, ' ')).filter((line) => line !== '\u200d');

describe.skipIf(!canOffice)('opened in LibreOffice (needs libreoffice-writer-nogui)', () => {
  let changed: readonly OfficeText[] = [];
  let made: readonly OfficeText[] = [];
  beforeAll(async () => {
    const files: Uint8Array[] = [];
    for (const [, edit] of edits) files.push(await docxOf(changeOf(houseRules, edit(houseRules))));
    for (const name of names) {
      const proposal = { kind: 'new-guide', source: guideAt(name), template: null } as const;
      files.push(await docxOf(sampleSuggestion({ base: null, guide: null, about: null, proposal })));
    }
    const read = openInOffice(files);
    changed = read.slice(0, edits.length);
    made = read.slice(edits.length);
  }, mostMs);

  test.each(edits.map(([name, edit], at) => [name, edit, at] as const))(
    'all accepted is the new text, all rejected the old one: %s',
    (_, edit, at) => {
      const [now, then] = [linesOf(edit(houseRules)), linesOf(houseRules)];
      const read = changed[at];
      expect(now).not.toEqual(then);
      expect(squeezed(read?.accepted).slice(-now.length)).toEqual(now);
      expect(squeezed(read?.rejected).slice(-then.length)).toEqual(then);
      expect(new Set(read?.revisions.map(({ author }) => author))).toEqual(new Set(['Ann Example, Kent Police']));
      expect(new Set(read?.revisions.map(({ date }) => date.slice(0, 19)))).toEqual(new Set(['2026-11-23T09:05:00']));
      expect(read?.comments).toHaveLength(1);
      expect(read?.comments[0]?.said).toBe('The procedure says so.');
      expect(read?.comments[0]?.on).not.toBe('');
    },
  );

  test.each(names.map((name, at) => [name, at] as const))('every guide of ours comes through whole, with its headings: %s', (name, at) => {
    const now = linesOf(guideAt(name));
    expect(squeezed(made[at]?.accepted).slice(-now.length)).toEqual(now);
    const headings = unitsOf(guideAt(name), words).filter((unit) => unit.is === 'paragraph' && unit.style === 'heading');
    expect(headings.length).toBeGreaterThan(0);
    expect(made[at]?.headings).toEqual(expect.arrayContaining(headings.map(textOf)));
  });
});
