import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyDocument } from '../../content/core/copy/document.ts';
import { guideDocx } from '../../content/node/guide-docx.ts';
import { copyWords } from '../../renderer/text/copies.ts';
import { copiedGuide, copiedOrigin } from '../support/copied-guide.ts';
import { guideWords, lettersOf, lostWords, partsOf, wordText } from '../support/copied-words.ts';
import { drawing, square } from '../support/pictures.ts';
import { checkWordFile, namedTags } from '../support/word-file.ts';
import { tagsOf, type XmlTag } from '../support/xml.ts';

const ports = {
  origin: copiedOrigin,
  words: copyWords,
  picture: (src: string) =>
    src === 'gone.png'
      ? null
      : { type: 'png' as const, bytes: square, svg: src.endsWith('.svg') ? drawing : null, width: 1_200, height: 600 },
};
const made = async (source: string) => partsOf(await guideDocx(copyDocument(source), ports));
const inner = (markdown: string): string => `---\ntitle: T\n---\n${markdown}`;
const tags = (parts: Readonly<Record<string, string>>, name = 'word/document.xml'): readonly XmlTag[] => tagsOf(parts[name] ?? '');

describe('a guide as a Word document', async () => {
  const parts = await made(copiedGuide);
  const body = tags(parts);

  test('is one that Word opens without a word', () => checkWordFile(parts));

  test('has a title, a language and an order of headings', () => {
    expect(parts['docProps/core.xml']).toContain('<dc:title>Everything: a guide &#60;with&#62; &#38; signs</dc:title>');
    expect(namedTags(tags(parts, 'word/styles.xml'), 'w:lang')[0]).toMatchObject({ 'w:val': 'en-GB' });
    const headings = namedTags(body, 'w:pStyle').flatMap(({ 'w:val': style = '' }) => (/^(?:Title|Heading)/.test(style) ? [style] : []));
    expect(headings).toEqual(['Title', 'Heading1', 'Heading2', 'Heading2', 'Heading3', 'Heading3', 'Heading1']);
  });

  test('says what it is before it says anything else', () => {
    expect(wordText(parts).split('\n').slice(0, 4)).toEqual([
      'Everything: a guide <with> & signs',
      'One line about it.',
      'State: Draft. Nobody has approved this guide yet. Check with your supervisor before you rely on it.',
      'Version: 0.3',
    ]);
    const foot = Object.entries(parts).find(([name]) => /footer\d*\.xml$/.test(name))?.[1] ?? '';
    expect(foot).toContain('DRAFT · v0.3');
  });

  test('has real notes: two of them, and the second mention of the first is its number', () => {
    expect(namedTags(body, 'w:footnoteReference').map((note) => note['w:id'])).toEqual(['1', '2']);
    expect(wordText(parts, 'word/footnotes.xml')).toContain('First note with a link.');
    expect(namedTags(body, 'w:vertAlign')).toHaveLength(1);
  });

  test('has boxes to tick, one of them ticked', () => {
    const ticks = body.filter(({ name }) => name === 'w14:checked').map(({ attributes }) => attributes['w14:val']);
    expect(ticks).toEqual(['0', '1', '0']);
  });

  test('repeats the head of each table, and tells programs that read aloud that it is one', () => {
    expect(body.filter(({ name }) => name === 'w:tbl')).toHaveLength(3);
    expect(body.filter(({ name }) => name === 'w:tblHeader')).toHaveLength(3);
    expect(namedTags(body, 'w:tblLook').map((look) => look['w:firstRow'])).toEqual(['true', 'true', 'true']);
  });

  test('begins lists where the guide does, each on its own', () => {
    const starts = namedTags(tags(parts, 'word/numbering.xml'), 'w:start').map((start) => start['w:val']);
    expect(starts).toContain('3');
    const ordered = new Set(namedTags(body, 'w:numId').map((list) => list['w:val']));
    expect(ordered.size).toBeGreaterThanOrEqual(5);
  });

  test('has pictures that fit the sheet, each with its words, a drawing with a bitmap', () => {
    expect(namedTags(body, 'wp:docPr').map(({ descr }) => descr)).toEqual(['A red square', 'A drawing']);
    for (const { cx, cy } of namedTags(body, 'wp:extent')) {
      // Of 914,400 to the inch: no wider than the text of an A4 sheet.
      expect(Number(cx)).toBeLessThanOrEqual(6_120_130);
      expect(Number(cx) / Number(cy)).toBeCloseTo(2, 1);
    }
    expect(parts['word/document.xml']).toContain('svgBlip');
  });

  test('shades boxes and says their word first', () => {
    expect(wordText(parts)).toContain('Must: Do this at once\n');
    expect(wordText(parts)).toContain('Your force decides\n');
    expect(namedTags(body, 'w:shd').map((shade) => shade['w:fill'])).toEqual(expect.arrayContaining(['FBEEF0', 'EEF3FA']));
  });
});

