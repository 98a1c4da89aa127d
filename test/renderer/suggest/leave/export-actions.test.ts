import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { SuggestionId } from '../../../../content/core/suggestion/model.ts';
import { notices } from '../../../../renderer/state/notices.ts';
import { exportFormats, exportSuggestions, nameFor } from '../../../../renderer/suggest/leave/export-actions.ts';
import { closeLeaving, leaving } from '../../../../renderer/suggest/leave/leave.ts';
import { ticked, tickOf } from '../../../../renderer/suggest/leave/leave-session.ts';
import { personalFinds } from '../../../../renderer/suggest/leave/personal-finds.ts';
import { suggestLeaveText } from '../../../../renderer/text/suggest-leave.ts';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { keeping, ok } from '../../../support/leaving.ts';
import { baseOf, idOf, sampleSource, sampleSuggestion } from '../../../support/suggestions.ts';

const one = sampleSuggestion({ id: idOf(1) });
const personal = sampleSuggestion({ id: idOf(2), why: 'Ring 07911 123456.' });
const question = sampleSuggestion({ id: idOf(3), proposal: { kind: 'question' } });
const marked = sampleSuggestion({ id: idOf(4), base: baseOf(`${sampleSource}{--x--}`) });
const { answers } = keeping([one, personal, question, marked]);
const lastNotice = () => notices.get().at(-1)?.text;

function writing() {
  const write = vi.fn(async (_: { readonly format: string; readonly suggested: string; readonly text: string }) => ok({ name: 'a.md' }));
  const word = vi.fn(async (_: { readonly labels: Readonly<Record<string, string>> }) => ok({ name: 'a.docx' }));
  const copy = vi.fn(async (_: { readonly text: string }) => ok(null));
  const { asked } = fakeBridge({ ...answers, 'suggestions.write': write, 'suggestions.word': word, 'clipboard.write': copy });
  return { write, word, copy, asked };
}
const exported = async (ids: readonly SuggestionId[], format: Parameters<typeof exportSuggestions>[1]) => {
  const ports = writing();
  await exportSuggestions(ids, format);
  return ports;
};

beforeEach(() => {
  closeLeaving();
  notices.set([]);
  ticked.set(new Set());
});

describe('an export', () => {
  test('as Markdown, web page, CriticMarkup, Word and text', async () => {
    expect((await exported([one.id], 'markdown')).write.mock.lastCall?.[0]).toMatchObject({
      format: 'markdown',
      suggested: 'Suggestion House rules',
      text: expect.stringMatching(/^# Suggestion for/),
    });
    expect(lastNotice()).toBe(suggestLeaveText.exports.saved('a.md'));
    expect((await exported([one.id], 'html')).write.mock.lastCall?.[0]).toMatchObject({
      format: 'html',
      text: expect.stringMatching(/^<!doctype/),
    });
    expect((await exported([one.id], 'critic')).write.mock.lastCall?.[0].text).toContain('{--may--}{++must++}');
    expect((await exported([one.id], 'word')).word.mock.lastCall?.[0]).toMatchObject({ id: one.id, labels: { why: 'Why' } });
    expect((await exported([one.id, question.id], 'copy')).copy.mock.lastCall?.[0].text).toContain('This is a question.');
    expect(lastNotice()).toBe(suggestLeaveText.exports.copied);
  });

  test('as suggestion file is the dialog’s', async () => {
    const { asked } = await exported([one.id, question.id], 'bundle');
    expect(leaving.get()).toEqual([one.id, question.id]);
    expect(asked).toEqual([]);
  });

  test('of what looks personal is looked at first, in every form', async () => {
    for (const format of ['word', 'pdf', 'html', 'markdown', 'critic', 'copy'] as const) {
      closeLeaving();
      const { write, word, copy } = await exported([personal.id], format);
      for (const call of [write, word, copy]) expect(call).not.toHaveBeenCalled();
      expect(leaving.get()).toEqual([personal.id]);
      expect(lastNotice()).toBe(suggestLeaveText.exports.personalFirst);
    }
    ticked.set(new Set(personalFinds(personal).map((find) => tickOf(personal.id, find))));
    expect((await exported([personal.id], 'html')).write).toHaveBeenCalledTimes(1);
  });

  test('as CriticMarkup says where it cannot be', async () => {
    await exported([question.id], 'critic');
    expect(lastNotice()).toBe(suggestLeaveText.exports.noText);
    await exported([marked.id], 'critic');
    expect(lastNotice()).toBe(suggestLeaveText.exports.noMarkup);
  });

  test('of one that is gone says so', async () => {
    const { write } = await exported([idOf(9)], 'html');
    expect(write).not.toHaveBeenCalled();
    expect(lastNotice()).toMatch(/not there any more/);
  });
});

test('a form with one text each is there for one only', () => {
  expect(exportFormats(1)).toEqual(['bundle', 'word', 'pdf', 'html', 'markdown', 'critic', 'copy']);
  expect(exportFormats(3)).toEqual(['bundle', 'pdf', 'html', 'markdown', 'copy']);
});

test('names of files are plain on every system', () => {
  const titled = (title: string) => sampleSuggestion({ base: baseOf(`---\ntitle: ${JSON.stringify(title)}\n---\n\nText`) });
  expect(nameFor([titled('A/B: "C"? <D>|*\\')])).toBe('Suggestion A B C D');
  expect(nameFor([titled('x'.repeat(300))]).length).toBeLessThanOrEqual(90);
  expect(nameFor([titled('Ends with a dot.')])).toBe('Suggestion Ends with a dot');
  expect(nameFor([one, question])).toBe('2 suggestions');
});
