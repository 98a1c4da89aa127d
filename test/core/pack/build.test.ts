import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTargetName } from '../../../content/core/base/target-name.ts';
import { parseGuide } from '../../../content/core/guide/parse.ts';
import { readEditionIndex } from '../../../content/core/pack/index.ts';
import { markdown } from '../guide/markdown-arbitrary.ts';
import { build, type Source, short, sources } from './build-fixture.ts';
import { png } from './pictures.ts';

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const readFolder = (folder: string): Source[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ path: path.relative(folder, file), bytes: new Uint8Array(readFileSync(file)) }));

describe('our own packs', () => {
  test('a whole pack becomes its files, in reading order', () => {
    const built = build(sources());
    expect(short(built)).toEqual([]);
    expect(built.files.map(({ name }) => name)).toEqual(['index.json', 'pack.yml', 'x-setup.md', 'x-use.md', 'page.png']);
    expect(readEditionIndex(built.files[0]?.bytes ?? new Uint8Array())).toEqual({ ok: true, value: built.index });
    expect(built.index).toMatchObject({
      pack: { id: 'channel-x', start: 'x-setup' },
      synonyms: [['dm', 'direct message']],
      images: [{ src: 'page.png', width: 30, height: 20 }],
    });
    expect(built.dropped).toEqual([]);
  });

  test('the same sources in any order give the same bytes', () => {
    expect(build([...sources()].reverse()).files).toEqual(build(sources()).files);
  });

  test.each([
    [{ 'pack.yml': null }, 'error pack-yml-missing pack.yml 0'],
    [{ 'x-use.md': null }, 'error guide-unknown pack.yml 0'],
    [{ 'x-use.md': 'no front matter' }, 'error front-matter-missing x-use.md 1'],
    [{ 'page.png': null }, 'error image-missing x-setup.md 39'],
    [{ 'page.png': 'text' }, 'error image-type page.png 0'],
    [{ 'synonyms.yml': 'a: b' }, 'error synonyms-shape synonyms.yml 1'],
    [{ 'x-setup.md': null, 'x-use.md': null }, 'error no-guides pack.yml 0'],
  ])('%j stops the build', (change, problem) => {
    const built = build(sources(change));
    expect(short(built)).toContain(problem);
    expect([built.index, built.files]).toEqual([null, []]);
  });

  test('warnings do not', () => {
    const built = build(
      sources({ 'spare.png': png(1, 1), 'notes.txt': 'x', 'third.md': textOf(sources()[2]?.bytes).replace('id: x-setup', 'id: third') }),
    );
    expect(short(built)).toEqual(['hint not-guidance notes.txt 0', 'warning guide-unnamed pack.yml 0', 'warning image-unused spare.png 0']);
    expect(built.index?.guides.map(({ id }) => id)).toEqual(['x-setup', 'x-use', 'third']);
    expect(built.dropped).toEqual([
      { path: 'notes.txt', reason: 'not-guidance' },
      { path: 'spare.png', reason: 'image-unused' },
    ]);
  });

  test('ids of blocks are carried from edition to edition', () => {
    const first = build(sources());
    const next = sources({
      'x-use.md': textOf(sources()[3]?.bytes).replace('Short posts.', 'Short and clear posts.').replace('## How', 'New here.\n\n## How'),
    });
    const second = build(next, {
      previous: first.index,
      previousText: (guide) => textOf(first.files.find(({ name }) => name === guide.file)?.bytes),
    });
    const [before, after] = [first, second].map((built) => built.index?.guides[1]?.blocks.map(([id]) => id) ?? []);
    expect(after?.filter((id) => before?.includes(id))).toEqual(before);
    expect(after).toHaveLength(4);
  });

  const guides = path.resolve(import.meta.dirname, '../../../content/guides');
  const packs = existsSync(guides)
    ? readdirSync(guides, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];
  test.each(packs)('our pack %s builds without an error', (name) => {
    const built = build(readFolder(path.join(guides, name)), { packName: name });
    expect(built.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(built.index?.guides.length).toBeGreaterThan(0);
  });
});

/** What must hold of any lenient build: readable, named by the rule, and nothing lost. */
function expectWhole(files: readonly Source[]): void {
  const built = build(files, { mode: 'lenient' });
  const sorted = [...new Set(files.map((file) => file.path))];
  const used = new Set(
    built.index?.guides.flatMap((guide) =>
      String(parseGuide(textOf(built.files.find(({ name }) => name === guide.file)?.bytes), guide.file).meta.extra.imported_from),
    ),
  );
  const dropped = new Set(built.dropped.map((file) => file.path));
  const shown = built.index?.images.length ?? 0;
  const lost = sorted.filter((name) => !used.has(name) && !dropped.has(name) && !/^(?:pack|synonyms)\.yml$/.test(name));
  expect(lost).toHaveLength(built.index === null ? lost.length : shown);
  for (const { name } of built.files) expect(isTargetName(name)).toBe(true);
  for (const guide of built.index?.guides ?? []) {
    const parsed = parseGuide(textOf(built.files.find(({ name }) => name === guide.file)?.bytes), guide.file);
    expect(parsed.blocks).toHaveLength(guide.blocks.length);
    expect(parsed.meta).toMatchObject({ id: guide.id, title: guide.title, summary: guide.summary, status: guide.status });
    expect(parsed.problems.filter(({ field, severity }) => field !== null && severity === 'error')).toEqual([]);
  }
}

describe('folders that nobody here wrote', () => {
  test('odd files become guides, unsafe ones are left out, all are named', () => {
    const files = Object.entries({
      'index.md': '# Home\n\nSee [part](docs/) and ![](img/a.png).',
      'docs/index.md': '---\ntitle: [broken\n---\n<p onclick="x">Text</p>\n<script>alert(1)</script>',
      'docs/sub/index.md': '{{< note >}}Text{{< /note >}}',
      'latin.md': new Uint8Array([0x43, 0xe9]),
      'empty.md': '',
      'binary.md': new Uint8Array([0, 1, 2]),
      'huge.md': new Uint8Array(2 * 1024 * 1024 + 1).fill(97),
      'con.md': 'Device',
      'img/a.png': png(2, 2),
      'img/evil.svg': '<svg onload="x"/>',
      'run.exe': 'x',
    }).map(([name, content]) => ({ path: name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }));
    const built = build(files, { mode: 'lenient' });
    expect(built.index?.guides.map(({ id, file }) => `${id} ${file}`)).toEqual([
      'con con-x.md',
      'docs docs.md',
      'sub sub.md',
      'index index.md',
      'latin latin.md',
    ]);
    expect(built.dropped.map(({ path: name, reason }) => `${name} ${reason}`).sort()).toEqual([
      'binary.md empty',
      'empty.md empty',
      'huge.md guide-too-large',
      'img/evil.svg image-svg',
      'run.exe not-guidance',
    ]);
    const home = textOf(built.files.find(({ name }) => name === 'index.md')?.bytes);
    expect(home).toContain('See [part](guide:docs) and ![](img-a.png).');
    expect(textOf(built.files.find(({ name }) => name === 'docs.md')?.bytes)).not.toMatch(/script|onclick/);
    expect(built.problems.every(({ severity }) => severity !== 'error')).toBe(true);
    expectWhole(files);
  });

  test('an empty folder has no edition', () => {
    expect(build([], { mode: 'lenient' })).toMatchObject({ index: null, files: [], problems: [{ rule: 'no-guides' }] });
  });

  test('law: any folder builds, reads back, and loses nothing', () => {
    const name = fc.oneof(
      fc.constantFrom('index.md', 'a/index.md', 'con.md', 'A.md', 'a.md', '../x.md', 'pack.yml', 'synonyms.yml', 'x.png', 'ŵ.md', '.md'),
      fc.string().map((text) => `${text}.md`),
    );
    const bytes = fc.oneof(
      markdown.map((text) => new TextEncoder().encode(text)),
      markdown.map((text) => new TextEncoder().encode(`---\n${text}\n---\n${text}`)),
      fc.uint8Array(),
    );
    const clean = (text: string) => text.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');
    fc.assert(
      fc.property(fc.uniqueArray(fc.record({ path: name.map(clean), bytes }), { maxLength: 6, selector: (file) => file.path }), (files) =>
        expectWhole(files),
      ),
      { numRuns: 150 },
    );
  });

  const corpora = path.resolve(import.meta.dirname, '../../../../shared/corpora');
  const known = ['18f-guides', 'gov-service-design-manual', 'digitalgov'];
  for (const name of known) {
    test.skipIf(!existsSync(path.join(corpora, name)))(`the corpus ${name} builds whole`, { timeout: 120_000 }, () => {
      const files = readFolder(path.join(corpora, name));
      const built = build(files, { mode: 'lenient', packName: name });
      expect(built.index?.guides).toHaveLength(files.filter((file) => /\.md$/i.test(file.path)).length);
      expect(built.index?.guides.length ?? 0).toBeGreaterThan(200);
      expect(files.length).toBe((built.index?.guides.length ?? 0) + (built.index?.images.length ?? 0) + built.dropped.length);
      expect(built.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    });
  }
});
