import { afterEach, expect, test } from 'vitest';
import { navigation } from '../../../../renderer/state/navigation.ts';
import { beginMissing } from '../../../../renderer/suggest/one/missing-guide.ts';
import { missingGuide } from '../../../../renderer/suggest/one/missing-wish.ts';
import { type FakeBridge, fakeBridge } from '../../../support/fake-bridge.ts';
import { failed, keptOf, ok } from '../../../support/leaving.ts';
import { sampleSuggestion } from '../../../support/suggestions.ts';

let bridge: FakeBridge | null = null;
afterEach(() => bridge?.remove());

test('a missing guide begins with its template, and its page opens', async () => {
  bridge = fakeBridge({
    'suggestions.begin': (request) =>
      ok(keptOf(sampleSuggestion({ id: request.id as never, guide: null, base: null, about: null, proposal: request.proposal as never }))),
    'suggestions.counts': () => ok({ drafts: 1, sent: 0, answered: 0, conflicts: 0 }),
  });
  missingGuide.set({ channel: null, why: 'x' });
  expect(await beginMissing('Closing an account', 'x' as never, 'Nobody found it.')).toBe(true);
  const [, request] = bridge.asked.find(([name]) => name === 'suggestions.begin') ?? [];
  expect(request).toMatchObject({ guide: null, channel: 'x', kind: 'missing', why: 'Nobody found it.', proposal: { kind: 'new-guide' } });
  expect(navigation.get().place).toEqual({ kind: 'suggestions', draft: (request as { id: string }).id });
  expect(missingGuide.get()).toBeNull();
});

test('what could not be kept leaves the question open', async () => {
  bridge = fakeBridge({ 'suggestions.begin': () => failed('NO_SPACE') });
  missingGuide.set({ channel: null, why: '' });
  expect(await beginMissing('Closing an account', 'x' as never, '')).toBe(false);
  expect(missingGuide.get()).not.toBeNull();
});
