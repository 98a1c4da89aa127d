import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { copyDocument } from '../../content/core/copy/document.ts';
import { parseGuide } from '../../content/core/guide/parse.ts';
import { type CopyPicture, copyEnding, type GuideCopy, guideCopy } from '../../content/node/guide-copy.ts';
import { copyWords } from '../../renderer/text/copies.ts';
import { copiedGuide, copiedOrigin } from '../support/copied-guide.ts';
import { guideWords, htmlText, lettersOf, lostWords, partsOf, strayedWord, wordText } from '../support/copied-words.ts';
import { readCsv } from '../support/csv.ts';
import { canOffice, mostMs, openInOffice } from '../support/office.ts';
import { drawing, square } from '../support/pictures.ts';

const folder = path.resolve(import.meta.dirname, '../../content/guides');
const bundled = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md') && path.basename(name) !== 'README.md')
  .sort()
  .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const);
const all = [['a guide with everything in it', copiedGuide], ...bundled] as const;

const pictures: readonly CopyPicture[] = [
  { src: 'square.png', type: 'image/png', width: 40, height: 40, bytes: square, bitmap: null },
  { src: 'tree.svg', type: 'image/svg+xml', width: 100, height: 50, bytes: drawing, bitmap: square },
  { src: 'other.png', type: 'image/png', width: 1, height: 1, bytes: square, bitmap: null },
];
const save = (source: string, format: GuideCopy['format'], special: Partial<GuideCopy> = {}): Promise<Uint8Array> =>
  guideCopy({ format, table: null, source, origin: copiedOrigin, words: copyWords, pictures: [], ...special });

test('there are bundled guides to copy', () => expect(bundled.length).toBeGreaterThan(8));

describe.each(all)('%s', (_, source) => {
  const words = guideWords(source);
  const sources = lettersOf(
    copyDocument(source)
      .meta.sources.map(({ title }) => title)
      .join(' '),
  );

  test('keeps every word as a web page, in order', async () => {
    const copy = lettersOf(htmlText(strFromU8(await save(source, 'html'))));
    expect(lostWords([...words.all, ...sources], copy)).toEqual([]);
    expect(strayedWord(words.body, copy)).toBeNull();
  });

  test('keeps every word as plain text', async () => {
    expect(lostWords([...words.all, ...sources], lettersOf(strFromU8(await save(source, 'text'))))).toEqual([]);
  });

  test('keeps every word in Word, in order', async () => {
    const parts = partsOf(await save(source, 'word'));
    const body = lettersOf(wordText(parts));
    expect(lostWords([...words.all, ...sources], [...body, ...lettersOf(wordText(parts, 'word/footnotes.xml'))])).toEqual([]);
    expect(strayedWord(words.body, body)).toBeNull();
  });

  test('is the signed file itself as Markdown', async () => {
    expect(strFromU8(await save(source, 'markdown'))).toBe(source);
  });

  test('has every cell of its tables as CSV', async () => {
    const tables = parseGuide(source, '').blocks.filter(({ kind }) => kind === 'table');
    expect(copyDocument(source).tables).toHaveLength(tables.length);
    for (const [table, { text }] of tables.entries()) {
      const rows = readCsv(await save(source, 'csv', { table }));
      expect(rows).toHaveLength(text.split('\n').length);
      expect(lostWords(lettersOf(text), lettersOf(rows.flat().join(' ')))).toEqual([]);
    }
  });
});

describe('pictures', () => {
  test('stand inside a web page', async () => {
    const page = strFromU8(await save(copiedGuide, 'html', { pictures }));
    expect(page).toContain(`src="data:image/png;base64,${Buffer.from(square).toString('base64')}" alt="A red square" width="40"`);
    expect(page).toContain('src="data:image/svg+xml;base64,');
    expect(page).toContain('[Picture: A missing one]');
  });

  test('go beside the Markdown file in one zip, under the names that it calls them, and no others', async () => {
    const files = unzipSync(await save(copiedGuide, 'markdown', { pictures }));
    expect(Object.keys(files)).toEqual(['everything.md', 'square.png', 'tree.svg']);
    expect(strFromU8(files['everything.md'] ?? new Uint8Array())).toBe(copiedGuide);
    expect(files['square.png']).toEqual(square);
  });

  test('are in a Word file as they are, a drawing with its bitmap', async () => {
    const names = Object.keys(unzipSync(await save(copiedGuide, 'word', { pictures })));
    expect(
      names
        .filter((name) => name.startsWith('word/media/'))
        .map((name) => path.extname(name))
        .sort(),
    ).toEqual(['.png', '.svg']);
    const without = await save(copiedGuide, 'word', { pictures: pictures.map((picture) => ({ ...picture, bitmap: null })) });
    expect(wordText(partsOf(without))).toContain('[Picture: A drawing]');
  });
});

test.each([
  ['word', true, '.docx'],
  ['html', true, '.html'],
  ['text', true, '.txt'],
  ['csv', false, '.csv'],
  ['markdown', false, '.md'],
  ['markdown', true, '.zip'],
] as const)('a copy as %s, pictures %s, ends in %s', (format, hasPictures, ending) => {
  expect(copyEnding(format, hasPictures)).toBe(ending);
});

test.each([null, 3, -1])('table %s of three is refused', async (table) => {
  await expect(save(copiedGuide, 'csv', { table })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

describe.skipIf(!canOffice)('in LibreOffice (libreoffice-writer-nogui)', () => {
  let texts: ReturnType<typeof openInOffice> = [];
  beforeAll(async () => {
    texts = openInOffice(await Promise.all(all.map(([, source]) => save(source, 'word', { pictures }))));
  }, mostMs);

  test.each(all.map(([name, source], at) => [name, source, at] as const))('%s has all its words and headings', (_, source, at) => {
    const read = texts[at];
    const alts = copyDocument(source).pictures.length === 0 ? [] : source.matchAll(/!\[([^\]]*)\]/g);
    const shown = [...(read?.accepted ?? []), ...[...alts].map(([, alt = '']) => alt)];
    expect(lostWords(guideWords(source).all, lettersOf(shown.join('\n')))).toEqual([]);
    const headings = parseGuide(source, '').outline.map(({ text }) => text);
    expect(read?.headings.map((text) => text.replace(/\s+/g, ' ').trim()).slice(0, headings.length)).toEqual(headings);
  });
});
