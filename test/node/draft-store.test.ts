import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeDraftFile } from '../../content/core/suggestion/draft-file.ts';
import type { WrittenDraft } from '../../content/core/suggestion/merge-drafts.ts';
import { proposedSource, type SuggestionId } from '../../content/core/suggestion/model.ts';
import { noHistory } from '../../content/core/suggestion/undo-history.ts';
import { type DraftStore, type KeptDraft, openDraftStore } from '../../content/node/draft-store.ts';
import { bundleJob, ended, firstWord, forkJob } from '../support/jobs.ts';
import { idOf, sampleDraft, sampleSuggestion } from '../support/suggestions.ts';
import { tempFolder } from '../support/temp.ts';

const id = idOf(0xabc);
const uuid = id.slice('urn:uuid:'.length);
const file = `${uuid}.a.json`;

function open(folder = tempFolder(), writer = 'a') {
  const said: string[] = [];
  return { folder, said, store: openDraftStore({ folder, writer, log: (what) => said.push(what) }) };
}
const written = (why: string, special: Parameters<typeof sampleDraft>[0] = {}): WrittenDraft => ({
  draft: sampleDraft({ suggestion: sampleSuggestion({ id, why }), ...special }),
  history: noHistory,
});
const says =
  (why: string) =>
  (kept: KeptDraft | null): WrittenDraft =>
    kept ? { ...kept, draft: { ...kept.draft, suggestion: { ...kept.draft.suggestion, why } } } : written(why);
const whysIn = async (store: DraftStore) => (await store.list()).drafts.map(({ draft }) => draft.suggestion.why).sort();

describe('a store of drafts', () => {
  test('keeps what it was given, one file a draft, and makes the folder', async () => {
    const { store, folder } = open(path.join(tempFolder(), 'drafts'));
    expect([await store.list(), await store.read(id)]).toEqual([{ drafts: [], unread: [], aside: [] }, null]);
    await store.change(id, says('one'));
    await store.change(id, says('two'));
    expect(await whysIn(open(folder).store)).toEqual(['two']);
    expect(readdirSync(folder)).toEqual([file]);
  });

  test('an edit that leaves it as it is writes nothing', async () => {
    const { store, folder } = open();
    await store.change(id, says('one'));
    const before = readFileSync(path.join(folder, file), 'utf8');
    await store.change(id, () => null);
    expect(readFileSync(path.join(folder, file), 'utf8')).toBe(before);
  });

  test('changes that are asked for at once happen one after the other', async () => {
    const { store } = open();
    const add = (sign: string) => (kept: KeptDraft | null) => says(`${kept?.draft.suggestion.why ?? ''}${sign}`)(kept);
    await Promise.all(['a', 'b', 'c'].map((sign) => store.change(id, add(sign))));
    expect(await whysIn(store)).toEqual(['abc']);
  });

  test('one process goes on where another stopped, and what it has seen needs no file any more', async () => {
    const { store, folder } = open();
    await store.change(id, says('one'));
    const { store: second } = open(folder, 'b');
    expect((await second.change(id, says('two'))).parted).toBeNull();
    expect(readdirSync(folder)).toEqual([`${uuid}.b.json`]);
    expect(await whysIn(store)).toEqual(['two']);
  });

  test('words that came from another window meanwhile are not replaced: both stay', async () => {
    const { store, folder } = open();
    const { kept: seen } = await store.change(id, says('one'));
    const { store: second } = open(folder, 'b');
    await second.change(id, says('theirs'));
    const { parted } = await store.change(id, () => says('mine')(seen));
    expect(parted).not.toBeNull();
    expect(await whysIn(store)).toEqual(['mine', 'theirs']);
    expect(await whysIn(second)).toEqual(['mine', 'theirs']);
  });

  test('files of two PCs that never met both stay, however often they are read, and also when one goes on', async () => {
    const folder = tempFolder();
    writeFileSync(path.join(folder, `${uuid}.a.json`), writeDraftFile(written('here', { clock: { a: 1 } })));
    writeFileSync(path.join(folder, `${uuid}.b.json`), writeDraftFile(written('there', { clock: { b: 1 } })));
    const [here, there] = [open(folder, 'a').store, open(folder, 'b').store];
    for (const store of [here, there, here]) expect(await whysIn(store)).toEqual(['here', 'there']);
    const drafts = (await here.list()).drafts;
    const beside = drafts.find(({ draft }) => draft.suggestion.id !== id)?.draft.suggestion;
    await here.change(beside?.id as SuggestionId, says('mended'));
    const other = drafts.find(({ draft }) => draft.suggestion.id === id)?.draft.suggestion.why;
    for (const store of [here, there]) expect(await whysIn(store)).toEqual(['mended', other].sort());
  });

  test('what this process wrote counts as seen also while its file is being taken away by another', async () => {
    const { store, folder } = open();
    await store.change(id, says('mine'));
    renameSync(path.join(folder, file), path.join(folder, 'hidden'));
    writeFileSync(path.join(folder, `${uuid}.b.json`), writeDraftFile(written('theirs', { clock: { b: 1 } })));
    await store.change(id, (kept) => says(`${kept?.draft.suggestion.why}, on`)(kept));
    expect((await whysIn(store)).join()).toMatch(/^(?:mine,theirs, on|mine, on,theirs)$/);
  });

  test('what was thrown away can be put back until it is cleared', async () => {
    const { store, folder } = open();
    const deletedAt = (deleted: string | null) => (kept: KeptDraft | null) => kept && { ...kept, draft: { ...kept.draft, deleted } };
    await store.change(id, says('one'));
    await store.change(id, deletedAt('2026-11-01T00:00:00.000Z'));
    expect(await open(folder).store.clear('2026-10-31T00:00:00.000Z')).toBe(0);
    expect((await store.list()).drafts[0]?.draft.deleted).toBe('2026-11-01T00:00:00.000Z');
    await store.change(id, deletedAt(null));
    expect(await store.clear('2026-12-31T00:00:00.000Z')).toBe(0);
    await store.change(id, deletedAt('2026-11-01T00:00:00.000Z'));
    expect(await store.clear('2026-12-31T00:00:00.000Z')).toBe(1);
    expect([await whysIn(store), readdirSync(folder)]).toEqual([[], []]);
  });
});