describe('what is unusual', () => {
  test.each([
    ['a note in the head of a table', '| A[^1] |\n| - |\n| b |\n\n[^1]: Words of it'],
    ['a note that only another mentions', 'a[^1]\n\n[^1]: One[^2]\n[^2]: Words of it'],
    ['a note with a list', 'a[^1]\n\n[^1]: One\n\n    - Words of it'],
  ])('%s puts all notes at the end, with their numbers', async (_, markdown) => {
    const parts = await made(inner(markdown));
    checkWordFile(parts);
    expect(namedTags(tags(parts), 'w:footnoteReference')).toEqual([]);
    expect(wordText(parts)).toMatch(/Notes\n[\s\S]*Words of it/);
  });

  test.each([
    ['a list that begins with a list', '- - a\n  - b'],
    ['an item that begins with a box', '- > [!must] x\n  > y'],
    ['a table in a list', '- x\n\n  | a |\n  | - |\n  | b |'],
    ['two tables one after the other', '| a |\n| - |\n\n| b |\n| - |\n'],
    ['ten lists in each other', Array.from({ length: 10 }, (_each, at) => `${'  '.repeat(at)}- ${at}`).join('\n')],
    ['nothing at all', ''],
    ['control signs and turned text', 'a \u0001\u202eb\ufffe c'],
    ['the same heading twice', '## A\n\n## A\n\n[x](#a-2)'],
  ])('%s is a whole document', async (_, markdown) => checkWordFile(await made(inner(markdown))));

  test('a cell of a hundred thousand signs is whole', async () => {
    const long = 'word '.repeat(20_000).trim();
    expect(wordText(await made(inner(`| a |\n| - |\n| ${long} |`)))).toContain(long);
  });

  test('whatever is written is a whole document that has every word', async () => {
    const bit = fc.constantFrom(
      ...[
        '- ',
        '1. ',
        '> ',
        '> [!must] ',
        '| a | b |\n| - | - |\n| ',
        ' |\n',
        '## ',
        '[^1]',
        '\n[^1]: ',
        '\n\n',
        '\n',
        '  ',
        '- [ ] ',
        '```\n',
      ],
      ...[
        ' one ',
        ' **two** ',
        '\u0000',
        '\u202e',
        '=1+1',
        '<w:p>',
        '&',
        ' ![x](square.png) ',
        ' [l](https://a.example) ',
        ' [g](guide:rules) ',
        ' [h](#one) ',
        ']]>',
        '😀',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bit, { maxLength: 40 }), async (bits) => {
        const source = inner(bits.join(''));
        const parts = await made(source);
        checkWordFile(parts);
        expect(lostWords(guideWords(source).all, lettersOf(wordText(parts) + wordText(parts, 'word/footnotes.xml')))).toEqual([]);
      }),
      // Each is a whole document, some milliseconds to pack.
      { numRuns: 60 },
    );
  }, 30_000);
});
