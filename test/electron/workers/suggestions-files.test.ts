import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Sha256 } from '../../../content/core/base/ids.ts';
import { digestOf } from '../../../content/core/suggestion/suggestion-json.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { suggestionDesk } from '../../support/suggestion-desk.ts';
import { idOf, sampleSuggestion } from '../../support/suggestions.ts';
import { tempFolder } from '../../support/temp.ts';

const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

describe('a file that is attached', () => {
  test('is kept here and named in the draft, so that the original may go', async () => {
    const desk = suggestionDesk();
    const id = await desk.keep();
    const file = path.join(tempFolder(), 'The sign?.png');
    writeFileSync(file, picture);
    const kept = await desk.ask('suggestions.attach', { id, file });
    const item = { kind: 'file', name: 'The sign.png', bytes: 4, digest: sha256(picture) };
    expect(kept.draft.suggestion.evidence).toEqual([item]);
    expect((await desk.read(id)).suggestion).toMatchObject({ evidence: [item], modified: desk.now });
    rmSync(file);
    expect(Buffer.from(desk.evidence.read(sha256(picture)) ?? []).equals(picture)).toBe(true);
    expect([kept.lost, desk.told]).toEqual([[], ['window']]);
  });

  test('twice is there once, also when a killed process is asked again', async () => {
    const desk = suggestionDesk();
    const id = await desk.keep();
    const file = path.join(tempFolder(), 'a.png');
    writeFileSync(file, picture);
    await desk.ask('suggestions.attach', { id, file });
    const { clock } = await desk.read(id);
    desk.now = '2026-11-23T11:00:00.000Z';
    await desk.ask('suggestions.attach', { id, file });
    const draft = await desk.read(id);
    expect([draft.suggestion.evidence.length, draft.clock]).toEqual([1, clock]);
  });

  test('beyond what a suggestion may carry is refused, and the draft stays as it was', async () => {
    const desk = suggestionDesk();
    const file = path.join(tempFolder(), 'a.png');
    const evidence = Array.from({ length: 20 }, () => ({ kind: 'text' as const, text: 'seen' }));
    const full = await desk.keep({ suggestion: sampleSuggestion({ evidence }) });
    const id = await desk.keep();
    writeFileSync(file, picture);
    await expect(desk.ask('suggestions.attach', { id: full, file })).rejects.toMatchObject({ code: 'SUGGESTION_FULL' });
    truncateSync(file, 5 * 1024 * 1024 + 1);
    await expect(desk.ask('suggestions.attach', { id, file })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    await expect(desk.ask('suggestions.attach', { id: idOf(9_999), file })).rejects.toMatchObject({ code: 'SUGGESTION_NOT_FOUND' });
    const left = await desk.keep({ state: 'sent', sent: { at: desk.now, digest: sha256('x'), way: 'file' } });
    writeFileSync(file, picture);
    await expect(desk.ask('suggestions.attach', { id: left, file })).rejects.toMatchObject({ code: 'SUGGESTION_CHANGED' });
    expect([(await desk.read(full)).suggestion.evidence.length, (await desk.read(id)).suggestion.evidence.length]).toEqual([20, 0]);
  });
});

describe('what was sent', () => {
  const at = (time: string) => `2026-11-23T${time}:00.000Z`;

  test('is written down with its digest, way and time, and the words stay as they are', async () => {
    const desk = suggestionDesk();
    const id = await desk.keep({ state: 'ready' });
    const { suggestion } = await desk.read(id);
    const digest = digestOf(suggestion, sha256);
    desk.now = at('10:30');
    const answer = await desk.ask('suggestions.sent', { id, digest, way: 'inbox', name: 'Kent-2.ngsuggest' });
    expect(answer).toEqual({ sent: { at: at('10:30'), digest, way: 'inbox' }, name: 'Kent-2.ngsuggest' });
    expect(await desk.read(id)).toMatchObject({ state: 'sent', sent: answer.sent, suggestion });
    expect(desk.told).toEqual(['all']);
  });

  test('again is not sent later than it was, by whichever way it goes', async () => {
    const desk = suggestionDesk();
    const id = await desk.keep();
    const digest = digestOf((await desk.read(id)).suggestion, sha256);
    const send = async (time: string, way: 'inbox' | 'file', what = digest) => {
      desk.now = at(time);
      return (await desk.ask('suggestions.sent', { id, digest: what, way, name: 'x' })).sent;
    };
    expect(await send('10:01', 'file')).toEqual({ at: at('10:01'), digest, way: 'file' });
    expect(await send('10:02', 'file')).toEqual({ at: at('10:01'), digest, way: 'file' });
    // What was a file only is with the group now.
    expect(await send('10:03', 'inbox')).toEqual({ at: at('10:03'), digest, way: 'inbox' });
    expect(await send('10:04', 'file')).toEqual({ at: at('10:03'), digest, way: 'inbox' });
    expect(await send('10:05', 'inbox')).toEqual({ at: at('10:03'), digest, way: 'inbox' });
    const other = 'f'.repeat(64) as Sha256;
    expect(await send('10:06', 'file', other)).toEqual({ at: at('10:06'), digest: other, way: 'file' });
  });

  test('stays answered when the same is given out once more', async () => {
    const desk = suggestionDesk();
    const suggestion = sampleSuggestion();
    const digest = digestOf(suggestion, sha256);
    const id = await desk.keep({ suggestion, state: 'answered', sent: { at: at('08:00'), digest, way: 'file' } });
    await desk.ask('suggestions.sent', { id, digest, way: 'inbox', name: 'x' });
    expect((await desk.read(id)).state).toBe('answered');
  });
});

// The library is loaded first.
test('a suggestion becomes a Word file, with the words around it that the window gave', { timeout: 30_000 }, async () => {
  const desk = suggestionDesk();
  const id = await desk.keep();
  const file = path.join(tempFolder(), 'Mine.docx');
  expect(await desk.ask('suggestions.word', { id, file, labels: { why: 'Why' } })).toBeNull();
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  expect((await desk.read(id)).sent).toBeNull();
  const nowhere = path.join(tempFolder(), 'no', 'Mine.docx');
  await expect(desk.ask('suggestions.word', { id, file: nowhere, labels: {} })).rejects.toMatchObject({ code: 'SAVE_FAILED' });
});
