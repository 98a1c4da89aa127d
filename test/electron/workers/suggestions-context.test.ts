import { describe, expect, test } from 'vitest';
import type { Sha256 } from '../../../content/core/base/ids.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { changeDraft, placeholder, stateBy } from '../../../electron/workers/suggestions-context.ts';
import { draftParts } from '../../support/draft-parts.ts';
import { codeOf } from '../../support/note-scene.ts';
import { suggestDesk } from '../../support/suggest-scene.ts';
import { idOf } from '../../support/suggestions.ts';

describe('a change of a suggestion', () => {
  test('that is thrown away, or never was, is refused', async () => {
    const desk = await suggestDesk();
    await desk.begin(1);
    await desk.session.call('suggestions.delete', { ids: [idOf(1)] });
    const parts = draftParts(desk.scene.start.dataDir, 'pc1');
    for (const number of [1, 2]) expect(await codeOf(changeDraft(parts, idOf(number), (kept) => kept))).toBe('SUGGESTION_NOT_FOUND');
  });

  test('beyond the bounds is refused with the reason, before it is written', async () => {
    const desk = await suggestDesk();
    await desk.begin(1, { why: 'So' });
    const parts = draftParts(desk.scene.start.dataDir, 'pc1');
    const evil = changeDraft(parts, idOf(1), ({ draft, history }) => ({
      history,
      draft: { ...draft, suggestion: { ...draft.suggestion, evidence: [{ kind: 'link', href: 'javascript:alert(1)' }] } },
    }));
    await expect(evil).rejects.toMatchObject({ code: 'SUGGESTION_FULL', data: { why: 'evidence' } });
    expect((await desk.open(1)).draft.suggestion).toMatchObject({ why: 'So', evidence: [] });
  });
});

test('a file that is named and not on this PC any more is told', async () => {
  const desk = await suggestDesk();
  const { draft } = await desk.begin(1);
  const item = { kind: 'file', name: 'a.png', bytes: 3, digest: sha256('gone') as Sha256 } as const;
  await desk.session.call('suggestions.save', { id: idOf(1), seen: draft.clock, evidence: [item] });
  expect((await desk.open(1)).lost).toEqual([item.digest]);
});

test('only a decision makes an answer of what was sent', () => {
  const sent = { digest: sha256('x') as Sha256, way: 'file', at: '2026-11-23T00:00:00.000Z' } as never;
  const answer = (state: 'received' | 'declined') =>
    ({ suggestion: sha256('x'), events: [{ on: '2026-11-23', words: '', state, reason: 'other' }] }) as never;
  expect(stateBy({ state: 'sent', sent }, answer('received'))).toBe('sent');
  expect(stateBy({ state: 'sent', sent }, answer('declined'))).toBe('answered');
  expect(stateBy({ state: 'draft', sent: null }, answer('declined'))).toBe('draft');
});

test('names of blocks that no edition knows are all different', () => {
  expect(new Set(Array.from({ length: 5_000 }, (_, at) => placeholder(at))).size).toBe(5_000);
});
