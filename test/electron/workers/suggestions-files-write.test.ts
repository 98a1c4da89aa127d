import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SuggestionId } from '../../../content/core/suggestion/model.ts';
import { sha256 } from '../../../content/node/hash.ts';
import type { ShownBundle } from '../../../electron/ipc/suggestion-schemas.ts';
import { canMount, smallDisk } from '../../support/small-disk.ts';
import { type SuggestionDesk, suggestionDesk } from '../../support/suggestion-desk.ts';
import { sampleSuggestion } from '../../support/suggestions.ts';
import { tempFolder } from '../../support/temp.ts';

const summary = '<!doctype html><p>What';

async function shown(desk: SuggestionDesk, ids: readonly SuggestionId[]): Promise<ShownBundle[]> {
  const bundles: ShownBundle[] = [];
  for (const id of ids) bundles.push({ id, summary, digest: (await desk.ask('suggestions.preview', { id, summary })).digest });
  return bundles;
}
const states = (desk: SuggestionDesk, ids: readonly SuggestionId[]) =>
  Promise.all(ids.map(async (id) => (await desk.read(id)).sent?.way ?? (await desk.read(id)).state));

describe('one suggestion', () => {
  test('is saved where the person said, over what they agreed to replace, and is sent by that', async () => {
    const desk = suggestionDesk();
    const id = await desk.keep();
    const [bundle] = await shown(desk, [id]);
    const file = path.join(tempFolder(), 'mine.ngsuggest');
    writeFileSync(file, 'an older one');
    const request = { file, isFolder: false, bundles: [bundle as ShownBundle] };
    expect(await desk.ask('suggestions.export', request)).toEqual({ name: 'mine.ngsuggest', files: 1 });
    expect(sha256(readFileSync(file))).toBe(bundle?.digest);
    expect(await states(desk, [id])).toEqual(['file']);
  });

  test('that could not be saved is not sent', async () => {
    const desk = suggestionDesk();
    const id = await desk.keep();
    const bundles = await shown(desk, [id]);
    const file = path.join(tempFolder(), 'no', 'mine.ngsuggest');
    await expect(desk.ask('suggestions.export', { file, isFolder: false, bundles })).rejects.toMatchObject({
      code: 'SAVE_FAILED',
      data: { files: 0, errno: 'ENOENT' },
    });
    expect(await states(desk, [id])).toEqual(['draft']);
  });
});

describe('several suggestions', { timeout: 30_000 }, () => {
  test('get a file each, and the same files again when they are asked for again', async () => {
    const desk = suggestionDesk();
    const ids = [await desk.keep(), await desk.keep(), await desk.keep()];
    const bundles = await shown(desk, ids);
    const folder = path.join(tempFolder(), 'out');
    mkdirSync(folder);
    expect(await desk.ask('suggestions.export', { file: folder, isFolder: true, bundles })).toEqual({ name: 'out', files: 3 });
    const names = readdirSync(folder);
    expect(names).toHaveLength(3);
    expect(names.map((name) => sha256(readFileSync(path.join(folder, name)))).sort()).toEqual(bundles.map(({ digest }) => digest).sort());
    expect(await states(desk, ids)).toEqual(['file', 'file', 'file']);
    await desk.ask('suggestions.export', { file: folder, isFolder: true, bundles: await shown(desk, ids) });
    expect(readdirSync(folder)).toEqual(names);
  });

  test('are never written over a file of another', async () => {
    const desk = suggestionDesk();
    const id = await desk.keep();
    const second = await desk.keep();
    const folder = tempFolder();
    const { name } = await desk.ask('suggestions.preview', { id, summary });
    writeFileSync(path.join(folder, name), 'theirs');
    await desk.ask('suggestions.export', { file: folder, isFolder: true, bundles: await shown(desk, [id, second]) });
    expect(readFileSync(path.join(folder, name), 'utf8')).toBe('theirs');
    expect(readdirSync(folder)).toContain(name.replace('.ngsuggest', '-2.ngsuggest'));
    expect(readdirSync(folder)).toHaveLength(3);
  });

  test('of which one has changed since it was shown are not written at all', async () => {
    const desk = suggestionDesk();
    const ids = [await desk.keep(), await desk.keep()];
    const bundles = await shown(desk, ids);
    const last = ids[1] as SuggestionId;
    await desk.drafts.change(
      last,
      (kept) => kept && { ...kept, draft: { ...kept.draft, suggestion: { ...sampleSuggestion(), why: 'Other.' } } },
    );
    const folder = tempFolder();
    await expect(desk.ask('suggestions.export', { file: folder, isFolder: true, bundles })).rejects.toMatchObject({
      code: 'SUGGESTION_CHANGED',
    });
    expect([readdirSync(folder), await states(desk, ids)]).toEqual([[], ['draft', 'draft']]);
  });

  test('go as far as there is a folder', async () => {
    const desk = suggestionDesk();
    const id = await desk.keep();
    const folder = path.join(tempFolder(), 'gone');
    const bundles = await shown(desk, [id, id]);
    await expect(desk.ask('suggestions.export', { file: folder, isFolder: true, bundles })).rejects.toMatchObject({ code: 'SAVE_FAILED' });
    expect([existsSync(folder), await states(desk, [id])]).toEqual([false, ['draft']]);
  });

  test.skipIf(!canMount)('go as far as there is room, and what is written is sent (needs root to mount)', async () => {
    const desk = suggestionDesk();
    const big = Buffer.from(Array.from({ length: 30_000 }, (_, at) => (at * 7_919) % 251));
    const digest = await desk.evidence.put(big);
    const suggestion = () => sampleSuggestion({ evidence: [{ kind: 'file', name: 'a.png', bytes: big.length, digest }] });
    const ids = [
      await desk.keep({ suggestion: suggestion() }),
      await desk.keep({ suggestion: suggestion() }),
      await desk.keep({ suggestion: suggestion() }),
    ];
    const bundles = await shown(desk, ids);
    const { folder } = smallDisk('size=80k');
    await expect(desk.ask('suggestions.export', { file: folder, isFolder: true, bundles })).rejects.toMatchObject({
      code: 'NO_SPACE',
      data: { files: 2 },
    });
    expect([await states(desk, ids), desk.told]).toEqual([['file', 'file', 'draft'], ['all']]);
    for (const name of readdirSync(folder))
      expect(bundles.map((bundle) => bundle.digest)).toContain(sha256(readFileSync(path.join(folder, name))));
  });
});
