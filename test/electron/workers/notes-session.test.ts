import { describe, expect, test } from 'vitest';
import { add, annotatedRules, noteId, passageOf, rules, ruleWords } from '../../support/note-scene.ts';

const edition = 0;

describe('the notes process', () => {
  test('takes the calls about one guide in their order', async () => {
    const { session, text } = await annotatedRules(ruleWords[0]);
    const calls = [
      session.call('edit', { guide: rules, edition, edits: [add(2, passageOf(text, ruleWords[1]), 'a')] }),
      session.call('edit', { guide: rules, edition, edits: [{ kind: 'revise', id: noteId(2), text: 'b' }] }),
      session.call('edit', { guide: rules, edition, edits: [{ kind: 'delete', id: noteId(2) }] }),
    ] as const;
    const texts = (await Promise.all(calls)).map(({ notes }) => notes.find(({ note }) => note.id === noteId(2))?.note.text);
    expect(texts).toEqual(['a', 'b', undefined]);
  });
});
