import { expect, test } from 'vitest';
import { planShare } from '../../../content/core/publish/plan-share.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { makeShareFolder } from '../../support/demo-share.ts';
import { nowVersion } from '../../support/signed-repository.ts';

test('blobs come first, the timestamp last, and the directory after its channels', async () => {
  const { plan } = await makeShareFolder();
  const paths = planShare(plan, sha256).map((step) => step.path.join('/').replace(/[0-9a-f]{64}/, '<sha256>'));
  expect(paths.filter((path) => path.startsWith('channels/x/'))).toEqual([
    'channels/x/targets/<sha256>.x-1.md',
    'channels/x/targets/<sha256>.dot.png',
    'channels/x/targets/<sha256>.index.json',
    'channels/x/metadata/1.root.json',
    `channels/x/metadata/${nowVersion}.targets.json`,
    `channels/x/metadata/${nowVersion}.snapshot.json`,
    'channels/x/metadata/timestamp.json',
  ]);
  expect(paths.at(-1)).toBe('directory/metadata/timestamp.json');
  expect(paths.findLastIndex((path) => path.startsWith('channels/'))).toBeLessThan(
    paths.findIndex((path) => path.startsWith('directory/')),
  );
});

test('only timestamps may be written over', async () => {
  const { plan } = await makeShareFolder();
  const mutable = planShare(plan, sha256).filter(({ immutable }) => !immutable);
  expect(new Set(mutable.map(({ path }) => path.at(-1)))).toEqual(new Set(['timestamp.json']));
});
