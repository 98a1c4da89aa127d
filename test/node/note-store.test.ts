import { mkdirSync, readdirSync, readFileSync, rmdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isDeleted, type Note, type NoteId, type NoteRecord } from '../../content/core/annotation/model.ts';
import { writeNoteFile } from '../../content/core/annotation/note-file.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import { sha256 } from '../../content/node/hash.ts';
import { machineMark } from '../../content/node/note-claims.ts';
import { type NoteStore, openNoteStore } from '../../content/node/note-store.ts';
import { bundleJob, everyWord, forkJob } from '../support/jobs.ts';
import { sampleNote } from '../support/notes.ts';
import { tempFolder } from '../support/temp.ts';

const guide = 'house-rules' as GuideId;
const add = (note: Note) => (records: readonly NoteRecord[]) => [...records.filter(({ id }) => id !== note.id), note];
const textsOf = async (store: NoteStore) =>
  (await store.read(guide)).records.flatMap((record) => (isDeleted(record) ? [] : [record.text])).sort();

function open(folder = tempFolder()) {
  const said: string[] = [];
  return { folder, said, file: path.join(folder, `${guide}.json`), store: openNoteStore({ folder, log: (what) => said.push(what) }) };
}

describe('a store of notes', () => {
  test('keeps what it was given, in a file that says whose it is', async () => {
    const { store, folder, file } = open();
    await store.change(guide, add(sampleNote({ text: 'one' })));
    expect(await textsOf(open(folder).store)).toEqual(['one']);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ type: 'AnnotationPage', 'guides:guide': guide });
    expect([store.guides(), readdirSync(folder)]).toEqual([[guide], [`${guide}.json`]]);
  });

  test('has no notes where there is no file, and makes the folder when there are some', async () => {
    const { store, folder } = open(path.join(tempFolder(), 'notes'));
    expect(await store.read(guide)).toEqual({ records: [], isReadOnly: false, refused: 0, setAside: null });
    expect(store.guides()).toEqual([]);
    await store.change(guide, add(sampleNote()));
    expect(readdirSync(folder)).toEqual([`${guide}.json`]);
  });

  test('changes of one file that are asked for at once all happen', async () => {
    const { store } = open();
    await Promise.all(['a', 'b', 'c', 'd'].map((text) => store.change(guide, add(sampleNote({ text })))));
    expect(await textsOf(store)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('writes nothing where nothing changed', async () => {
    const { store, file } = open();
    await store.change(guide, add(sampleNote()));
    const before = readFileSync(file);
    await store.change(guide, (records) => records);
    expect(readFileSync(file)).toEqual(before);
  });

  test('sees what another process wrote, also of the same length and at the same moment', async () => {
    const { store, folder, file } = open();
    const note = sampleNote({ text: 'one' });
    await store.change(guide, add(note));
    await open(folder).store.change(guide, add({ ...note, text: 'two' }));
    const then = statSync(file).mtime;
    await store.read(guide);
    await open(folder).store.change(guide, add({ ...note, text: 'six' }));
    utimesSync(file, then, then);
    expect(await textsOf(store)).toEqual(['six']);
  });

  test('writes again over what another wrote between its reading and its writing', async () => {
    const { store, folder, file } = open();
    let asked = 0;
    await store.change(guide, (records) => {
      asked += 1;
      // As a sync program or an app without claims does.
      if (asked === 1) writeFileSync(file, writeNoteFile(guide, [sampleNote({ text: 'theirs' })]));
      return add(sampleNote({ text: 'mine' }))(records);
    });
    expect([asked, await textsOf(store)]).toEqual([2, ['mine', 'theirs']]);
    expect(readdirSync(folder)).toEqual([`${guide}.json`]);
  });

  test('takes 10,000 notes of a guide and no more, and as many deletions beside them', async () => {
    const { store, folder } = open();
    const many = Array.from({ length: 10_000 }, () => sampleNote());
    const gone = many.map(({ id }) => ({
      id: `urn:uuid:1${id.slice(10)}` as NoteId,
      deleted: '2026-11-22T12:00:00.000Z',
      clock: { a: 1 },
    }));
    await store.change(guide, () => [...many, ...gone]);
    await expect(store.change(guide, add(sampleNote()))).rejects.toMatchObject({ code: 'NOTES_FULL' });
    const { records, refused } = await open(folder).store.read(guide);
    expect([records.length, refused]).toEqual([20_000, 0]);
    await store.change(guide, (here) => here.slice(1));
    await store.change(guide, add(sampleNote({ text: 'fits' })));
    expect(await textsOf(store)).toContain('fits');
  });

  test('refuses a file that it could not read again', async () => {
    const { store } = open();
    const long = Array.from({ length: 2_000 }, () => sampleNote({ text: 'x'.repeat(20_000) }));
    await expect(store.change(guide, () => long)).rejects.toMatchObject({ code: 'NOTES_FULL' });
    expect((await store.read(guide)).records).toEqual([]);
  });

  test('removes what a killed process had begun to write, and nothing else', async () => {
    const { store, folder } = open();
    const [left, other] = [`.${guide}.json.0123456789ab.tmp`, '.house-rules-2.json.0123456789ab.tmp'];
    for (const name of [left, other]) writeFileSync(path.join(folder, name), 'half');
    await store.change(guide, add(sampleNote()));
    expect(readdirSync(folder)).toEqual([other, `${guide}.json`]);
  });

  test('four processes on one folder lose nothing of 60 changes each', async () => {
    const folder = tempFolder();
    const bundle = await bundleJob('test/support/note-change-job.ts');
    const children = ['a', 'b', 'c', 'd'].map((writer) => forkJob(bundle, [folder, writer, '60']));
    const answered = (await Promise.all(children.map((child) => everyWord<string>(child)))).flat();
    const { store } = open(folder);
    const kept = (await Promise.all(store.guides().map((one) => store.read(one)))).flatMap(({ records }) => records);
    const texts = new Set(kept.flatMap((record) => (isDeleted(record) ? [] : [record.text])));
    expect(answered).toHaveLength(240);
    expect(answered.filter((text) => !texts.has(text))).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.startsWith('.') || name.includes('damaged'))).toEqual([]);
  }, 60_000);

  test('goes on when the process that held the guide was killed', async () => {
    const folder = tempFolder();
    writeFileSync(path.join(folder, `.${guide}.${machineMark()}.2147483646.0123456789ab.claim`), '');
    const { store } = open(folder);
    await store.change(guide, add(sampleNote({ text: 'mine' })));
    expect(await textsOf(store)).toEqual(['mine']);
  });
});

