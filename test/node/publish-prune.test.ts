import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importShare } from '../../content/node/import-share.ts';
import { editionsBefore, neededVersions, pruneDays, pruneRepository } from '../../content/node/publish-prune.ts';
import { channel, firstBodies, type Group, makeGroup, publishBodies, publishInput, realNow } from '../support/group.ts';
import { tempFolder } from '../support/temp.ts';

const bodies = (words: string) => ({ ...firstBodies, comments: `## Comments\n\n${words}\n` });
const later = (days: number) => () => new Date(Date.now() + days * 24 * 3_600_000);

async function eightEditions(): Promise<Group> {
  const group = await makeGroup();
  for (let count = 0; count < 8; count += 1) await publishBodies(group, bodies(`Number ${count}.`));
  return group;
}

const folderOf = (group: Group, name: string) => path.join(group.share, 'channels', channel, name);
const namesOf = (group: Group) =>
  ['metadata', 'targets'].flatMap((name) => readdirSync(folderOf(group, name)).map((file) => `${name}/${file}`)).sort();

describe('pruning', () => {
  it('removes editions that are neither the current one nor of the five before, after half a year, and readers notice nothing', {
    timeout: 60_000,
  }, async () => {
    const group = await eightEditions();
    writeFileSync(path.join(folderOf(group, 'metadata'), '1.root.sync-conflict.json'), '{}');
    writeFileSync(path.join(folderOf(group, 'targets'), 'notes.txt'), 'mine');
    const before = namesOf(group);
    const prune = (days: number, dryRun = false, signer = group.stewards[4] ?? null) =>
      pruneRepository({ ...publishInput(group.share, signer), now: later(days), shareTime: async () => later(days)(), dryRun });
    expect(await prune(pruneDays - 1)).toMatchObject({ ok: true, value: { removed: [] } });
    const dry = await prune(pruneDays + 1, true);
    expect(namesOf(group)).toEqual(before);
    const pruned = await prune(pruneDays + 1);
    if (!pruned.ok || !dry.ok) throw new Error('not pruned');
    expect(dry.value.removed).toEqual(pruned.value.removed);
    // Nine editions were published; the current one and five before stay: three go, of targets and snapshot and two files each.
    const editions = (names: readonly string[]) => names.filter((name) => /\d\.snapshot\.json$/.test(name)).length;
    expect([editions(before), editions(namesOf(group))]).toEqual([9, 1 + editionsBefore]);
    expect(before.filter((name) => !namesOf(group).includes(name)).sort()).toEqual([...pruned.value.removed].sort());
    for (const name of ['metadata/1.root.json', 'metadata/1.root.sync-conflict.json', 'metadata/timestamp.json', 'targets/notes.txt'])
      expect(namesOf(group)).toContain(name);
    const report = await importShare({ store: tempFolder(), share: group.share, pinnedRoot: group.pinnedRoot, now: realNow() });
    expect(report.channels.map(({ error, outcome }) => [error, outcome])).toEqual([[null, 'imported']]);
    expect(await prune(pruneDays + 1)).toMatchObject({ ok: true, value: { removed: [] } });
  });

  it('is for stewards only, and leaves a share that does not verify alone', async () => {
    const group = await makeGroup();
    const prune = (signer: Parameters<typeof publishInput>[1]) => pruneRepository({ ...publishInput(group.share, signer), dryRun: false });
    expect(await prune(group.editors[0] ?? null)).toMatchObject({ ok: false, error: { code: 'KEY_NOT_HELD' } });
    writeFileSync(path.join(folderOf(group, 'metadata'), 'timestamp.json'), '{}');
    expect((await prune(group.stewards[0] ?? null)).ok).toBe(false);
  });

  it('keeps a file that was written lately, whatever names it', async () => {
    const group = await makeGroup();
    const blob = path.join(folderOf(group, 'targets'), `${'ab'.repeat(32)}.new.md`);
    const prune = async () => {
      const pruned = await pruneRepository({ ...publishInput(group.share, group.stewards[0] ?? null), dryRun: false });
      return pruned.ok ? pruned.value.removed.length : pruned.error.code;
    };
    writeFileSync(blob, 'on its way');
    expect(await prune()).toBe(0);
    const old = Date.now() / 1000 - (pruneDays + 1) * 24 * 3600;
    utimesSync(blob, old, old);
    expect(await prune()).toBe(1);
  });
});

it('law: whatever was current since then, and the five before it, is needed; so is all that is newer than what is shown', () => {
  const versions = fc.uniqueArray(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(versions, fc.nat(), fc.integer({ min: 0, max: 1_100 }), (all, pick, since) => {
      const sorted = [...all].sort((a, b) => b - a);
      const shown = sorted[pick % sorted.length] as number;
      const needed = new Set(neededVersions(all, shown, since));
      for (const moment of [since, ...all.filter((version) => version > since)]) {
        const current = sorted.findIndex((version) => version <= moment && version <= shown);
        if (current >= 0) for (const version of sorted.slice(current, current + 1 + editionsBefore)) expect(needed).toContain(version);
      }
      for (const version of all) if (version >= shown) expect(needed).toContain(version);
    }),
  );
});
