import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { AppFault } from '../../content/core/base/error.ts';
import { type ExamineShare, examineShare } from '../../content/node/examine-share.ts';
import { facebook, makeShareFolder } from '../support/demo-share.ts';
import { now } from '../support/signed-repository.ts';
import { tempFolder } from '../support/temp.ts';

const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60_000);
const look = async (share: string, over: Partial<ExamineShare> = {}) => {
  const time = over.now ?? now;
  const found = await examineShare({ share, pinnedRoot: null, now: time, shareTime: async () => time, ...over });
  return found.map(
    ({ check, verdict, found: what, data }) => `${verdict} ${check} ${what}${data.role ? ` ${data.repository} ${data.role}` : ''}`,
  );
};

test('a share that is well has no faults', async () => {
  const { folder, pinnedRoot } = await makeShareFolder();
  expect(await look(folder, { pinnedRoot })).toEqual([
    'good path short',
    'good reach read',
    'hint rights write',
    'good clock agree',
    'good signatures read',
  ]);
});

test('what a reader may not do is as it should be', async () => {
  const { folder } = await makeShareFolder();
  const shareTime = () => Promise.reject(new AppFault('SHARE_DENIED', { errno: 'EACCES' }));
  expect((await look(folder, { shareTime })).slice(2, 4)).toEqual(['good rights read-only', 'good clock not-compared']);
});

test('clocks that are ten minutes apart are a fault', async () => {
  const { folder } = await makeShareFolder();
  expect(await look(folder, { shareTime: async () => new Date(now.getTime() - 11 * 60_000) })).toContain('fault clock differs');
  expect(await look(folder, { shareTime: async () => new Date(now.getTime() + 9 * 60_000) })).toContain('good clock agree');
  expect(await look(folder, { now: days(-20) })).toContain('fault clock behind');
});

test('dates are told of before and after', async () => {
  const { folder } = await makeShareFolder();
  expect(await look(folder, { now: days(40) })).toContain('hint dates soon facebook timestamp');
  const late = await look(folder, { now: days(46) });
  expect(late).toContain('fault dates past facebook timestamp');
  expect(late).not.toContain('hint dates soon facebook targets');
});

test('a share that is not there, no share or broken is said so', async () => {
  const { folder, metadata } = await makeShareFolder();
  expect(await look(path.join(folder, 'none'))).toContain('fault reach SHARE_UNREACHABLE');
  expect(await look(tempFolder())).toContain('fault reach no-guides');
  writeFileSync(metadata(facebook, 'timestamp.json'), '{');
  expect(await look(folder)).toContain('fault signatures INCOMPLETE');
  rmSync(metadata('directory', '1.root.json'));
  expect(await look(folder)).toContain('fault signatures INCOMPLETE');
});

test('a path that Windows may not open is said', async () => {
  const long = path.join(tempFolder(), 'a'.repeat(90));
  mkdirSync(long);
  expect(await look(long)).toContain('hint path long');
});
