import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { encodeUtf8 } from '../../content/core/base/utf8.ts';
import { planShare } from '../../content/core/publish/plan-share.ts';
import { sha256 } from '../../content/node/hash.ts';
import { writeShare } from '../../content/node/write-share.ts';
import { makeShareFolder, x } from '../support/demo-share.ts';
import { tempFolder } from '../support/temp.ts';

test('what is there and equal is kept, only timestamps are written again', async () => {
  const { plan, folder } = await makeShareFolder();
  const steps = planShare(plan, sha256);
  const report = await writeShare(folder, steps);
  expect([report.written, report.kept]).toEqual([3, steps.length - 3]);
});

test('what is there, may not change and differs stops the writing', async () => {
  const share = await makeShareFolder();
  writeFileSync(share.blob(x, 'x-1.md'), 'other');
  await expect(writeShare(share.folder, planShare(share.plan, sha256))).rejects.toThrow('differs');
});

test('says how far it is', async () => {
  const { plan } = await makeShareFolder();
  const steps = planShare(plan, sha256);
  const seen: number[] = [];
  await writeShare(tempFolder(), steps, (done) => seen.push(done));
  expect(seen).toEqual(steps.map((_, index) => index + 1));
});

test('refuses a name that leads elsewhere, and leaves no temporary files', async () => {
  const folder = tempFolder();
  const step = { path: ['channels', 'x', 'targets', '../out'], bytes: encodeUtf8('x'), immutable: true };
  await expect(writeShare(path.join(folder, 'share'), [step])).rejects.toThrow('MALFORMED');
  expect(readdirSync(folder)).toEqual([]);
});
