import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Suggestion } from '../../../../content/core/suggestion/model.ts';
import { closeDraft, openDraft, showDraft } from '../../../../renderer/state/suggestions.ts';
import { lastRemoved, putBack, removeFind } from '../../../../renderer/suggest/leave/leave-mend.ts';
import { canLeave, forget, leaveState, prepare, ticked } from '../../../../renderer/suggest/leave/leave-session.ts';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { failed, keeping, ok } from '../../../support/leaving.ts';
import { idOf, sampleSuggestion } from '../../../support/suggestions.ts';

const personal = sampleSuggestion({ id: idOf(1), why: 'Ring 07911 123456 or 07911 123457.' });
const words = () => leaveState.get().items[0]?.finds.map((find) => find.words);

beforeEach(() => {
  forget();
  lastRemoved.set(null);
  ticked.set(new Set());
});

/** A main process that keeps what it is sent. */
function saving() {
  const { kept, answers } = keeping([personal]);
  const save = vi.fn(async ({ why, evidence }: { readonly why?: string | undefined; readonly evidence?: unknown }) => {
    const now = kept.get(personal.id) as Suggestion;
    kept.set(personal.id, { ...now, why: why ?? now.why, evidence: (evidence ?? now.evidence) as Suggestion['evidence'] });
    return ok({ clock: {}, state: 'draft', modified: personal.modified, missing: [], parted: null } as const);
  });
  fakeBridge({ ...answers, 'suggestions.save': save });
  return { kept, save };
}

describe('taking something out', () => {
  test('changes the draft and shows what would leave anew', async () => {
    const { kept } = saving();
    await prepare([personal.id]);
    const [before] = leaveState.get().items;
    const [find] = before?.finds ?? [];
    expect(find && (await removeFind(personal.id, find))).toBe(true);
    expect(kept.get(personal.id)?.why).toBe('Ring or 07911 123457.');
    expect(words()).toEqual(['07911 123457']);
    expect(leaveState.get().items[0]?.preview?.digest).not.toBe(before?.preview?.digest);
  });

  test('can be put back, once', async () => {
    const { kept } = saving();
    await prepare([personal.id]);
    const [find] = leaveState.get().items[0]?.finds ?? [];
    if (find) await removeFind(personal.id, find);
    expect(lastRemoved.get()?.words).toBe('07911 123456');
    expect(await putBack()).toBe(true);
    expect(kept.get(personal.id)?.why).toBe(personal.why);
    expect(words()).toEqual(['07911 123456', '07911 123457']);
    expect(await putBack()).toBe(false);
  });

  test('of the draft that is open goes through the window’s own saver', async () => {
    const { kept } = saving();
    await showDraft(personal.id);
    await prepare([personal.id]);
    const [find] = leaveState.get().items[0]?.finds ?? [];
    expect(find && (await removeFind(personal.id, find))).toBe(true);
    expect(openDraft.get()?.fields.why).toBe('Ring or 07911 123457.');
    expect(kept.get(personal.id)?.why).toBe('Ring or 07911 123457.');
    await closeDraft();
  });

  test('that could not be kept is told, and nothing can leave', async () => {
    fakeBridge({ ...keeping([personal]).answers, 'suggestions.save': async () => failed('NO_SPACE') });
    await prepare([personal.id]);
    const [find] = leaveState.get().items[0]?.finds ?? [];
    expect(find && (await removeFind(personal.id, find))).toBe(false);
    expect(leaveState.get().error).toMatchObject({ code: 'NO_SPACE' });
    expect(lastRemoved.get()).toBeNull();
    expect(canLeave(leaveState.get(), ticked.get())).toBe(false);
  });
});
