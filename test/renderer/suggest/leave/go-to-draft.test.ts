import { expect, test } from 'vitest';
import { navigation } from '../../../../renderer/state/navigation.ts';
import { goToDraft } from '../../../../renderer/suggest/leave/go-to-draft.ts';
import { leaving, lookAndSend } from '../../../../renderer/suggest/leave/leave.ts';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { keptOf } from '../../../support/leaving.ts';
import { sampleSuggestion } from '../../../support/suggestions.ts';

test('leads to the suggestion’s own page and closes the dialog', () => {
  fakeBridge({});
  const suggestion = sampleSuggestion({ proposal: { kind: 'comment' } });
  lookAndSend(suggestion.id);
  goToDraft(keptOf(suggestion));
  expect(leaving.get()).toBeNull();
  expect(navigation.get().place).toEqual({ kind: 'suggestions', draft: suggestion.id });
});
