import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BlockId } from '../../../../content/core/base/ids.ts';
import { ok } from '../../../../content/core/base/result.ts';
import type { SuggestionId } from '../../../../content/core/suggestion/model.ts';
import type { SuggestionRow } from '../../../../electron/ipc/suggestion-replies.ts';
import { notices } from '../../../../renderer/state/notices.ts';
import { closeDraft, flushDraft, openDraft } from '../../../../renderer/state/suggestions.ts';
import { dropEditing, editing, regionNow, typedText } from '../../../../renderer/suggest/page/editing.ts';
import { ownDrafts } from '../../../../renderer/suggest/page/own-drafts.ts';
import { editingHead } from '../../../../renderer/suggest/page/page-state.ts';
import { isHere, suggestGuide, suggestOn } from '../../../../renderer/suggest/page/suggest-actions.ts';
import { suggestPageText } from '../../../../renderer/text/suggest-page.ts';
import type { FakeBridge } from '../../../support/fake-bridge.ts';
import { sampleDocument } from '../../../support/library-samples.ts';
import { draftBridge, keptFor } from '../../../support/open-draft.ts';
import { idOf } from '../../../support/suggestions.ts';

const source = 'One paragraph here.\n\nTwo paragraphs there.\n\nThree of them.\n';
const blockIds = ['baaaaaaa', 'baaaaaab', 'baaaaaac'] as BlockId[];
const guide = { ...sampleDocument('house-rules'), source, blockIds };
const known = idOf(960);
const passage = (first: number, last = first) => ({
  start: { block: blockIds[first] as BlockId, offset: 0 },
  end: { block: blockIds[last] as BlockId, offset: 3 },
});
const on = (first: number, last = first, why = '') => suggestOn({ guide, passage: passage(first, last), caret: () => 'end', why });
let bridge: FakeBridge;
beforeEach(() => {
  const kept = keptFor(known, source, source.replace('Two', 'Both'));
  bridge = draftBridge([{ ...kept, draft: { ...kept.draft, suggestion: { ...kept.draft.suggestion, guide: guide.summary.id } } }], {
    'suggestions.begin': ({ id }) => ok(keptFor(id as SuggestionId, source)),
  });
});
afterEach(async () => {
  dropEditing();
  await flushDraft();
  await closeDraft();
  ownDrafts.set(null);
  notices.set([]);
  bridge.remove();
});

describe('to suggest on words', () => {
  test('begins a draft and opens the piece, before anything is answered', () => {
    const done = on(1, 1, 'Because');
    return Promise.resolve()
      .then(() => Promise.resolve())
      .then(() => expect([isHere(guide), openDraft.get()?.fields.why]).toEqual([true, 'Because']))
      .then(() => done)
      .then(() => expect([editing.get()?.text, regionNow()?.origins]).toEqual(['Two paragraphs there.', [1]]));
  });

  test('opens several pieces as one', async () => {
    await on(0, 2);
    expect(regionNow()).toMatchObject({ from: 0, to: source.length - 1, origins: [0, 1, 2] });
  });

  test('in an open draft opens another place of it', async () => {
    await on(0);
    typedText('One.');
    const { id } = openDraft.get()?.kept.draft.suggestion ?? {};
    await on(2);
    expect([openDraft.get()?.kept.draft.suggestion.id, editing.get()?.text]).toEqual([id, 'Three of them.']);
    typedText('Three.');
    expect(openDraft.get()?.source).toBe('One.\n\nTwo paragraphs there.\n\nThree.\n');
  });

  test('leads to the draft that touches them already, with a way to start another', async () => {
    const row = { id: known, modified: '2026-11-23T14:32:00.000Z', proposal: 'change' } as SuggestionRow;
    ownDrafts.set({ guide: guide.summary.id, rows: [row], touches: new Map([[known, new Set([1])]]) });
    await on(1);
    expect([openDraft.get()?.kept.draft.suggestion.id, editing.get()?.text]).toEqual([known, 'Both paragraphs there.']);
    const notice = notices.get().at(-1);
    expect(notice?.text).toMatch(/^Your draft from \d\d:\d\d is here$/);
    notice?.action?.run();
    expect(openDraft.get()?.kept.draft.suggestion.id).not.toBe(known);
    expect(editing.get()?.text).toBe('Two paragraphs there.');
  });

  test('that are not of this guide says so and begins nothing', async () => {
    await suggestOn({
      guide,
      passage: { start: { block: 'bzzzzzzz' as BlockId, offset: 0 }, end: { block: 'bzzzzzzz' as BlockId, offset: 1 } },
      caret: () => 'end',
      why: '',
    });
    expect([openDraft.get(), notices.get().at(-1)?.text]).toEqual([null, suggestPageText.blockGone]);
  });
});

test('to suggest on the guide as a whole opens its title and summary', () => {
  suggestGuide(guide);
  expect([isHere(guide), editingHead.get(), editing.get()]).toEqual([true, true, null]);
  editingHead.set(false);
});