describe('a file that is not as it should be', () => {
  const whole = writeDraftFile(written('kept', { clock: { a: 1 } }));

  test('is put aside by name when nothing of it can be read', async () => {
    const { store, folder, said } = open();
    writeFileSync(path.join(folder, file), 'no draft');
    expect(await store.list()).toEqual({ drafts: [], unread: [], aside: readdirSync(folder) });
    expect(readdirSync(folder).map((name) => name.replace(/d-[0-9a-f]{12}\./, 'd-….'))).toEqual([`${uuid}.a.damaged-….txt`]);
    expect(said).toEqual(['draft-damaged']);
    await store.change(id, says('new'));
    expect(await whysIn(store)).toEqual(['new']);
  });

  test('gives its words when only what was typed is cut, and keeps what was there once', async () => {
    const { store, folder, said } = open();
    writeFileSync(path.join(folder, file), whole.slice(0, whole.indexOf('"history"')));
    expect([await whysIn(store), await whysIn(store)]).toEqual([['kept'], ['kept']]);
    expect([said, readdirSync(folder).length]).toEqual([['draft-damaged'], 2]);
  });

  test('of a newer app is read and never written over', async () => {
    const { store, folder } = open();
    const newer = whole.replace('"guides:format":1', '"guides:format":2');
    writeFileSync(path.join(folder, file), newer);
    expect((await store.read(id))?.isReadOnly).toBe(true);
    await expect(store.change(id, says('mine'))).rejects.toMatchObject({ code: 'APP_TOO_OLD' });
    expect(readFileSync(path.join(folder, file), 'utf8')).toBe(newer);
  });

  test('of a newer app that says nothing to this one stays where it is', async () => {
    const { store, folder } = open();
    writeFileSync(path.join(folder, file), '{"guides:format":2,"words":"?"}');
    expect((await store.list()).unread).toEqual([file]);
    await expect(store.change(id, says('mine'))).rejects.toMatchObject({ code: 'APP_TOO_OLD' });
  });

  test('with another draft in it than its name says is put aside', async () => {
    const { store, folder } = open();
    writeFileSync(path.join(folder, `${idOf(1).slice(9)}.a.json`), whole);
    expect((await store.list()).drafts).toEqual([]);
    expect(readdirSync(folder)[0]).toContain('.damaged-');
  });

  test('and cannot be read is not taken for none', async () => {
    const { store, folder } = open();
    mkdirSync(path.join(folder, file));
    await expect(store.change(id, says('mine'))).rejects.toMatchObject({ name: 'AppFault' });
    expect((await store.list()).unread).toEqual([file]);
  });

  test('of other names is none of ours', async () => {
    const { store, folder } = open();
    for (const name of ['notes.json', `${uuid}.json`, `${uuid}.a.json.tmp`, 'desktop.ini']) writeFileSync(path.join(folder, name), whole);
    expect(await store.list()).toEqual({ drafts: [], unread: [], aside: [] });
  });
});

describe('several processes', () => {
  const job = 'test/support/draft-job.ts';
  const textsIn = async (folder: string) =>
    (await open(folder, 'reader').store.list()).drafts.map(({ draft }) => proposedSource(draft.suggestion) ?? '');

  test('two that type into one draft at the same time lose no word', async () => {
    const [folder, claims] = [tempFolder(), tempFolder()];
    const bundle = await bundleJob(job);
    const children = ['x', 'y'].map((tag) => forkJob(bundle, [folder, claims, id, tag, '30']));
    await Promise.all(children.map((child) => new Promise<void>((resolve) => child.on('message', (said) => said === 'done' && resolve()))));
    const all = (await textsIn(folder)).join('\n');
    for (const tag of ['x', 'y']) for (let at = 1; at <= 30; at += 1) expect(all).toContain(`${tag}${at} `);
  }, 30_000);

  test('one that is killed while it writes leaves every word that it said was on disk', async () => {
    const [folder, claims] = [tempFolder(), tempFolder()];
    const bundle = await bundleJob(job);
    let last = 0;
    for (let round = 0; round < 3; round += 1) {
      const child = forkJob(bundle, [folder, claims, id, `r${round}-`, '100000']);
      let said = 0;
      child.on('message', (word) => {
        said = Number(word);
      });
      await firstWord(child);
      // Anywhere within a write: they take a few milliseconds each.
      await new Promise((resolve) => setTimeout(resolve, 5 + round * 11));
      child.kill('SIGKILL');
      await ended(child);
      last = said;
      const texts = await textsIn(folder);
      expect(texts).toHaveLength(1);
      for (let at = 1; at <= last; at += 1) expect(texts[0]).toContain(`r${round}-${at} `);
    }
    expect(last).toBeGreaterThan(0);
  }, 30_000);
});
