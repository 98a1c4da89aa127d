import { afterEach, expect, test } from 'vitest';
import { ok } from '../../../../content/core/base/result.ts';
import { navigation, startNavigation } from '../../../../renderer/state/navigation.ts';
import { notices } from '../../../../renderer/state/notices.ts';
import { closeDraft, openDraft } from '../../../../renderer/state/suggestions.ts';
import { editInGuide } from '../../../../renderer/suggest/page/edit-in-guide.ts';
import type { FakeBridge } from '../../../support/fake-bridge.ts';
import { sampleDocument } from '../../../support/library-samples.ts';
import { draftBridge, keptFor } from '../../../support/open-draft.ts';
import { idOf } from '../../../support/suggestions.ts';

const guide = sampleDocument('house-rules');
let bridge: FakeBridge;
afterEach(async () => {
  await closeDraft();
  startNavigation(null);
  notices.set([]);
  bridge.remove();
});

test('leads to the guide with the suggestion open', async () => {
  bridge = draftBridge([keptFor(idOf(970), guide.source)], { 'library.guide': () => ok(guide) });
  await editInGuide(idOf(970));
  expect([navigation.get().guide?.summary.id, openDraft.get()?.kept.draft.suggestion.id]).toEqual(['house-rules', idOf(970)]);
});

test('shows the newest edition where the page has an older one than the suggestion', async () => {
  const newer = { ...guide, source: `${guide.source}More.\n` };
  startNavigation(guide);
  bridge = draftBridge([keptFor(idOf(971), newer.source)], { 'library.guide': () => ok(newer) });
  await editInGuide(idOf(971));
  expect(navigation.get().guide?.source).toBe(newer.source);
});

test('of one that is not there says so and goes nowhere', async () => {
  bridge = draftBridge([]);
  await editInGuide(idOf(972));
  expect([navigation.get().place.kind, notices.get().length]).toEqual(['home', 1]);
});
