import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AppFault } from '../../../content/core/base/error.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { add, heldText, noteId, noteScene, openSession, passageOf } from '../../support/note-scene.ts';

const rules = 'rules' as GuideId;
const first = `## House rules

Publish your rules before you moderate anything at all.

Hide a comment that breaks the rules, then record why you did so.

## Keeping

Delete only what the law tells you to delete, and keep a copy in the evidence store.
`;
const _second = `## House rules

Publish your rules before you moderate anything at all.

Hide any comment that breaks the published rules, then record why you did so, within a day.
`;
const _code = (outcome: Promise<unknown>) =>
  outcome.then(
    () => 'answered',
    (fault: AppFault) => fault.code,
  );

async function annotated(...words: readonly string[]) {
  const scene = await noteScene({ rules: first });
  const session = openSession(scene);
  const text = await heldText(scene, 'rules');
  const edits = words.map((exact, at) => add(at + 1, passageOf(text, exact), `About ${at}`));
  const made = await session.call('edit', { guide: rules, edition: 0, edits });
  return { scene, session, text, made };
}

describe('the notes process', () => {
  test('keeps a note where a person put it, and shows it there', async () => {
    const { scene, session, made } = await annotated('before you moderate');
    expect(made.notes).toMatchObject([{ fate: 'unchanged', note: { text: 'About 0', anchor: { exact: 'before you moderate' } } }]);
    expect(made.notes[0]?.parts).toHaveLength(1);
    const kept = JSON.parse(readFileSync(path.join(scene.notes, 'rules.json'), 'utf8')) as { items: { id: string }[] };
    expect(kept.items.map(({ id }) => id)).toEqual([noteId(1)]);
    expect(await session.call('guide', { guide: rules, edition: 0 })).toEqual({ ...made, undo: undefined });
    expect(await session.call('counts', {})).toEqual({ notes: 1, changed: 0, unplaced: 0 });
  });
});
