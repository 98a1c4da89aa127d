import { afterEach, expect, test } from 'vitest';
import type { OpenSuggestion } from '../../../../content/core/suggestion/responses.ts';
import type { GuideDocument } from '../../../../electron/ipc/replies.ts';
import { openDraft } from '../../../../renderer/state/suggestions.ts';
import {
  beginSupport,
  forgetOthers,
  loadOthers,
  nextFor,
  others,
  othersAt,
  textOfBlock,
} from '../../../../renderer/suggest/others/others.ts';
import { type FakeBridge, fakeBridge } from '../../../support/fake-bridge.ts';
import { failed, keptOf, ok } from '../../../support/leaving.ts';
import { sentDigest } from '../../../support/suggestion-rows.ts';
import { sampleSuggestion } from '../../../support/suggestions.ts';

const guide = { summary: { id: 'house-rules', channel: 'everyday' }, seal: { version: 7 } } as unknown as GuideDocument;
const open: OpenSuggestion = {
  suggestion: sentDigest,
  guide: 'house-rules' as never,
  blocks: [{ block: 'baaaaaaa' as never, next: 'Hide it.' }],
  kind: 'wording',
  forces: ['Kent'],
  since: '2026-03-04',
};
let bridge: FakeBridge | null = null;
afterEach(() => {
  bridge?.remove();
  forgetOthers();
});

test('what others suggested is asked for by guide and edition, and gone with the page', async () => {
  const value = {
    guide: 'house-rules' as never,
    drafts: [],
    sent: [],
    open: [{ block: 'baaaaaaa' as never, forces: 1, suggestions: [open] }],
    supported: [],
  };
  bridge = fakeBridge({ 'suggestions.guide': () => ok(value) });
  await loadOthers(guide);
  expect(bridge.asked).toEqual([['suggestions.guide', { guide: 'house-rules', edition: 7 }]]);
  expect(others.get()).toEqual(value);
  othersAt.set('baaaaaaa' as never);
  forgetOthers();
  expect([others.get(), othersAt.get()]).toEqual([null, null]);
});

test('an answer that comes after the page has gone is dropped', async () => {
  bridge = fakeBridge({ 'suggestions.guide': async () => failed('NOTES_UNAVAILABLE') });
  const asked = loadOthers(guide);
  forgetOthers();
  await asked;
  expect(others.get()).toBeNull();
});

test('the words for a block are those for that block', () => {
  expect(nextFor(open, 'baaaaaaa' as never)).toBe('Hide it.');
  expect(nextFor(open, 'bbbbbbbb' as never)).toBe('');
});

test('what stands there now is the block’s own lines', () => {
  const source = '---\ntitle: T\n---\n\n## One\n\nFirst\nline.\n\n- a\n- b\n';
  const blockIds = ['baaaaaaa', 'bbbbbbbb', 'bccccccc', 'bddddddd'] as never[];
  expect(textOfBlock({ source, blockIds }, 'bbbbbbbb' as never)).toBe('First\nline.');
  expect(textOfBlock({ source, blockIds }, 'beeeeeee' as never)).toBe('');
});

test('support is a suggestion of its own, begun and closed at once', async () => {
  bridge = fakeBridge({
    'suggestions.begin': (request) =>
      ok(keptOf(sampleSuggestion({ id: request.id as never, base: null, about: null, why: '', proposal: request.proposal as never }))),
    'suggestions.counts': () => ok({ drafts: 1, sent: 0, answered: 0, conflicts: 0 }),
  });
  const id = await beginSupport(guide, sentDigest);
  const [, request] = bridge.asked.find(([name]) => name === 'suggestions.begin') ?? [];
  expect(request).toMatchObject({
    id,
    guide: 'house-rules',
    channel: 'everyday',
    edition: 7,
    proposal: { kind: 'support', suggestion: sentDigest },
  });
  expect(openDraft.get()).toBeNull();
  bridge.remove();
  bridge = fakeBridge({ 'suggestions.begin': () => failed('NO_SPACE') });
  expect(await beginSupport(guide, sentDigest)).toBeNull();
});
