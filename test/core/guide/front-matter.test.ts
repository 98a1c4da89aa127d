import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFrontMatter } from '../../../content/core/guide/front-matter.ts';
import { complete } from './complete-guide.ts';

const strict = (source: string) => parseFrontMatter(source, 'x-setup.md');
const lenient = (source: string, file = 'docs/a-page.md') =>
  parseFrontMatter(source, file, { mode: 'lenient', firstHeading: 'Heading', firstText: 'First words.' });
const rules = (result: ReturnType<typeof strict>) =>
  result.problems.map((problem) => `${problem.severity} ${problem.rule} ${problem.line} ${problem.field ?? ''}`.trim());

test('a complete guide is read without a word', () => {
  const result = strict(complete());
  expect(rules(result)).toEqual([]);
  expect(result.meta).toMatchObject({
    id: 'x-setup',
    title: 'Setting up: a force X account',
    version: '0.10',
    workingGroup: { name: 'X working group', leadForce: null },
    status: 'draft',
    reviewBy: '2027-02-22',
    consultation: { opens: null, closes: null },
    related: ['x-use'],
    sources: [
      { id: 'K13b', title: 'Labels', publisher: 'X help', url: 'https://a.example/x', date: '2023', seen: '2026-11-22', mark: 'B' },
    ],
    changes: [{ version: '0.1', date: '2026-11-22', note: 'First draft' }],
    extra: {},
  });
});

test('a byte order mark and Windows line ends change nothing', () => {
  expect(strict(`\ufeff${complete().replaceAll('\n', '\r\n')}`).meta).toEqual(strict(complete()).meta);
});

test('unknown keys are kept, whatever they are called', () => {
  const { meta } = strict(complete('owner: { name: Web team, tags: [1, true, null] }\n__proto__: { polluted: true }'));
  expect(meta.extra).toHaveProperty('owner', { name: 'Web team', tags: [1, true, null] });
  expect(Object.keys(meta.extra)).toEqual(['owner', '__proto__']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

describe('what is wrong is named with its line', () => {
  test.each([
    ['id: X Setup', 'error field-value 2 id'],
    ['status: published', 'error field-value 12 status'],
    ['review_by: soon', 'error field-date 20 review_by'],
    ['related: [X Use]', 'error field-value 23 related'],
    ['lang: English (UK)', 'error field-value 24 lang'],
    ['summary: [a]', 'error field-type 4 summary'],
    ['version: one', 'error field-value 13 version'],
  ])('%s', (line, rule) => {
    const key = line.split(':')[0];
    expect(rules(strict(complete().replace(new RegExp(`^${key}:.*$`, 'm'), line)))).toContain(rule);
  });

  test.each(['id', 'title', 'summary', 'pack', 'channel', 'topic', 'status', 'version', 'review_by'])('%s is missing', (key) => {
    expect(rules(strict(complete().replace(new RegExp(`^${key}:.*\n`, 'm'), '')))).toEqual([`error field-missing 2 ${key}`]);
  });

  test.each([
    ['', 'front-matter-missing 1'],
    ['# A heading\n', 'front-matter-missing 1'],
    ['---\nid: a\ntext without an end', 'front-matter-open 1'],
    ['+++\nid = "a"\n+++\n', 'front-matter-toml 2'],
    ['---\n- a\n---\n', 'front-matter-shape 2'],
    ['---\nid: a\nid: b\n---\n', 'yaml-duplicate-key 3'],
    ['---\n\tid: a\n---\n', 'yaml 2'],
    ['---\nid: &a x\ntitle: *a\n---\n', 'yaml-alias 3'],
  ])('%j', (source, rule) => expect(rules(strict(source)).some((text) => text.startsWith(`error ${rule}`))).toBe(true));

  test('the keys of other houses mean nothing in our own guides', () => {
    expect(strict(complete('expirydate: 2030-01-01')).meta).toMatchObject({ reviewBy: '2027-02-22', extra: { expirydate: '2030-01-01' } });
  });
});

describe('folders that nobody here wrote', () => {
  test('a silent file is named after its path and its text', () => {
    const result = lenient('Text');
    expect(result.meta).toMatchObject({
      id: 'a-page',
      title: 'Heading',
      summary: 'First words.',
      status: 'draft',
      version: '0.1',
      reviewBy: null,
      confidence: 'unverified',
    });
    expect(rules(result)).toEqual(['warning front-matter-missing 1', 'hint front-matter-filled 1']);
  });

  test.each([
    ['last_reviewed_on: 2026-01-31\nreview_in: 6 months', { updated: '2026-01-31', reviewBy: '2026-07-31' }],
    ['date: 2021-05-26 14:00:00 -0500\nexpirydate: 2025-01-01', { updated: '2021-05-26', reviewBy: '2025-01-01' }],
    ['slug: other-name\ndeck: Short words', { id: 'other-name', summary: 'Short words' }],
    ['title: A\ndescription: What it is', { title: 'A', summary: 'What it is' }],
    ['display_name: Ann', { title: 'Ann' }],
    ['status: draft', { status: 'draft' }],
    ['status: published', { status: 'draft' }],
    ['license: CC0', { licence: 'CC0' }],
    ['slug: NOT A SLUG', { id: 'a-page' }],
    ['title: "Open quote\ndate: 2020-02-03', { title: 'Open quote', updated: '2020-02-03' }],
    ['title: a: b: c\nlayout: x', { title: 'a: b: c' }],
  ])('%j', (front, meta) => expect(lenient(`---\n${front}\n---\nText`).meta).toMatchObject(meta));

  test('an approval that shows no approver is not believed', () => {
    const result = lenient('---\ntitle: A\nstatus: approved\n---\n');
    expect(result.meta.status).toBe('draft');
    expect(rules(result)).toContain('warning approval 2 approved');
  });

  test('nothing is an error', () => {
    expect(lenient('---\n: : :\n&a [*a\n---\n').problems.some((problem) => problem.severity === 'error')).toBe(false);
  });

  test('long summaries are cut for lists', () => {
    expect(lenient(`---\nsummary: ${'words '.repeat(60)}\n---\n`).meta.summary.length).toBeLessThanOrEqual(160);
  });
});

test('law: any text has complete meta data in both modes, and never throws', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '---\n',
      'id: ',
      'title: ',
      'sources: [',
      '- ',
      '{',
      '}',
      ']',
      '"',
      '\n',
      '&a ',
      '*a',
      'working_group: x\n',
      'changes:\n  - a\n',
      '__proto__: 1\n',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece), (parts) => {
      const source = `---\n${parts.join('')}\n---\n`;
      for (const { meta } of [strict(source), lenient(source)]) {
        expect(meta.id).toMatch(/^[a-z0-9-]{1,60}$/);
        expect(JSON.stringify(meta)).toContain('"extra":{');
      }
    }),
  );
});
