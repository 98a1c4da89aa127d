import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { noHistory } from '../../../content/core/suggestion/undo-history.ts';
import { saveSuggestions } from '../../../electron/workers/suggestions-data.ts';
import { draftParts } from '../../support/draft-parts.ts';
import { sampleDraft, sampleSuggestion } from '../../support/suggestions.ts';
import { tempFolder } from '../../support/temp.ts';

const breathe = async () => undefined;

test('two files of one name are both there, one file of two drafts is there once, and what is lost is passed over', async () => {
  const parts = draftParts(tempFolder(), 'a');
  const put = async (text: string) => {
    const bytes = Buffer.from(text);
    return { kind: 'file', name: 'shot.png', bytes: bytes.length, digest: await parts.evidence.put(bytes) } as const;
  };
  const [one, two] = [await put('one'), await put('two')];
  const lost = { ...one, digest: one.digest.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) as typeof one.digest };
  for (const evidence of [
    [one, two],
    [one, lost],
  ]) {
    const draft = sampleDraft({ suggestion: sampleSuggestion({ evidence }) });
    await parts.drafts.change(draft.suggestion.id, () => ({ draft, history: noHistory }));
  }
  const folder = tempFolder();
  const written: string[] = [];
  await saveSuggestions(folder, { ...parts, breathe }, written);
  const names = readdirSync(path.join(folder, 'suggestions'));
  expect(written.sort()).toEqual(names.map((name) => `suggestions/${name}`).sort());
  expect(names.filter((name) => name.endsWith('shot.png'))).toHaveLength(2);
  expect(names.filter((name) => name.endsWith('.json'))).toHaveLength(2);
});

test('nobody’s suggestions are no folder', async () => {
  const folder = tempFolder();
  await saveSuggestions(folder, { ...draftParts(tempFolder(), 'a'), breathe }, []);
  expect(readdirSync(folder)).toEqual([]);
});