describe('a file that is not as it should be', () => {
  const whole = writeNoteFile(guide, [sampleNote({ text: 'one' }), sampleNote({ text: 'two' })]);

  test('cut, it gives what is whole, and stays beside as it was', async () => {
    const { store, file, folder, said } = open();
    const cut = whole.slice(0, whole.indexOf('"two"'));
    writeFileSync(file, cut);
    expect(await textsOf(store)).toEqual(['one']);
    expect(await store.read(guide)).toMatchObject({ refused: 1, setAside: expect.stringContaining('damaged') });
    await store.change(guide, add(sampleNote({ text: 'three' })));
    expect(await textsOf(store)).toEqual(['one', 'three']);
    const aside = readdirSync(folder).filter((name) => name.includes('damaged'));
    expect(aside).toHaveLength(1);
    expect(readFileSync(path.join(folder, aside[0] as string), 'utf8')).toBe(cut);
    expect(said).toEqual(['notes-damaged']);
    expect(store.guides()).toEqual([guide]);
    expect(await store.read(guide)).toMatchObject({ refused: 0, setAside: aside[0] });
  });

  test('of a newer app, it is read and never written over', async () => {
    const { store, file } = open();
    const newer = whole.replace('"guides:format":1', '"guides:format":2');
    writeFileSync(file, newer);
    expect(await store.read(guide)).toMatchObject({ isReadOnly: true, records: { length: 2 } });
    await expect(store.change(guide, add(sampleNote()))).rejects.toMatchObject({ code: 'NOTES_NEWER' });
    expect(readFileSync(file, 'utf8')).toBe(newer);
  });

  test('that cannot be read at all is not taken for empty', async () => {
    const { store, file, said } = open();
    mkdirSync(file);
    await expect(store.change(guide, add(sampleNote()))).rejects.toMatchObject({ name: 'AppFault' });
    expect(said).toEqual(['notes-not-readable']);
  });

  test('damaged twice, both states stay beside, and the newer one is named', async () => {
    const { store, file, folder } = open();
    writeFileSync(file, whole.slice(0, -20));
    await store.change(guide, add(sampleNote({ text: 'three' })));
    const first = (await store.read(guide)).setAside;
    const then = new Date(Date.now() - 60_000);
    utimesSync(path.join(folder, first ?? ''), then, then);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -20));
    const second = (await store.read(guide)).setAside;
    expect(second).not.toBe(first);
    expect(await textsOf(store)).toEqual(['one', 'three', 'two']);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  test('that cannot be set aside is read, and not written over', async () => {
    const { store, file, folder } = open();
    const cut = whole.slice(0, -20);
    writeFileSync(file, cut);
    // A folder in its place: the rename onto it is refused, as a full disk would refuse the writing.
    const aside = path.join(folder, `${guide}.damaged-${sha256(Buffer.from(cut)).slice(0, 12)}.json`);
    mkdirSync(aside);
    expect(await textsOf(store)).toEqual(['one', 'two']);
    await expect(store.change(guide, add(sampleNote()))).rejects.toMatchObject({ code: 'STORE_DENIED' });
    expect(readFileSync(file, 'utf8')).toBe(cut);
    rmdirSync(aside);
    await store.change(guide, add(sampleNote({ text: 'three' })));
    expect([await textsOf(store), readFileSync(aside, 'utf8')]).toEqual([['one', 'three', 'two'], cut]);
  });
});
