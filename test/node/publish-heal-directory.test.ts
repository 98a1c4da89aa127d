import { utimesSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { stageDirectory } from '../../content/node/directory-draft.ts';
import { importShare } from '../../content/node/import-share.ts';
import { publishDraft } from '../../content/node/publish-draft.ts';
import { healRepository } from '../../content/node/publish-heal.ts';
import { readPublished } from '../../content/node/published.ts';
import { makeShareFolder, type TestShare } from '../support/demo-share.ts';
import { publishInput, realNow, replicaOf, signBy } from '../support/group.ts';
import { replicate } from '../support/replicate.ts';
import { tempFolder } from '../support/temp.ts';

const stewards = (share: TestShare) => share.keys.stewards as Parameters<typeof signBy>[2];
const input = (share: string, signer: Parameters<typeof publishInput>[1]) => publishInput(share, signer, { repository: 'directory' });

/** One steward's withdrawal, signed by two and published on one copy. */
async function retire(share: string, demo: TestShare, channel: string, day: string | null, by: readonly [number, number]): Promise<number> {
  const staged = await stageDirectory({ share, now: realNow(), note: '', pinnedRoot: null }, { retire: { channel, day } });
  if (!staged.ok || !staged.value) throw new Error(JSON.stringify(staged));
  return publish(share, demo, staged.value.id, by);
}

async function publish(share: string, demo: TestShare, id: string, by: readonly [number, number]): Promise<number> {
  const signers = by.map((index) => stewards(demo)[index]) as unknown as Parameters<typeof signBy>[2];
  await signBy(share, id, signers, 'directory');
  const published = await publishDraft({ ...input(share, signers[0] ?? null), id });
  if (!published.ok) throw new Error(JSON.stringify(published.error));
  return published.value.version;
}

const retiredOf = async (share: string) => {
  const published = await readPublished({ share, repository: 'directory', now: realNow() });
  return published.ok ? published.value.channels.map(({ id, retired }) => `${id} ${retired}`).sort() : published.error.code;
};

/** Two stewards publish at once on two copies; whose timestamp wins is given. */
async function raced(first: readonly [string, string], second: readonly [string, string], laterWins: boolean) {
  // Published an hour ago by this PC's clock, as a publisher's clock is compared with it.
  const demo = await makeShareFolder({ version: Math.floor(Date.now() / 1000) - 3_600 });
  const [one, two] = [demo.folder, replicaOf(demo.folder)];
  const early = await retire(one, demo, ...first, [0, 1]);
  await new Promise((resolve) => setTimeout(resolve, 1_010));
  const late = await retire(two, demo, ...second, [2, 3]);
  const stamp = (share: string, seconds: number) =>
    utimesSync(path.join(share, 'directory', 'metadata', 'timestamp.json'), seconds, seconds);
  stamp(one, laterWins ? 1 : 2);
  stamp(two, laterWins ? 2 : 1);
  replicate(one, two);
  return { demo, one, two, early, late, heal: () => healRepository(input(one, stewards(demo)[4] ?? null)) };
}

it.each([
  ['earlier', false],
  ['later', true],
] as const)('joins the withdrawals of both when the %s timestamp won, and readers follow', { timeout: 30_000 }, async (_, laterWins) => {
  const { demo, one, two, early, late, heal } = await raced(['x', '2026-12-31'], ['facebook', '2027-01-31'], laterWins);
  const healed = await heal();
  expect(healed).toMatchObject({ ok: true, value: { did: 'merge', version: late, lost: [{ version: early, conflicts: [] }] } });
  if (!healed.ok || !healed.value.draft) throw new Error('no draft');
  // A second heal names the same draft instead of making another.
  expect(await heal()).toMatchObject({ ok: true, value: { draft: healed.value.draft } });
  await publish(one, demo, healed.value.draft, [0, 3]);
  replicate(one, two);
  expect(await retiredOf(two)).toEqual(['facebook 2027-01-31', 'x 2026-12-31']);
  expect(await heal()).toMatchObject({ ok: true, value: { did: 'well' } });
  const report = await importShare({ store: tempFolder(), share: two, pinnedRoot: demo.pinnedRoot, now: realNow() });
  expect([report.error, report.directory.error]).toEqual([null, null]);
});

it('keeps the newest where both changed the same channel, and names the list', { timeout: 30_000 }, async () => {
  const { demo, one, early, heal } = await raced(['x', '2026-12-31'], ['x', '2027-01-31'], false);
  const healed = await heal();
  expect(healed).toMatchObject({ ok: true, value: { lost: [{ version: early, conflicts: ['channels.json'] }] } });
  if (!healed.ok || !healed.value.draft) throw new Error('no draft');
  await publish(one, demo, healed.value.draft, [0, 3]);
  expect(await retiredOf(one)).toEqual(['facebook null', 'x 2027-01-31']);
  expect(await heal()).toMatchObject({ ok: true, value: { did: 'well' } });
});
