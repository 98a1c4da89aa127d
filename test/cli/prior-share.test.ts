import { appendFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPriorShare } from '../../content/cli/prior-share.ts';
import { facebook, makeShareFolder } from '../support/demo-share.ts';
import { now, nowVersion } from '../support/signed-repository.ts';
import { tempFolder } from '../support/temp.ts';

test('knows versions, roots, editions and texts of the share that is there', async () => {
  const share = await makeShareFolder();
  const prior = await readPriorShare(share.folder, now);
  expect([prior?.version, [...(prior?.roots.keys() ?? [])], prior?.editions.length]).toEqual([nowVersion, ['', 'facebook', 'x'], 2]);
  expect(prior?.roots.get('')).toEqual([Buffer.from(share.pinnedRoot)]);
  const guide = prior?.editions[0]?.guides[0];
  expect(guide && prior?.textOf(guide)).toBe('# Page\n\nOpen it.\n');
  rmSync(share.blob(facebook, 'facebook-1.md'));
  expect(guide && prior?.textOf(guide)).toBeNull();
});

test('is nothing where no share is', async () => expect(await readPriorShare(path.join(tempFolder(), 'none'), now)).toBeNull());

test('refuses to build upon a share that does not verify', async () => {
  const share = await makeShareFolder();
  appendFileSync(share.blob(facebook, 'facebook-1.md'), 'x');
  await expect(readPriorShare(share.folder, now)).rejects.toThrow('does not verify');
});
