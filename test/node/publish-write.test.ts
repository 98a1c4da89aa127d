import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeSigner } from '../../content/node/keys.ts';
import { publishDraft } from '../../content/node/publish-draft.ts';
import { reviewDraft } from '../../content/node/publish-review.ts';
import { editionSteps, timestampFor } from '../../content/node/publish-write.ts';
import { readPublished } from '../../content/node/published.ts';
import { channel, draftOf, firstBodies, makeGroup, publishInput, realNow, signBy } from '../support/group.ts';

const changed = { ...firstBodies, comments: '## Comments\n\nHide a comment that is unkind to anybody.\n' };

it('plans blobs before metadata and the timestamp last', async () => {
  const group = await makeGroup();
  const id = await draftOf(group.share, changed);
  await signBy(group.share, id, group.editors.slice(0, 2));
  const review = await reviewDraft({ share: group.share, repository: channel, id, now: realNow() });
  if (!review.ok || review.value.folder.draft.kind === 'root' || !review.value.published.root) throw new Error('no draft');
  const { folder, counted, published } = review.value;
  const steps = await editionSteps(publishInput(group.share, group.editors[0] ?? null), {
    folder,
    draft: folder.draft as never,
    counted,
    published,
    root: published.root as never,
  });
  if (!steps.ok) throw new Error(steps.error.code);
  const kinds = steps.value.map(({ path: at }) => (at.at(-2) === 'targets' ? 'blob' : (at.at(-1) ?? '').replace(/^\d+\./, '')));
  expect(kinds).toEqual(['blob', 'blob', 'root.json', 'targets.json', 'snapshot.json', 'timestamp.json']);
});

it('signs no timestamp with a stranger’s key or a clock that is behind', async () => {
  const group = await makeGroup();
  const published = await readPublished({ share: group.share, repository: channel, now: realNow() });
  if (!published.ok || !published.value.root) throw new Error('no root');
  const edition = { root: published.value.root, published: published.value };
  const snapshot = { version: group.version, file: new Uint8Array() };
  const by = (signer: Parameters<typeof publishInput>[1], now = realNow) =>
    timestampFor({ ...publishInput(group.share, signer), now }, edition, snapshot);
  expect(await by(makeSigner())).toMatchObject({ ok: false, error: { code: 'KEY_NOT_HELD' } });
  const early = () => new Date(group.version * 1000 - 3_600_000);
  expect(await by(group.editors[0] ?? null, early)).toMatchObject({ ok: false, error: { code: 'CLOCK', data: { why: 'behind' } } });
  expect((await by(group.editors[0] ?? null)).ok).toBe(true);
});

it('says what a reader would find where a file went after it was written', async () => {
  const group = await makeGroup();
  const id = await draftOf(group.share, changed);
  await signBy(group.share, id, group.editors.slice(0, 2));
  let blob = '';
  const onStep = (step: { path: readonly string[] }, done: number, of: number) => {
    if (done === 1) blob = path.join(group.share, ...step.path);
    if (done === of) rmSync(blob);
  };
  const result = await publishDraft(publishInput(group.share, group.editors[0] ?? null, { id, onStep }));
  expect(result).toMatchObject({ ok: false, error: { code: 'INCOMPLETE', data: { why: 'missing' } } });
  writeFileSync(blob, '');
});
