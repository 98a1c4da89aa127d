import { expect, test } from 'vitest';
import { noHistory } from '../../../content/core/suggestion/undo-history.ts';
import type { DraftStore } from '../../../content/node/draft-store.ts';
import { openDraftIndex } from '../../../electron/workers/suggestions-index.ts';
import { draftParts } from '../../support/draft-parts.ts';
import { sampleDraft, sampleSuggestion } from '../../support/suggestions.ts';
import { tempFolder } from '../../support/temp.ts';

/** A real store that says what it was asked. */
function watched(folder = tempFolder()) {
  const { drafts } = draftParts(folder, 'a');
  const asked: string[] = [];
  const store: DraftStore = {
    ...drafts,
    list: (breathe) => {
      asked.push('list');
      return drafts.list(breathe);
    },
    read: (id) => {
      asked.push('read');
      return drafts.read(id);
    },
  };
  return { folder, asked, index: openDraftIndex(store) };
}
const breathe = async () => undefined;
const keep = async (store: DraftStore, why = '') => {
  const draft = sampleDraft({ suggestion: sampleSuggestion({ why }) });
  await store.change(draft.suggestion.id, () => ({ draft, history: noHistory }));
  return draft.suggestion.id;
};

test('drafts are read once, and what was written since is known without reading', async () => {
  const { folder, asked, index } = watched();
  await keep(draftParts(folder, 'a').drafts, 'before');
  expect((await index.all(breathe)).facts.map(({ why }) => why)).toEqual(['before']);
  const id = await keep(index.drafts, 'after');
  await index.drafts.change(id, (found) => found && { ...found, draft: { ...found.draft, deleted: '2026-11-23T00:00:00.000Z' } });
  const { facts } = await index.all(breathe);
  expect(facts.map(({ why, deleted }) => [why, deleted !== null])).toEqual([
    ['before', false],
    ['after', true],
  ]);
  expect(asked).toEqual(['list']);
});

test('what changes is compared once for each clock', async () => {
  const { asked, index } = watched();
  const id = await keep(index.drafts);
  await index.all(breathe);
  expect(await index.changes(id)).toMatchObject({ edits: 1 });
  await index.changes(id);
  expect(asked).toEqual(['list', 'read']);
  await index.drafts.change(
    id,
    (found) => found && { ...found, draft: { ...found.draft, suggestion: { ...found.draft.suggestion, proposal: { kind: 'comment' } } } },
  );
  expect(await index.changes(id)).toMatchObject({ edits: 0 });
  expect(asked).toEqual(['list', 'read', 'read']);
});

test('a list that began before somebody wrote does not bring the old words back', async () => {
  const { index } = watched();
  const id = await keep(index.drafts, 'old');
  const listing = index.all(() => new Promise((resolve) => setImmediate(resolve)));
  await index.drafts.change(
    id,
    (found) => found && { ...found, draft: { ...found.draft, suggestion: { ...found.draft.suggestion, why: 'new' } } },
  );
  expect((await listing).facts.map(({ why }) => why)).toEqual(['new']);
});

test('what was cleared is forgotten', async () => {
  const { index } = watched();
  const id = await keep(index.drafts);
  await index.all(breathe);
  await index.drafts.change(id, (found) => found && { ...found, draft: { ...found.draft, deleted: '2026-01-01T00:00:00.000Z' } });
  expect(await index.drafts.clear('2026-02-01T00:00:00.000Z')).toBe(1);
  expect((await index.all(breathe)).facts).toEqual([]);
  expect(await index.changes(id)).toBeNull();
});
