import { describe, expect, test } from 'vitest';
import type { Before } from '../../../content/core/annotation/edits.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { createUndoMemory } from '../../../electron/services/notes-undo.ts';
import { noteId } from '../../support/note-scene.ts';
import { sampleNote } from '../../support/notes.ts';

const was = (guide: string, special: Partial<Before> = {}): Before => ({ guide: guide as GuideId, records: [], absent: [], ...special });

describe('what notes were before', () => {
  test('is found by its token until it is forgotten', () => {
    const undo = createUndoMemory();
    undo.remember(1, 'a', [was('x')]);
    expect(undo.find('a')).toEqual([was('x')]);
    undo.forget('a');
    undo.forget('a');
    expect(undo.find('a')).toBeNull();
  });

  test('of one call is one thing, in however many parts it is told', () => {
    const undo = createUndoMemory();
    const note = sampleNote();
    undo.remember(1, 'a', [was('x', { records: [note] })]);
    undo.remember(1, 'a', [was('y', { absent: [noteId(2)] })]);
    expect(undo.find('a')).toEqual([was('x', { records: [note] }), was('y', { absent: [noteId(2)] })]);
  });

  test('stays as it was told first when the call is asked again', () => {
    const undo = createUndoMemory();
    const note = sampleNote({ text: 'before' });
    undo.remember(1, 'a', [was('x', { records: [note], absent: [noteId(1)] })]);
    const other = sampleNote();
    undo.remember(1, 'b', [was('x', { records: [{ ...note, text: 'after' }, sampleNote({ id: noteId(1) }), other] })]);
    expect(undo.find('a')).toBeNull();
    expect(undo.find('b')).toEqual([was('x', { records: [note, other], absent: [noteId(1)] })]);
  });

  test('is bounded in number and size, and the last is always kept', () => {
    const undo = createUndoMemory({ tokens: 2, characters: 5_000 });
    for (const [call, token] of ['a', 'b', 'c'].entries()) undo.remember(call, token, [was('x')]);
    expect(['a', 'b', 'c'].map((token) => undo.find(token) !== null)).toEqual([false, true, true]);
    undo.remember(7, 'd', [was('x', { records: [sampleNote({ text: 'w'.repeat(9_000) })] })]);
    expect(['b', 'c', 'd'].map((token) => undo.find(token) !== null)).toEqual([false, false, true]);
    undo.remember(8, 'e', [was('x')]);
    expect(['d', 'e'].map((token) => undo.find(token) !== null)).toEqual([false, true]);
  });
});
