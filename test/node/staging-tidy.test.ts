import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { publishDraft } from '../../content/node/publish-draft.ts';
import { abandonedDays, overtakenDays, tidyStaging } from '../../content/node/staging-tidy.ts';
import { channel, draftOf, firstBodies, makeGroup, publishBodies, publishInput, replicaOf, signBy } from '../support/group.ts';

const bodies = (words: string) => ({ ...firstBodies, comments: `## Comments\n\n${words}\n` });
const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000);
const staging = (share: string) => path.join(share, 'staging', channel);

it('is done after each publishing: what was published is gone from staging, what waits stays', async () => {
  const group = await makeGroup();
  const waiting = await draftOf(group.share, bodies('Waits.'));
  const { id } = await publishBodies(group, bodies('Published.'));
  expect([existsSync(path.join(staging(group.share), waiting)), existsSync(path.join(staging(group.share), id))]).toEqual([true, false]);
});

it('clears a published draft that a copy brought back, overtaken ones after a fortnight, given up ones after 90 days', async () => {
  const group = await makeGroup();
  const overtaken = await draftOf(group.share, bodies('Overtaken.'));
  const id = await draftOf(group.share, bodies('Published.'));
  await signBy(group.share, id, group.editors.slice(0, 2));
  const copy = replicaOf(path.join(staging(group.share), id));
  expect((await publishDraft(publishInput(group.share, group.editors[0] ?? null, { id }))).ok).toBe(true);
  const waiting = await draftOf(group.share, bodies('Waits.'));
  cpSync(copy, path.join(staging(group.share), id), { recursive: true });
  const tidied = async (days: number) => {
    const report = await tidyStaging({ share: group.share, repository: channel, now: inDays(days) });
    return report.ok ? report.value.cleared.map((one) => `${one.id} ${one.why}`) : report.error.code;
  };
  expect(await tidied(1)).toEqual([`${id} published`]);
  expect(await tidied(overtakenDays + 1)).toEqual([`${overtaken} overtaken`]);
  expect(await tidied(abandonedDays - 1)).toEqual([]);
  expect(await tidied(abandonedDays + 1)).toEqual([`${waiting} abandoned`]);
});

it('clears the one that is named, and says when it is not there', async () => {
  const group = await makeGroup();
  const [one, two] = [await draftOf(group.share, bodies('One.')), await draftOf(group.share, bodies('Two.'))];
  const tidied = await tidyStaging({ share: group.share, repository: channel, id: one, now: new Date() });
  expect(tidied).toMatchObject({ ok: true, value: { cleared: [{ id: one }], kept: [two] } });
  const again = await tidyStaging({ share: group.share, repository: channel, id: one, now: new Date() });
  expect(again).toMatchObject({ ok: false, error: { code: 'DRAFT_NOT_FOUND' } });
});

it('touches no root and nothing else that is published, whatever lies in staging', async () => {
  const group = await makeGroup();
  await draftOf(group.share, bodies('Waits.'));
  // A folder with a draft's name and no draft in it, and a name that is none.
  mkdirSync(path.join(staging(group.share), '1-abcdef'));
  mkdirSync(path.join(staging(group.share), 'my-notes'));
  const files = () =>
    ['directory', 'channels'].flatMap((name) => readdirSync(path.join(group.share, name), { recursive: true }).map(String));
  const before = files();
  expect(before.filter((name) => name.endsWith('.root.json'))).toHaveLength(3);
  expect((await tidyStaging({ share: group.share, repository: channel, now: inDays(10_000) })).ok).toBe(true);
  expect(files()).toEqual(before);
  expect(readdirSync(staging(group.share)).filter((name) => !name.endsWith('.tmp'))).toEqual(['my-notes']);
});
