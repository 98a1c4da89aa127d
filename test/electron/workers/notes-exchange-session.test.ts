import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeNoteFile } from '../../../content/core/annotation/note-file.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { sampleNote } from '../../support/notes.ts';
import { houseRules, notesPc } from '../../support/notes-pc.ts';
import { tempFolder } from '../../support/temp.ts';

const images = 'images' as GuideId;

function scene() {
  const folder = tempFolder();
  const file = (name: string) => path.join(folder, name);
  return { folder, file, main: file('house-rules.json'), desk: notesPc(folder, 'desk'), laptop: notesPc(folder, 'laptop') };
}

describe('two PCs with a folder between them', () => {
  test('have all notes of both after each has looked', async () => {
    const { folder, desk, laptop } = scene();
    await desk.add('at the desk');
    await laptop.add('on the way');
    await laptop.add('about images', images);
    for (const pc of [desk, laptop, desk]) expect((await pc.exchange()).code).toBeNull();
    for (const pc of [desk, laptop]) {
      expect([await pc.texts(), await pc.texts(images)]).toEqual([['at the desk', 'on the way'], ['about images']]);
    }
    expect(readdirSync(folder).sort()).toEqual(['house-rules.json', 'images.json']);
  });

  test('keep both versions of a note that both changed, and agree on them', async () => {
    const { desk, laptop } = scene();
    const id = await desk.add('first');
    await desk.exchange();
    await laptop.exchange();
    await desk.revise(id, 'changed at the desk');
    await laptop.revise(id, 'changed on the way');
    for (const pc of [desk, laptop, desk, laptop]) await pc.exchange();
    const both = ['changed at the desk', 'changed on the way'];
    expect([await desk.texts(), await laptop.texts()]).toEqual([both, both]);
  });

  test('pass a deletion on, but not over words that it had not seen', async () => {
    const { desk, laptop } = scene();
    const [plain, contested] = [await desk.add('plain'), await desk.add('contested')];
    await desk.exchange();
    await laptop.exchange();
    await desk.remove(plain);
    await desk.remove(contested);
    await laptop.revise(contested, 'more words');
    for (const pc of [desk, laptop, desk]) await pc.exchange();
    expect([await desk.texts(), await laptop.texts()]).toEqual([['more words'], ['more words']]);
  });

  test('lose nothing when one writes over what the other left a moment before', async () => {
    const { main, desk, laptop } = scene();
    await desk.add('at the desk');
    await desk.exchange();
    const [earlier, then] = [readFileSync(main), new Date()];
    await laptop.add('on the way');
    await laptop.exchange();
    writeFileSync(main, earlier);
    utimesSync(main, then, then);
    for (const pc of [desk, laptop, desk]) await pc.exchange();
    expect([await desk.texts(), await laptop.texts()]).toEqual([
      ['at the desk', 'on the way'],
      ['at the desk', 'on the way'],
    ]);
  });

  test('write nothing when there is nothing new, and read nothing that is known', async () => {
    const { desk, main } = scene();
    await desk.add('one');
    expect((await desk.exchange()).guides).toMatchObject([{ written: true, seen: {} }]);
    const before = readFileSync(main);
    const again = await desk.exchange();
    expect(again.guides).toMatchObject([{ written: false, seen: { 'house-rules.json': expect.any(String) } }]);
    expect(readFileSync(main)).toEqual(before);
    expect((await desk.exchange(again.guides[0]?.seen, [])).guides).toEqual([]);
  });
});

describe('files that a sync program put beside', () => {
  test.each([
    'house-rules.sync-conflict-20261123-101500-ABCDEFG.json',
    "house-rules (Laptop's conflicted copy 2026-11-23).json",
    'house-rules (1).json',
    'house-rules-DESKTOP-4F2K.json',
  ])('%s is read, merged and left', async (name) => {
    const { desk, file } = scene();
    await desk.add('at the desk');
    await desk.exchange();
    const copy = writeNoteFile(houseRules, [sampleNote({ text: 'in the copy' })]);
    writeFileSync(file(name), copy);
    expect((await desk.exchange()).code).toBeNull();
    expect(await desk.texts()).toEqual(['at the desk', 'in the copy']);
    expect(readFileSync(file(name), 'utf8')).toBe(copy);
    const { guides } = await desk.exchange();
    expect(guides).toMatchObject([{ written: false }]);
  });
});

