import { afterEach, expect, test } from 'vitest';
import { notices } from '../../../../renderer/state/notices.ts';
import { openDraft, typeText } from '../../../../renderer/state/suggestions.ts';
import { leaveDraft } from '../../../../renderer/suggest/page/leave-draft.ts';
import { suggestPageText } from '../../../../renderer/text/suggest-page.ts';
import type { FakeBridge } from '../../../support/fake-bridge.ts';
import { openedDraft } from '../../../support/open-draft.ts';
import { idOf } from '../../../support/suggestions.ts';

let bridge: FakeBridge;
afterEach(() => {
  bridge.remove();
  notices.set([]);
});

test('what is closed is kept first, and said to be', async () => {
  bridge = await openedDraft(idOf(980), 'One.\n');
  typeText('Two.\n');
  await leaveDraft();
  expect(bridge.asked.map(([name]) => name)).toEqual(['suggestions.open', 'suggestions.save', 'suggestions.counts']);
  expect([openDraft.get(), notices.get().map(({ text }) => text)]).toEqual([null, [suggestPageText.closed]]);
  await leaveDraft();
  expect(notices.get()).toHaveLength(1);
});
