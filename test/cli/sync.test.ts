import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { facebook, makeShareFolder } from '../support/demo-share.ts';
import { runGuides } from '../support/run-guides.ts';
import { nowVersion } from '../support/signed-repository.ts';
import { tempFolder } from '../support/temp.ts';

async function scene() {
  const share = await makeShareFolder();
  const folder = tempFolder();
  writeFileSync(path.join(folder, '1.root.json'), share.pinnedRoot);
  const run = (...args: readonly string[]) => runGuides(['sync', '--store', 'store', ...args], folder);
  return { share, folder, run };
}

describe('guides sync, run for real', () => {
  test('fills a store, and says what came', async () => {
    const { share, folder, run } = await scene();
    const first = run('--share', share.folder, '--root', '1.root.json');
    expect([first.code, first.err]).toEqual([0, '']);
    expect(first.out).toMatch(/^facebook +\d{10} +4 +\d+ +imported$/m);
    expect(first.out).toContain('Everything that verified is held.');
    expect(run(`--share=${share.folder}`, '--json')).toMatchObject({ code: 0, out: expect.stringContaining('"changed":false') });
    const status = runGuides(['status', '--store', 'store', '--share', share.folder], folder);
    expect([status.code, status.out]).toEqual([0, expect.stringMatching(new RegExp(`^share ${share.folder}: up to date at 20`, 'm'))]);
  }, 60_000);

  test('takes the newest of several shares, an older one being no fault', async () => {
    const { share, run } = await scene();
    const older = tempFolder();
    cpSync(share.folder, older, { recursive: true });
    await makeShareFolder({ keys: share.keys, roots: share.roots, version: nowVersion + 60 }, share.folder);
    const { code, out } = run('--share', share.folder, '--share', older, '--json');
    const { shares } = JSON.parse(out) as { shares: { channels: { version: number; error: { code: string } | null }[] }[] };
    expect([code, shares[0]?.channels[0]?.version, shares[1]?.channels[0]?.error?.code]).toEqual([0, nowVersion + 60, 'ROLLED_BACK']);
  }, 60_000);

  test('a half copy is code 1, and the other channel is held', async () => {
    const { share, folder, run } = await scene();
    rmSync(share.blob(facebook, 'facebook-1.md'));
    const { code, out } = run('--share', share.folder);
    expect([code, out]).toEqual([1, expect.stringContaining('INCOMPLETE (NG-1004)')]);
    const status = runGuides(['status', '--store', 'store', '--json'], folder);
    const said = JSON.parse(status.out) as { overall: { kind: string; done: number; of: number } };
    expect([status.code, said.overall]).toMatchObject([1, { kind: 'incomplete', done: 3, of: 4 }]);
  }, 60_000);

  test('what cannot be read or understood is code 2', async () => {
    const { run } = await scene();
    for (const args of [[], ['--share'], ['--share', 'none'], ['--share', tempFolder()], ['--share', '.', '--root', 'none']])
      expect(run(...args), args.join(' ')).toMatchObject({ code: 2, out: '' });
  }, 60_000);
});
