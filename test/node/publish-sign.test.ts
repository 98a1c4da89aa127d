import { appendFileSync, copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSigner, type Signer } from '../../content/node/keys.ts';
import { reviewDraft } from '../../content/node/publish-review.ts';
import { type SignInput, signDraft } from '../../content/node/publish-sign.ts';
import { channel, draftOf, firstBodies, makeGroup, publishBodies, realNow, signBy } from '../support/group.ts';

const changed = { ...firstBodies, comments: '## Comments\n\nHide a comment that is unkind to anybody.\n' };

async function drafted() {
  const group = await makeGroup();
  const id = await draftOf(group.share, changed);
  const sign = (signer: Signer | undefined, more: Partial<SignInput> = {}) =>
    signDraft({ share: group.share, repository: channel, id, signer: signer as Signer, now: realNow, ...more });
  return { group, id, sign, folder: path.join(group.share, 'staging', channel, id) };
}

describe('signing a draft', () => {
  it('adds a person, and says how many are enough', async () => {
    const { group, sign } = await drafted();
    const first = await sign(group.editors[0]);
    expect(first.ok && [first.value.isNew, first.value.counted.isComplete]).toEqual([true, false]);
    expect(await sign(group.editors[0])).toMatchObject({ ok: true, value: { isNew: false } });
    expect(await sign(group.editors[1])).toMatchObject({ ok: true, value: { counted: { isComplete: true } } });
  });

  it('refuses a stranger’s key, and a steward’s for an edition', async () => {
    const { group, sign, folder } = await drafted();
    for (const signer of [makeSigner(), group.stewards[0]])
      expect(await sign(signer)).toMatchObject({ ok: false, error: { code: 'KEY_NOT_HELD' } });
    expect(readdirSync(folder).some((name) => name.startsWith('sig.'))).toBe(false);
  });

  it('refuses when the clock is behind what was published, or off the share’s', async () => {
    const { group, sign } = await drafted();
    const behind = await sign(group.editors[0], { now: () => new Date((group.version - 3_600) * 1000) });
    expect(behind).toMatchObject({ ok: false, error: { code: 'CLOCK', data: { why: 'behind' } } });
    const off = await sign(group.editors[0], { now: () => new Date(Date.now() + 20 * 60_000) });
    expect(off).toMatchObject({ ok: false, error: { code: 'CLOCK', data: { why: 'differs' } } });
  });

  it('refuses when files of the draft are not what it says, or when it was overtaken', async () => {
    const { group, sign, folder } = await drafted();
    const blob = readdirSync(path.join(folder, 'targets')).find((name) => name.endsWith('.md')) ?? '';
    appendFileSync(path.join(folder, 'targets', blob), 'x');
    expect(await sign(group.editors[0])).toMatchObject({ ok: false, error: { code: 'INCOMPLETE', data: { file: 'comments.md' } } });
    const review = await reviewDraft({ share: group.share, repository: channel, now: realNow() });
    expect(review.ok && [review.value.difference, review.value.bad]).toEqual([
      null,
      [{ file: 'comments.md', why: 'missing or different' }],
    ]);
    await publishBodies(group, { ...firstBodies, comments: '## Comments\n\nOther.\n' });
    expect(await sign(group.editors[0])).toMatchObject({ ok: false, error: { code: 'DRAFT_OUTDATED' } });
  });

  it('is not disturbed by bad, doubled and strange files beside it', async () => {
    const { group, id, folder } = await drafted();
    await signBy(group.share, id, group.editors.slice(0, 1));
    const [name = ''] = readdirSync(folder).filter((file) => file.startsWith('sig.'));
    copyFileSync(path.join(folder, name), path.join(folder, name.replace('.json', '.sync-conflict-20261122-090000-ABC.json')));
    writeFileSync(path.join(folder, `sig.${'a'.repeat(64)}.json`), '{"half":');
    writeFileSync(path.join(folder, 'Thumbs.db'), '');
    await signBy(group.share, id, group.editors.slice(1, 2));
    const review = await reviewDraft({ share: group.share, repository: channel, id, now: realNow() });
    if (!review.ok) throw new Error(review.error.code);
    expect(review.value.counted.isComplete).toBe(true);
    expect(review.value.counted.ignored.map(({ why }) => why).sort()).toEqual(['name', 'shape']);
    expect(review.value.folder.strange).toEqual(['Thumbs.db']);
  });
});
