import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeShareFolder } from '../support/demo-share.ts';
import { runGuides } from '../support/run-guides.ts';
import { tempFolder } from '../support/temp.ts';

describe('guides doctor, run for real', () => {
  test('takes the shares that the policy names, and finds them well', async () => {
    const share = await makeShareFolder();
    const folder = tempFolder();
    writeFileSync(path.join(folder, 'policy.json'), JSON.stringify({ format: 1, mandatory: { shares: [share.folder] } }));
    const { code, out } = runGuides(['doctor', '--policy', 'policy.json', '--store', 'store'], folder);
    expect(out).toContain('policy.json names 1 share(s).');
    expect(out).toContain('The signatures of 3 repositories were checked.');
    expect(out).toMatch(/MB are free/);
    expect([code, out]).toEqual([0, expect.stringContaining('No faults were found.')]);
  }, 60_000);

  test('a share that is not there is a fault, with the reference that readers see', () => {
    const { code, out } = runGuides(['doctor', '--share', 'none'], tempFolder());
    expect(out).toMatch(/FAULT {2}reach +The share cannot be reached \(ENOENT\).*\(NG-1001\)/);
    expect(code).toBe(1);
  }, 30_000);

  test('JSON says the same', () => {
    const { code, out } = runGuides(['doctor', '--share', 'none', '--json'], tempFolder());
    const { ok, findings } = JSON.parse(out) as { ok: boolean; findings: { check: string; found: string }[] };
    expect([code, ok, findings.find(({ check }) => check === 'reach')?.found]).toEqual([1, false, 'SHARE_UNREACHABLE']);
  }, 30_000);

  test(
    'nothing to look at is code 2',
    () =>
      expect(runGuides(['doctor', '--policy', 'none'], tempFolder())).toMatchObject({
        code: 2,
        err: expect.stringContaining('--share <folder>'),
      }),
    30_000,
  );
});
