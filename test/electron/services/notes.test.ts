import { describe, expect, test } from 'vitest';
import type { AppFault } from '../../../content/core/base/error.ts';
import { notesHandlers, pushesToWindow } from '../../../electron/services/notes.ts';
import { createUndoMemory } from '../../../electron/services/notes-undo.ts';
import { annotatedRules, noteId, rules, ruleWords } from '../../support/note-scene.ts';

describe('calls of the window', () => {
  test('are answered by the notes process, and undo goes back once', async () => {
    const { session } = await annotatedRules(ruleWords[0]);
    const undo = createUndoMemory();
    const handlers = notesHandlers({ call: session.call }, undo, () => undefined);
    const edits = [{ kind: 'revise', id: noteId(1), text: 'Other' } as const];
    const edited = await handlers['notes.edit']({ guide: rules, edition: 0, edits });
    undo.remember(1, edited.undo, session.before.get(edited.undo) ?? []);
    expect(await handlers['notes.undo']({ token: edited.undo })).toBeNull();
    expect(await handlers['notes.guide']({ guide: rules, edition: 0 })).toMatchObject({ notes: [{ note: { text: 'About 0' } }] });
    const again = Promise.resolve(handlers['notes.undo']({ token: edited.undo }));
    await expect(again.catch((fault: AppFault) => fault.code)).resolves.toBe('CANCELLED');
    expect(await handlers['notes.counts']({})).toEqual({ notes: 1, changed: 0, unplaced: 0 });
    expect(await handlers['notes.all']({})).toMatchObject({ guides: [{ guide: 'rules' }] });
    expect(await handlers['notes.likely']({ guide: rules, id: noteId(1) })).toMatchObject([{ reason: 'id' }, { reason: 'context' }]);
  });

  test('come after the news that waited for the window to listen', () => {
    const told: string[] = [];
    const { push, listens } = pushesToWindow(({ name }) => told.push(name));
    const placed = { guides: [rules], counts: { unchanged: 1, reworded: 0, moved: 0, gone: 0 } };
    push({ name: 'notes.placed', value: placed });
    push({ name: 'suggestions.moved', value: { carried: 1, taken: 0, conflicts: 0, answered: [] } });
    push({ name: 'notes.progress', value: { what: 'placing', done: 1, of: 2 } });
    expect(told).toEqual(['notes.progress']);
    listens();
    expect(told).toEqual(['notes.progress', 'notes.placed', 'suggestions.moved']);
    listens();
    push({ name: 'notes.placed', value: placed });
    expect(told).toEqual(['notes.progress', 'notes.placed', 'suggestions.moved', 'notes.placed']);
  });
});
