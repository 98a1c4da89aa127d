import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeShareFolder, type TestShare, x } from '../support/demo-share.ts';
import { bring, codes } from '../support/imports.ts';
import { tempFolder } from '../support/temp.ts';

type Attack = (share: TestShare) => void;

const directories: readonly (readonly [string, string, Attack])[] = [
  ['is missing', 'INCOMPLETE', ({ folder }) => rmSync(path.join(folder, 'directory'), { recursive: true })],
  ['has a cut timestamp', 'INCOMPLETE', ({ metadata }) => truncateSync(metadata('directory', 'timestamp.json'), 9)],
  [
    'has a stranger’s timestamp',
    'TAMPERED',
    (share) => writeFileSync(share.metadata('directory', 'timestamp.json'), readFileSync(share.metadata(x, 'timestamp.json'))),
  ],
];
test.each(directories)('a directory that %s refuses a new share: %s', async (_, code, attack) => {
  const [share, store] = [await makeShareFolder(), tempFolder()];
  attack(share);
  const report = await bring(share, store);
  expect([report.error?.code, report.channels]).toEqual([code, []]);
});
test.each(directories)('a directory that %s (%s) does not stop channels that are held', async (_, code, attack) => {
  const [share, store] = [await makeShareFolder(), tempFolder()];
  await bring(share, store);
  attack(share);
  const report = await bring(share, store);
  expect([report.error, report.directory.error?.code, codes(report)]).toEqual([null, code, { facebook: 'current', x: 'current' }]);
});
