import { cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importShare } from '../../content/node/import-share.ts';
import type { Signer } from '../../content/node/keys.ts';
import { publishDraft } from '../../content/node/publish-draft.ts';
import { remakeDraft } from '../../content/node/publish-make.ts';
import { writeDraft } from '../../content/node/staging.ts';
import { channel, type Group, makeGroup, publishInput, realNow, replicaOf, signBy } from '../support/group.ts';
import { signers, stagedRoot } from '../support/staged-drafts.ts';
import { tempFolder } from '../support/temp.ts';

/** A second root of the channel, signed by three stewards. */
async function newRoot(group: Group, editors: readonly Signer[], stewards = group.stewards): Promise<string> {
  const id = await writeDraft(group.share, stagedRoot({ now: realNow(), version: 2, stewards, editors }).draft);
  await signBy(group.share, id, group.stewards.slice(0, 3));
  return id;
}
async function read(group: Group) {
  const report = await importShare({ store: tempFolder(), share: group.share, pinnedRoot: group.pinnedRoot, now: realNow() });
  return report.channels[0]?.error?.code ?? report.channels[0]?.version;
}

describe('publishing a new root', () => {
  it('needs nothing more when the published edition stays good', async () => {
    const group = await makeGroup();
    const id = await newRoot(group, [...group.editors.slice(0, 4), ...signers(1)]);
    expect(await publishDraft(publishInput(group.share, null, { id }))).toMatchObject({
      ok: true,
      value: { kind: 'root', version: 2, written: 1 },
    });
    expect(await read(group)).toBe(group.version);
  });

  it('refuses when readers would be left with too few signatures, and publishes both once the edition is signed again', async () => {
    const group = await makeGroup();
    const editors = [...group.editors.slice(1), ...signers(1)];
    const id = await newRoot(group, editors);
    const refused = await publishDraft(publishInput(group.share, group.stewards[0] ?? null, { id }));
    expect(refused).toMatchObject({ ok: false, error: { code: 'TOO_FEW_SIGNATURES', data: { have: 1, need: 2, edition: true } } });
    expect(await read(group)).toBe(group.version);
    const again = await remakeDraft({ share: group.share, channel, now: realNow(), note: '' });
    if (!again.ok || !again.value.id) throw new Error('no draft');
    // One who stays and one who is only in the new root.
    await signBy(group.share, again.value.id, [editors[0] as Signer, editors[4] as Signer]);
    const done = await publishDraft(publishInput(group.share, group.stewards[0] ?? null, { id }));
    expect(done).toMatchObject({ ok: true, value: { kind: 'root', version: 2 } });
    expect(await read(group)).toBe(again.value.version);
  });

  it('signs the timestamp anew when its key goes', async () => {
    const group = await makeGroup();
    // The edition and its timestamp are by editors 1 and 2; all stewards and editor 1 go from the timestamp's keys.
    const { draft } = stagedRoot({ now: realNow(), version: 2, stewards: group.stewards, editors: group.editors });
    const id = await writeDraft(group.share, draft);
    await signBy(group.share, id, group.stewards.slice(0, 3));
    expect((await publishDraft(publishInput(group.share, group.stewards[0] ?? null, { id }))).ok).toBe(true);
    expect(await read(group)).toBe(group.version);
  });

  it('refuses with two stewards of three, and a root that was overtaken', async () => {
    const group = await makeGroup();
    const id = await writeDraft(
      group.share,
      stagedRoot({ now: realNow(), version: 2, stewards: group.stewards, editors: group.editors }).draft,
    );
    await signBy(group.share, id, group.stewards.slice(0, 2));
    expect(await publishDraft(publishInput(group.share, null, { id }))).toMatchObject({ ok: false, error: { code: 'TOO_FEW_SIGNATURES' } });
    await signBy(group.share, id, group.stewards.slice(2, 3));
    const copy = replicaOf(path.join(group.share, 'staging', channel, id));
    expect((await publishDraft(publishInput(group.share, null, { id }))).ok).toBe(true);
    // It came back with a copy of the share that still had it.
    cpSync(copy, path.join(group.share, 'staging', channel, id), { recursive: true });
    expect(await publishDraft(publishInput(group.share, null, { id }))).toMatchObject({ ok: false, error: { code: 'DRAFT_OUTDATED' } });
  });
});