describe('a hostile folder', () => {
  test('links, folders, pipes and other names are not read', async () => {
    const { desk, file, folder } = scene();
    const elsewhere = path.join(tempFolder(), 'secret.json');
    writeFileSync(elsewhere, writeNoteFile(houseRules, [sampleNote({ text: 'elsewhere' })]));
    symlinkSync(elsewhere, file('house-rules.json'));
    mkdirSync(file('images.json'));
    writeFileSync(file('..json'), '{}');
    writeFileSync(file('House Rules.json'), writeNoteFile(houseRules, [sampleNote({ text: 'not a name' })]));
    await desk.add('mine');
    await desk.exchange();
    expect(await desk.texts()).toEqual(['mine']);
    expect(readFileSync(elsewhere, 'utf8')).toContain('elsewhere');
    expect(readdirSync(folder)).toContain('images.json');
  });

  test('notes of other guides and what is no note are left out, and a spoilt file is kept under another name', async () => {
    const { desk, main, folder } = scene();
    const text = writeNoteFile(houseRules, [sampleNote({ text: 'theirs' }), sampleNote({ guide: images, text: 'misplaced' })]);
    writeFileSync(main, text.slice(0, -20));
    await desk.add('mine');
    expect((await desk.exchange()).code).toBeNull();
    expect([await desk.texts(), await desk.texts(images)]).toEqual([['mine', 'theirs'], []]);
    const aside = readdirSync(folder).find((name) => name.includes('damaged'));
    expect(readFileSync(path.join(folder, aside ?? ''), 'utf8')).toBe(text.slice(0, -20));
    await desk.exchange();
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('a file beyond every bound is refused by itself', async () => {
    const { desk, main } = scene();
    writeFileSync(main, '');
    truncateSync(main, 40 * 1024 * 1024);
    await desk.add('mine');
    await desk.add('about images', images);
    const { code, guides } = await desk.exchange();
    expect(code).toBe('TOO_LARGE');
    expect(guides.filter(({ written }) => written)).toMatchObject([{ guide: images }]);
    expect(await desk.texts()).toEqual(['mine']);
  });

  test('too many files are refused as a whole', async () => {
    const { desk, file } = scene();
    for (let at = 0; at < 2_001; at += 1) writeFileSync(file(`guide-${at}.json`), '');
    expect((await desk.exchange()).code).toBe('TOO_LARGE');
  });

  test('more notes than a guide can hold are not taken in, and what is here stays', async () => {
    const { desk, main } = scene();
    writeFileSync(
      main,
      writeNoteFile(
        houseRules,
        Array.from({ length: 10_000 }, () => sampleNote()),
      ),
    );
    await desk.add('mine');
    expect((await desk.exchange()).code).toBe('NOTES_FULL');
    expect(await desk.texts()).toEqual(['mine']);
  });

  test('what a newer app left is neither read nor written over', async () => {
    const { desk, main } = scene();
    const newer = writeNoteFile(houseRules, [sampleNote({ text: 'newer' })]).replace('"guides:format":1', '"guides:format":2');
    writeFileSync(main, newer);
    await desk.add('mine');
    expect((await desk.exchange()).code).toBe('NOTES_NEWER');
    expect([readFileSync(main, 'utf8'), await desk.texts()]).toEqual([newer, ['mine']]);
  });

  test('a folder in the place of a file is an error of that guide alone', async () => {
    const { desk, main } = scene();
    mkdirSync(main);
    await desk.add('mine');
    await desk.add('about images', images);
    const { guides } = await desk.exchange();
    expect(guides.map(({ guide, error }) => [guide, error?.code ?? null]).sort()).toEqual([
      ['house-rules', 'SHARE_UNREACHABLE'],
      ['images', null],
    ]);
  });

  test('a folder that is gone is said to be out of reach', async () => {
    const pc = notesPc(path.join(tempFolder(), 'none'), 'desk');
    await pc.add('mine');
    expect((await pc.exchange()).code).toBe('SHARE_UNREACHABLE');
  });

  test('unfinished files are removed after a day, not before', async () => {
    const { desk, file, folder } = scene();
    for (const name of ['.house-rules.json.0123456789ab.tmp', '.images.json.0123456789ab.tmp']) writeFileSync(file(name), 'half');
    const then = new Date(Date.now() - 25 * 60 * 60 * 1000);
    utimesSync(file('.images.json.0123456789ab.tmp'), then, then);
    await desk.exchange();
    expect(readdirSync(folder)).toEqual(['.house-rules.json.0123456789ab.tmp']);
  });
});
