import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChannelId } from '../../../content/core/base/ids.ts';
import { boundsFault, missingIn } from '../../../content/core/suggestion/bounds.ts';
import type { Evidence, Suggestion } from '../../../content/core/suggestion/model.ts';
import { digestOf } from '../../../content/core/suggestion/suggestion-json.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { openBundle } from '../../../content/node/suggestion-bundle.ts';
import { type SuggestionDesk, suggestionDesk } from '../../support/suggestion-desk.ts';
import { anySuggestion, baseOf, sampleSource, sampleSuggestion } from '../../support/suggestions.ts';

const summary = '<!doctype html><p>What';

async function attached(desk: SuggestionDesk, name: string, bytes: Uint8Array): Promise<Evidence> {
  return { kind: 'file', name, bytes: bytes.length, digest: await desk.evidence.put(bytes) };
}

describe('what would leave', { timeout: 30_000 }, () => {
  test('is shown file by file, texts as texts, with the digest of the whole', async () => {
    const desk = suggestionDesk();
    const evidence = [
      await attached(desk, 'a.txt', Buffer.from('seen on Monday')),
      await attached(desk, 'b.png', Buffer.from([0x89, 0x50, 0, 1])),
      await attached(desk, 'long.txt', Buffer.alloc(300_000, 'x')),
    ];
    const id = await desk.keep({ suggestion: sampleSuggestion({ evidence, channel: 'facebook' as ChannelId }) });
    const shown = await desk.ask('suggestions.preview', { id, summary });
    expect(shown.name).toMatch(/^Kent-2026-11-23-facebook-[0-9a-f]{8}\.ngsuggest$/);
    const texts = shown.files.map(({ name, text }) => [name.replace(/[0-9a-f]{16}-/, ''), text === null ? null : text.slice(0, 14)]);
    expect(texts).toEqual([
      ['suggestion.json', expect.stringMatching(/^{"@context"/)],
      ['change.patch', expect.any(String)],
      ['summary.html', '<!doctype html'],
      ['evidence/a.txt', 'seen on Monday'],
      ['evidence/b.png', null],
      ['evidence/long.txt', null],
    ]);
    const packed = await desk.ask('suggestions.pack', { id, summary, digest: shown.digest });
    expect([packed.name, packed.channel, packed.bytes.length]).toEqual([shown.name, 'facebook', shown.bytes]);
    expect([sha256(packed.bytes), packed.digest]).toEqual([shown.digest, digestOf((await desk.read(id)).suggestion, sha256)]);
  });

  test('is the same bytes whenever, and whatever has become of the draft meanwhile', async () => {
    const [desk, other] = [suggestionDesk(), suggestionDesk()];
    const suggestion = sampleSuggestion();
    const id = await desk.keep({ suggestion });
    await other.keep({ suggestion, clock: { laptop: 7 } });
    const { digest } = await desk.ask('suggestions.preview', { id, summary });
    desk.now = '2027-01-01T00:00:00.000Z';
    await desk.ask('suggestions.sent', { id, digest: digestOf(suggestion, sha256), way: 'file', name: 'x' });
    for (const pc of [desk, other]) expect((await pc.ask('suggestions.preview', { id, summary })).digest).toBe(digest);
  });

  test('is refused when it is not what was shown', async () => {
    const desk = suggestionDesk();
    const suggestion = sampleSuggestion();
    const id = await desk.keep({ suggestion });
    const { digest } = await desk.ask('suggestions.preview', { id, summary });
    await expect(desk.ask('suggestions.pack', { id, summary: `${summary}ever`, digest })).rejects.toMatchObject({
      code: 'SUGGESTION_CHANGED',
    });
    await desk.drafts.change(id, (kept) => kept && { ...kept, draft: { ...kept.draft, suggestion: { ...suggestion, why: 'Other.' } } });
    await expect(desk.ask('suggestions.pack', { id, summary, digest })).rejects.toMatchObject({ code: 'SUGGESTION_CHANGED' });
  });

  test('whatever a person may write, the group’s tools can read', async () => {
    const desk = suggestionDesk();
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(anySuggestion, async (any) => {
        const evidence = any.evidence.filter(({ kind }) => kind !== 'file');
        const suggestion = { ...any, evidence: [...evidence, await attached(desk, 'a.pdf', Buffer.from(any.why))].slice(0, 20) };
        if (missingIn(suggestion).length > 0 || boundsFault(suggestion)) return;
        tried += 1;
        const id = await desk.keep({ suggestion });
        const { digest } = await desk.ask('suggestions.preview', { id, summary });
        const read = await openBundle((await desk.ask('suggestions.pack', { id, summary, digest })).bytes);
        expect(read.ok && read.value.suggestion).toEqual(suggestion);
      }),
      { numRuns: 60 },
    );
    expect(tried).toBeGreaterThan(10);
  });
});

describe('what is not ready', { timeout: 30_000 }, () => {
  const refused = async (special: Partial<Suggestion>) => {
    const desk = suggestionDesk();
    const id = await desk.keep({ suggestion: sampleSuggestion(special) });
    return desk.ask('suggestions.preview', { id, summary }).catch((thrown: unknown) => thrown);
  };

  test('is refused with what is missing', async () => {
    const nobody = { name: null, force: '', role: '' };
    const unchanged = { proposal: { kind: 'change' as const, source: sampleSource }, base: baseOf() };
    expect(await refused({ why: ' ', author: nobody, ...unchanged })).toMatchObject({
      code: 'SUGGESTION_INCOMPLETE',
      data: { missing: 'why,force,role,change' },
    });
    expect(await refused({ why: 'With a \u0007 bell' })).toMatchObject({
      code: 'SUGGESTION_INCOMPLETE',
      data: { missing: 'text-not-clean' },
    });
  });

  test('because it is too large says so', async () => {
    expect(await refused({ why: 'x'.repeat(20_001) })).toMatchObject({ code: 'SUGGESTION_FULL' });
    const source = `${'x'.repeat(2 * 1024 * 1024)}\n`;
    expect(await refused({ proposal: { kind: 'change', source } })).toMatchObject({ code: 'SUGGESTION_FULL' });
  });

  test('because its files are too large together says so', async () => {
    const desk = suggestionDesk();
    const evidence: Evidence[] = [];
    for (let at = 0; at < 6; at += 1) {
      const noise = Buffer.alloc(5 * 1024 * 1024 - 10, at);
      evidence.push(await attached(desk, `${at}.png`, noise));
    }
    const id = await desk.keep({ suggestion: sampleSuggestion({ evidence }) });
    await expect(desk.ask('suggestions.preview', { id, summary })).rejects.toMatchObject({ code: 'SUGGESTION_FULL' });
  });

  test('because a file of it is gone or damaged here is refused', async () => {
    for (const spoil of [(file: string) => rmSync(file), (file: string) => writeFileSync(file, 'other')]) {
      const desk = suggestionDesk();
      const item = await attached(desk, 'a.png', Buffer.from('picture'));
      const id = await desk.keep({ suggestion: sampleSuggestion({ evidence: [item] }) });
      spoil(path.join(desk.folder, 'suggestions', 'evidence', item.kind === 'file' ? item.digest : ''));
      await expect(desk.ask('suggestions.preview', { id, summary })).rejects.toMatchObject({
        code: 'SUGGESTION_INCOMPLETE',
        data: { missing: 'file' },
      });
    }
  });
});
