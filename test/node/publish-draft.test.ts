import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importShare } from '../../content/node/import-share.ts';
import { makeSigner } from '../../content/node/keys.ts';
import { publishDraft } from '../../content/node/publish-draft.ts';
import { makeDraft } from '../../content/node/publish-make.ts';
import { readPublished } from '../../content/node/published.ts';
import {
  channel,
  draftOf,
  firstBodies,
  type Group,
  makeGroup,
  publishBodies,
  publishInput,
  realNow,
  replicaOf,
  signBy,
  sourcesOf,
} from '../support/group.ts';
import { tempFolder } from '../support/temp.ts';

const changed = { ...firstBodies, comments: '## Comments\n\nHide a comment that is unkind to anybody.\n' };

/** What a reader who held nothing finds. */
async function read(share: string, group: Group) {
  const report = await importShare({ store: tempFolder(), share, pinnedRoot: group.pinnedRoot, now: realNow() });
  const [found] = report.channels;
  return { version: found?.version ?? null, code: found?.error?.code ?? report.error?.code ?? null };
}

describe('publishing a draft', () => {
  it('puts the next edition before readers when two editors signed', async () => {
    const group = await makeGroup();
    const report = await publishBodies(group, changed);
    expect(report.version).toBeGreaterThan(group.version);
    expect(report.checked).toBe(4);
    expect(await read(group.share, group)).toEqual({ version: report.version, code: null });
    const published = await readPublished({ share: group.share, repository: channel, now: realNow() });
    expect(published.ok && published.value.state?.targets?.signed.based_on).toEqual([group.version]);
  });

  it('writes only what is new', async () => {
    const group = await makeGroup();
    const before = readdirSync(path.join(group.share, 'channels', channel, 'targets')).length;
    const report = await publishBodies(group, changed);
    // One guide and the index; targets, snapshot and timestamp.
    expect(report.written).toBe(5);
    expect(readdirSync(path.join(group.share, 'channels', channel, 'targets'))).toHaveLength(before + 2);
  });

  it('refuses with one signature, without a key, and with a stranger’s key, and changes nothing', async () => {
    const group = await makeGroup();
    const id = await draftOf(group.share, changed);
    await signBy(group.share, id, group.editors.slice(0, 1));
    const code = async (signer: Parameters<typeof publishInput>[1]) => {
      const result = await publishDraft(publishInput(group.share, signer, { id }));
      return result.ok ? 'ok' : result.error;
    };
    expect(await code(group.editors[0] ?? null)).toEqual({ code: 'TOO_FEW_SIGNATURES', data: { have: 1, need: 2 } });
    await signBy(group.share, id, group.editors.slice(1, 2));
    expect(await code(null)).toMatchObject({ code: 'KEY_NOT_HELD' });
    expect(await code(makeSigner())).toMatchObject({ code: 'KEY_NOT_HELD' });
    expect(await read(group.share, group)).toEqual({ version: group.version, code: null });
  });

  it('refuses a draft that was overtaken', async () => {
    const group = await makeGroup();
    const id = await draftOf(group.share, changed);
    await signBy(group.share, id, group.editors.slice(0, 2));
    await publishBodies(group, { ...firstBodies, 'page-setup': '## Page\n\nClose it.\n' });
    const result = await publishDraft(publishInput(group.share, group.editors[0] ?? null, { id }));
    expect(result).toMatchObject({ ok: false, error: { code: 'DRAFT_OUTDATED', data: { base: group.version } } });
  });

  it('says that there is nothing new, and that there is no draft', async () => {
    const group = await makeGroup();
    const made = await makeDraft({ share: group.share, channel, files: sourcesOf(firstBodies), now: realNow(), note: '' });
    expect(made).toMatchObject({ ok: false, error: { code: 'NOTHING_NEW' } });
    const result = await publishDraft(publishInput(group.share, group.editors[0] ?? null));
    expect(result).toMatchObject({ ok: false, error: { code: 'DRAFT_NOT_FOUND' } });
  });

  it('leaves readers with the old edition or the new one wherever it is killed', async () => {
    const group = await makeGroup();
    const id = await draftOf(group.share, changed);
    await signBy(group.share, id, group.editors.slice(0, 2));
    const seen: (number | null)[] = [];
    for (let stop = 1; stop <= 7; stop += 1) {
      const share = replicaOf(group.share);
      const onStep = (_: unknown, done: number) => {
        if (done === stop) throw new Error('killed');
      };
      await publishDraft(publishInput(share, group.editors[0] ?? null, { id, onStep }));
      const found = await read(share, group);
      expect(found.code).toBeNull();
      seen.push(found.version);
      // Whoever comes next finishes it, or finds it done.
      const again = await publishDraft(publishInput(share, group.editors[2] ?? null, { id }));
      const answer = again.ok ? 'published' : again.error.code;
      expect(found.version === group.version ? ['published'] : ['DRAFT_OUTDATED', 'DRAFT_NOT_FOUND']).toContain(answer);
    }
    expect(seen[0]).toBe(group.version);
    expect(new Set(seen).size).toBe(2);
  });

  it('lets one of two publishers win on one folder, and tells the other', async () => {
    const group = await makeGroup();
    const [one, two] = [
      await draftOf(group.share, changed),
      await draftOf(group.share, { ...firstBodies, comments: '## Comments\n\nOther.\n' }),
    ];
    await signBy(group.share, one, group.editors.slice(0, 2));
    await signBy(group.share, two, group.editors.slice(2, 4));
    const results = await Promise.all([
      publishDraft(publishInput(group.share, group.editors[0] ?? null, { id: one })),
      publishDraft(publishInput(group.share, group.editors[2] ?? null, { id: two })),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'DRAFT_OUTDATED' } });
    expect((await read(group.share, group)).code).toBeNull();
  });

  it('says who is publishing when the other does not finish', async () => {
    const group = await makeGroup();
    const id = await draftOf(group.share, changed);
    await signBy(group.share, id, group.editors.slice(0, 2));
    writeFileSync(
      path.join(group.share, 'staging', channel, 'publish.lock'),
      JSON.stringify({ owner: 'Ann', at: new Date().toISOString(), mark: 'other' }),
    );
    const result = await publishDraft(publishInput(group.share, group.editors[0] ?? null, { id, waitMs: 100 }));
    expect(result).toMatchObject({ ok: false, error: { code: 'SHARE_BUSY', data: { owner: 'Ann' } } });
  });

  it('heals a published file that was damaged, because its name says what it must hold', async () => {
    const group = await makeGroup();
    const id = await draftOf(group.share, changed);
    await signBy(group.share, id, group.editors.slice(0, 2));
    const folder = path.join(group.share, 'staging', channel, id, 'targets');
    const blob = readdirSync(folder).find((name) => name.endsWith('.comments.md')) as string;
    const target = path.join(group.share, 'channels', channel, 'targets', blob);
    const staged = readFileSync(path.join(folder, blob));
    writeFileSync(target, 'half');
    const result = await publishDraft(publishInput(group.share, group.editors[0] ?? null, { id }));
    expect(result.ok).toBe(true);
    expect(readFileSync(target)).toEqual(staged);
  });

  it('refuses a draft whose files are gone', async () => {
    const group = await makeGroup();
    const id = await draftOf(group.share, changed);
    await signBy(group.share, id, group.editors.slice(0, 2));
    const folder = path.join(group.share, 'staging', channel, id, 'targets');
    for (const name of readdirSync(folder)) writeFileSync(path.join(folder, name), 'x');
    const result = await publishDraft(publishInput(group.share, group.editors[0] ?? null, { id }));
    expect(result).toMatchObject({ ok: false, error: { code: 'INCOMPLETE' } });
    expect(await read(group.share, group)).toEqual({ version: group.version, code: null });
  });
});
