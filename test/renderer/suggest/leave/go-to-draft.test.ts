import { expect, test } from 'vitest';
import { navigation } from '../../../../renderer/state/navigation.ts';
import { closeDraft, openDraft } from '../../../../renderer/state/suggestions.ts';
import { goToDraft } from '../../../../renderer/suggest/leave/go-to-draft.ts';
import { leaving, lookAndSend } from '../../../../renderer/suggest/leave/leave.ts';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { keeping, keptOf } from '../../../support/leaving.ts';
import { sampleSuggestion } from '../../../support/suggestions.ts';

test('what changes a guide is open in it, and the dialog is closed', async () => {
  const suggestion = sampleSuggestion();
  const { asked } = fakeBridge(keeping([suggestion]).answers);
  lookAndSend(suggestion.id);
  await goToDraft(keptOf(suggestion));
  expect(leaving.get()).toBeNull();
  expect(asked.map(([name]) => name)).toEqual(expect.arrayContaining(['suggestions.open', 'library.guide']));
  expect(openDraft.get()?.kept.draft.suggestion.id).toBe(suggestion.id);
  await closeDraft();
});

test('a guide that is missing has a page of its own', async () => {
  fakeBridge({});
  const proposal = { kind: 'new-guide', source: '# A guide', template: null } as const;
  const suggestion = sampleSuggestion({ guide: null, base: null, about: null, proposal });
  await goToDraft(keptOf(suggestion));
  expect(navigation.get().place).toEqual({ kind: 'suggestions', draft: suggestion.id });
});
