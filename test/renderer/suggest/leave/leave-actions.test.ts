import { beforeEach, describe, expect, test, vi } from 'vitest';
import { copiedSentence, copyText, saveAll, sendAll, textOf } from '../../../../renderer/suggest/leave/leave-actions.ts';
import { forget, leaveState, prepare, ticked } from '../../../../renderer/suggest/leave/leave-session.ts';
import { suggestLeaveText } from '../../../../renderer/text/suggest-leave.ts';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { failed, keeping, ok } from '../../../support/leaving.ts';
import { idOf, sampleSuggestion } from '../../../support/suggestions.ts';

const [one, other, personal] = [
  sampleSuggestion({ id: idOf(1) }),
  sampleSuggestion({ id: idOf(2) }),
  sampleSuggestion({ id: idOf(3), why: 'Ring 07911 123456.' }),
];
const all = keeping([one, other, personal]).answers;
const sent = (name: string) =>
  ok({ name, sent: { at: '2026-11-23T10:00:00.000Z', digest: 'a'.repeat(64) as never, way: 'inbox' as const } });
const outcome = () => leaveState.get().outcome;

beforeEach(() => {
  forget();
  ticked.set(new Set());
});

describe('sending', () => {
  test('sends exactly what was shown, one after the other', async () => {
    const send = vi.fn(async ({ id }: { readonly id: string; readonly digest: string; readonly summary: string }) => sent(id));
    fakeBridge({ ...all, 'suggestions.send': send });
    await prepare([one.id, other.id]);
    const shown = leaveState.get().items.map(({ id, summary, preview }) => ({ id, summary, digest: preview?.digest }));
    await sendAll();
    expect(send.mock.calls.map(([request]) => request)).toEqual(shown);
    expect(outcome()).toEqual({ kind: 'sent', names: [one.id, other.id] });
  });

  test('does nothing while something personal is neither mended nor ticked', async () => {
    const send = vi.fn(async () => sent('a'));
    const save = vi.fn(async () => ok({ name: 'a', files: 1 }));
    fakeBridge({ ...all, 'suggestions.send': send, 'suggestions.export': save });
    await prepare([personal.id]);
    await sendAll();
    await saveAll();
    expect(send).not.toHaveBeenCalled();
    expect(save).not.toHaveBeenCalled();
  });

  test.each(['INBOX_MISSING', 'INBOX_DENIED', 'SHARE_UNREACHABLE', 'NO_SPACE'])(
    'refused with %s says so and can be saved instead',
    async (code) => {
      const save = vi.fn(async (_: unknown) => ok({ name: 'Kent.ngsuggest', files: 1 }));
      const copy = vi.fn(async (_: { readonly text: string }) => ok(null));
      fakeBridge({ ...all, 'suggestions.send': async () => failed(code), 'suggestions.export': save, 'clipboard.write': copy });
      await prepare([one.id]);
      await sendAll();
      expect(outcome()).toMatchObject({ kind: 'refused', sent: 0, error: { code } });
      await saveAll();
      expect(outcome()).toEqual({ kind: 'saved', name: 'Kent.ngsuggest', files: 1, copied: true });
      expect(copy.mock.lastCall?.[0].text).toContain('Suggestion for National Guides');
    },
  );

  test('what went before the refusal is counted and not sent again', async () => {
    const send = vi.fn(async ({ id }: { readonly id: string }) => (id === one.id ? sent('first') : failed('SHARE_UNREACHABLE')));
    fakeBridge({ ...all, 'suggestions.send': send });
    await prepare([one.id, other.id]);
    await sendAll();
    expect(outcome()).toMatchObject({ kind: 'refused', sent: 1 });
    expect(leaveState.get().items.map(({ id }) => id)).toEqual([other.id]);
    await sendAll();
    expect(send.mock.calls.map(([{ id }]) => id)).toEqual([one.id, other.id, other.id]);
  });

  test('what changed meanwhile is shown again before it leaves', async () => {
    const { kept, answers } = keeping([one]);
    fakeBridge({ ...answers, 'suggestions.send': async () => failed('SUGGESTION_CHANGED') });
    await prepare([one.id]);
    const before = leaveState.get().items[0]?.preview?.digest;
    kept.set(one.id, { ...one, why: 'Another reason.' });
    await sendAll();
    expect(outcome()).toMatchObject({ kind: 'refused', error: { code: 'SUGGESTION_CHANGED' } });
    expect(leaveState.get().items[0]?.preview?.digest).not.toBe(before);
  });
});

describe('saving', () => {
  test('that was called off changes nothing', async () => {
    fakeBridge({ ...all, 'suggestions.export': async () => ok(null) });
    await prepare([one.id]);
    await saveAll();
    expect(leaveState.get()).toMatchObject({ phase: 'ready', outcome: null });
  });

  test('says when the text could not be copied', async () => {
    fakeBridge({
      ...all,
      'suggestions.export': async () => ok({ name: 'a', files: 2 }),
      'clipboard.write': async () => failed('UNEXPECTED'),
    });
    await prepare([one.id, other.id]);
    await saveAll();
    expect(outcome()).toEqual({ kind: 'saved', name: 'a', files: 2, copied: false });
  });

  test('that was refused says why', async () => {
    fakeBridge({ ...all, 'suggestions.export': async () => failed('NO_SPACE') });
    await prepare([one.id]);
    await saveAll();
    expect(outcome()).toMatchObject({ kind: 'refused', error: { code: 'NO_SPACE' } });
  });
});

describe('the text for an e-mail', () => {
  test('has all of them, and what is too long says that it is cut', async () => {
    const { text, short } = textOf([one, other]);
    expect(short).toBe(false);
    expect(text.match(/Suggestion for National Guides/g)).toHaveLength(2);
    const long = textOf([sampleSuggestion({ why: 'x'.repeat(200_000) })]);
    expect(long.short).toBe(true);
    expect(long.text.length).toBeLessThanOrEqual(100_000);
    expect(long.text).toMatch(/The suggestion file has all of it\.\n$/);
    fakeBridge({ 'clipboard.write': async () => ok(null) });
    expect(copiedSentence(await copyText([one]))).toBe(suggestLeaveText.exports.copied);
    expect(copiedSentence(await copyText([sampleSuggestion({ why: 'x'.repeat(200_000) })]))).toBe(suggestLeaveText.exports.copiedBriefly);
    fakeBridge({});
    expect(copiedSentence(await copyText([one]))).toBe(suggestLeaveText.exports.notCopied);
  });
});
