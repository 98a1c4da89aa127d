import { beforeEach, describe, expect, test } from 'vitest';
import { canLeave, forget, leaveState, openFinds, prepare, tick, ticked } from '../../../../renderer/suggest/leave/leave-session.ts';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { keeping } from '../../../support/leaving.ts';
import { idOf, sampleSuggestion } from '../../../support/suggestions.ts';

const personal = sampleSuggestion({ id: idOf(1), why: 'Ring 07911 123456 or 07911 123457.' });
const plain = sampleSuggestion({ id: idOf(2) });
const isFree = () => canLeave(leaveState.get(), ticked.get());

beforeEach(() => {
  forget();
  ticked.set(new Set());
});

describe('what would leave', () => {
  test('is put together with the summary that goes into the bundle', async () => {
    const { asked } = fakeBridge(keeping([plain]).answers);
    await prepare([plain.id]);
    const [item] = leaveState.get().items;
    expect(item).toMatchObject({ id: plain.id, missing: [], finds: [] });
    expect(item?.preview?.files[0]?.text).toBe(item?.summary);
    expect(asked.map(([name]) => name)).toEqual(['suggestions.open', 'suggestions.preview']);
    expect(isFree()).toBe(true);
  });

  test('cannot leave while something is missing, and says what', async () => {
    fakeBridge(keeping([{ ...plain, why: ' ', author: { name: null, force: '', role: '' } }]).answers);
    await prepare([plain.id]);
    expect(leaveState.get().items[0]).toMatchObject({ missing: ['why', 'force', 'role'], preview: null });
    expect(isFree()).toBe(false);
  });

  test('cannot leave until each thing that looks personal is ticked', async () => {
    fakeBridge(keeping([personal, plain]).answers);
    await prepare([personal.id, plain.id]);
    const { items } = leaveState.get();
    const [one, other] = openFinds(items, ticked.get());
    if (!one || !other) throw new Error('two are found');
    expect(isFree()).toBe(false);
    tick(personal.id, one, true);
    expect(isFree()).toBe(false);
    tick(personal.id, other, true);
    expect(isFree()).toBe(true);
    tick(personal.id, one, false);
    expect(isFree()).toBe(false);
  });

  test('a tick is for these words: other words are asked about again', async () => {
    const { kept, answers } = keeping([personal]);
    fakeBridge(answers);
    await prepare([personal.id]);
    for (const find of leaveState.get().items[0]?.finds ?? []) tick(personal.id, find, true);
    expect(isFree()).toBe(true);
    kept.set(personal.id, { ...personal, why: `${personal.why} Or 07911 123458.` });
    await prepare([personal.id]);
    expect(openFinds(leaveState.get().items, ticked.get()).map(({ words }) => words)).toEqual(['07911 123458']);
  });

  test('is told where one of them is not there any more', async () => {
    fakeBridge(keeping([plain]).answers);
    await prepare([plain.id, idOf(9)]);
    expect(leaveState.get()).toMatchObject({ phase: 'ready', items: [], error: { code: 'SUGGESTION_NOT_FOUND' } });
    expect(isFree()).toBe(false);
  });

  test('an answer that comes after the dialog was closed is dropped', async () => {
    fakeBridge(keeping([plain]).answers);
    const late = prepare([plain.id]);
    forget();
    await late;
    expect(leaveState.get().items).toEqual([]);
  });
});
