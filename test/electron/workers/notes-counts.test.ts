import { describe, expect, test } from 'vitest';
import type { Note } from '../../../content/core/annotation/model.ts';
import { openNoteStore } from '../../../content/node/note-store.ts';
import { countNotes, openCounts } from '../../../electron/workers/notes-counts.ts';
import { rules } from '../../support/note-scene.ts';
import { sampleNote } from '../../support/notes.ts';
import { tempFolder } from '../../support/temp.ts';

const { anchor } = sampleNote();
const waits = (fate: Note['fate'], special: Partial<Note> = {}) => sampleNote({ fate, before: anchor, ...special });

describe('counts', () => {
  test('are of what waits for a person', () => {
    expect(countNotes([sampleNote(), waits('reworded'), waits('moved'), waits('gone')])).toEqual({ notes: 4, changed: 2, unplaced: 1 });
  });

  test('leave out what a person has seen to, and what is archived', () => {
    const seen = [sampleNote({ fate: 'gone' }), waits('gone', { archived: true }), waits('reworded', { archived: true })];
    expect(countNotes(seen)).toEqual({ notes: 1, changed: 0, unplaced: 0 });
  });

  test('are taken again of guides that changed, and survive a file that cannot be read', async () => {
    const store = openNoteStore({ folder: tempFolder(), log: () => undefined });
    const breathe = async () => undefined;
    let isBroken = false;
    const counts = openCounts({ guides: store.guides, read: (guide) => (isBroken ? Promise.reject(new Error('EIO')) : store.read(guide)) });
    const save = (...notes: readonly Note[]) => store.change(rules, () => notes);
    await save(sampleNote({ guide: rules }));
    expect(await counts.all(breathe)).toEqual({ notes: 1, changed: 0, unplaced: 0 });
    await save(sampleNote({ guide: rules }), waits('gone', { guide: rules }));
    expect((await counts.all(breathe)).notes).toBe(1);
    counts.forget([rules]);
    expect(await counts.all(breathe)).toEqual({ notes: 2, changed: 0, unplaced: 1 });
    counts.forget([rules]);
    isBroken = true;
    expect(await counts.all(breathe)).toEqual({ notes: 0, changed: 0, unplaced: 0 });
    isBroken = false;
    expect((await counts.all(breathe)).notes).toBe(2);
  });
});
