import { afterEach, expect, test } from 'vitest';
import type { GuideId } from '../../../../content/core/base/ids.ts';
import { ok } from '../../../../content/core/base/result.ts';
import type { SuggestionRow } from '../../../../electron/ipc/suggestion-replies.ts';
import { draftOn, loadOwnDrafts, ownDrafts, touchedBy } from '../../../../renderer/suggest/page/own-drafts.ts';
import type { FakeBridge } from '../../../support/fake-bridge.ts';
import { draftBridge, keptFor } from '../../../support/open-draft.ts';
import { idOf } from '../../../support/suggestions.ts';

const guide = 'house-rules' as GuideId;
const source = 'One paragraph here.\n\nTwo paragraphs there.\n';
const row = (id: SuggestionRow['id'], proposal: SuggestionRow['proposal'] = 'change') =>
  ({ id, proposal, modified: '2026-11-23T09:00:00.000Z' }) as SuggestionRow;
let bridge: FakeBridge;
const answering = (rows: readonly SuggestionRow[], kept: Parameters<typeof draftBridge>[0]): void => {
  bridge = draftBridge(kept, { 'suggestions.guide': () => ok({ guide, drafts: rows, sent: [], open: [], supported: [] }) });
};
afterEach(() => {
  ownDrafts.set(null);
  bridge.remove();
});

test('the latest draft that touches a piece is found, and none for another piece or guide', async () => {
  const [first, second] = [idOf(950), idOf(951)];
  answering(
    [row(first), row(second)],
    [keptFor(first, source, source.replace('One', 'A')), keptFor(second, source, source.replace('Two', 'B').replace('One', 'C'))],
  );
  await loadOwnDrafts(guide, 1, source);
  expect([draftOn(ownDrafts.get(), guide, [0])?.id, draftOn(ownDrafts.get(), guide, [1])?.id]).toEqual([first, second]);
  expect(draftOn(ownDrafts.get(), 'other' as GuideId, [0])).toBeNull();
  expect(draftOn(null, guide, [0])).toBeNull();
});

test('a comment touches nothing and is not opened', async () => {
  answering([row(idOf(952), 'comment')], []);
  await loadOwnDrafts(guide, 1, source);
  expect([bridge.asked.map(([name]) => name), ownDrafts.get()?.rows.length]).toEqual([['suggestions.guide'], 1]);
});

test('what a draft of another text touches is not guessed', () => {
  expect(touchedBy(keptFor(idOf(953), 'Another text.\n', 'Changed.\n'), source).size).toBe(0);
  expect([...touchedBy(keptFor(idOf(954), source, 'One paragraph here.\n'), source)]).toEqual([1]);
  expect(touchedBy(keptFor(idOf(955), source), source).size).toBe(0);
});

test('of two questions the answer to the later one stays', async () => {
  answering([row(idOf(956), 'comment')], []);
  const early = loadOwnDrafts(guide, 1, source);
  const late = loadOwnDrafts('other' as GuideId, 1, source);
  await Promise.all([early, late]);
  expect(ownDrafts.get()?.guide).toBe('other');
});
