import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { tick } from '../../content/core/annotation/clock.ts';
import { isDeleted, type Note, type NoteRecord } from '../../content/core/annotation/model.ts';
import { writeNoteFile } from '../../content/core/annotation/note-file.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import { type NoteStore, openNoteStore } from '../../content/node/note-store.ts';
import { sampleNote } from '../support/notes.ts';
import { tempFolder } from '../support/temp.ts';

const guide = 'house-rules' as GuideId;
const add = (note: Note) => (records: readonly NoteRecord[]) => [...records.filter(({ id }) => id !== note.id), note];
const textsOf = async (store: NoteStore) =>
  (await store.read(guide)).records.flatMap((record) => (isDeleted(record) ? [] : [record.text])).sort();

function open(folder = tempFolder(), own: string | null = null) {
  const said: string[] = [];
  return { folder, said, file: path.join(folder, `${guide}.json`), store: openNoteStore({ folder, own, log: (what) => said.push(what) }) };
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
    expect(await store.read(guide)).toEqual({ records: [], isReadOnly: false, refused: 0 });
    expect(store.guides()).toEqual([]);
    await store.change(guide, add(sampleNote()));
    expect(readdirSync(folder)).toEqual([`${guide}.json`]);
  });

  test('changes of one file that are asked for at once all happen', async () => {
    const { store } = open();
    await Promise.all(['a', 'b', 'c', 'd'].map((text) => store.change(guide, add(sampleNote({ text })))));
    expect(await textsOf(store)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('two PCs on one folder lose nothing', async () => {
    const here = open(tempFolder(), tempFolder());
    const there = open(here.folder, tempFolder());
    await Promise.all([
      here.store.change(guide, add(sampleNote({ text: 'here' }))),
      there.store.change(guide, add(sampleNote({ text: 'there' }))),
    ]);
    // Whichever wrote last: each PC brings back what it knows as soon as it looks.
    const [seenHere, seenThere] = [await textsOf(here.store), await textsOf(there.store)];
    expect([...new Set([...seenHere, ...seenThere])]).toEqual(['here', 'there']);
    expect([await textsOf(here.store), await textsOf(there.store)]).toEqual([
      ['here', 'there'],
      ['here', 'there'],
    ]);
  });

  test('what another PC wrote over comes back from this one', async () => {
    const { store, file } = open(tempFolder(), tempFolder());
    await store.change(guide, add(sampleNote({ text: 'mine' })));
    writeFileSync(file, writeNoteFile(guide, [sampleNote({ text: 'theirs' })]));
    expect(await textsOf(store)).toEqual(['mine', 'theirs']);
  });

  test('without its folder, what is kept on this PC is still there', async () => {
    const { store, folder } = open(path.join(tempFolder(), 'roaming'), tempFolder());
    await store.change(guide, add(sampleNote({ text: 'mine' })));
    rmSync(folder, { recursive: true });
    expect([await textsOf(store), store.guides()]).toEqual([['mine'], [guide]]);
  });

  test('what was deleted stays deleted when an old copy comes back', async () => {
    const { store, file } = open();
    const note = sampleNote({ text: 'old' });
    await store.change(guide, add(note));
    const before = readFileSync(file);
    const gone = { id: note.id, deleted: '2026-11-22T12:00:00.000Z', clock: tick(note.clock, 'a') };
    const own = tempFolder();
    const second = open(path.dirname(file), own).store;
    await second.change(guide, () => [gone]);
    writeFileSync(file, before);
    expect(await textsOf(second)).toEqual([]);
  });
});

describe('a file that is not as it should be', () => {
  const whole = writeNoteFile(guide, [sampleNote({ text: 'one' }), sampleNote({ text: 'two' })]);

  test('cut, it gives what is whole, and stays beside as it was', async () => {
    const { store, file, folder, said } = open();
    const cut = whole.slice(0, whole.indexOf('"two"'));
    writeFileSync(file, cut);
    expect(await textsOf(store)).toEqual(['one']);
    await store.read(guide);
    await store.change(guide, add(sampleNote({ text: 'three' })));
    expect(await textsOf(store)).toEqual(['one', 'three']);
    const aside = readdirSync(folder).filter((name) => name.includes('damaged'));
    expect(aside).toHaveLength(1);
    expect(readFileSync(path.join(folder, aside[0] as string), 'utf8')).toBe(cut);
    expect(said).toEqual(['notes-damaged']);
    expect(store.guides()).toEqual([guide]);
  });

  test('of a newer app, it is read and never written over', async () => {
    const { store, file } = open();
    const newer = whole.replace('"guides:format":1', '"guides:format":2');
    writeFileSync(file, newer);
    expect(await store.read(guide)).toMatchObject({ isReadOnly: true, records: { length: 2 } });
    await expect(store.change(guide, add(sampleNote()))).rejects.toMatchObject({ code: 'APP_TOO_OLD' });
    expect(readFileSync(file, 'utf8')).toBe(newer);
  });

  test('that cannot be read at all is not taken for empty', async () => {
    const { store, file, said } = open();
    mkdirSync(file);
    await expect(store.change(guide, add(sampleNote()))).rejects.toMatchObject({ name: 'AppFault' });
    expect(said).toEqual(['notes-not-readable']);
  });
});
