import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { facebook, makeShareFolder } from '../support/demo-share.ts';
import { runGuides } from '../support/run-guides.ts';
import { tempFolder } from '../support/temp.ts';

describe('guides verify, run for real', () => {
  test('a share that verifies is code 0 and a table', async () => {
    const share = await makeShareFolder();
    writeFileSync(path.join(share.folder, '1.root.json'), share.pinnedRoot);
    const { code, out, err } = runGuides(['verify', '.', '--root', '1.root.json'], share.folder);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^channel +edition +signed by +confirmed to +guides +files +kB +result$/m);
    expect(out).toMatch(/^facebook +\d{10} +2 of 5, 2 needed +2027-01-06 +2 +4 +\d+ +ok/m);
    expect(out).toContain('Everything verified.');
  }, 30_000);

  test('a damaged one is code 1 with the file and the reference for IT', async () => {
    const share = await makeShareFolder();
    appendFileSync(share.blob(facebook, 'facebook-1.md'), 'x');
    const { code, out, err } = runGuides(['verify', share.folder], tempFolder());
    expect([code, err]).toEqual([1, expect.stringContaining('No --root was given')]);
    expect(out).toContain('facebook: TAMPERED (NG-1011)');
    expect(out).toContain('facebook-1.md (long)');
    expect(out).toContain('does not verify');
  }, 30_000);

  test('JSON says the same', async () => {
    const share = await makeShareFolder();
    const { code, out } = runGuides(['verify', share.folder, '--json'], tempFolder());
    const report = JSON.parse(out) as { ok: boolean; demo: boolean; channels: { channel: string }[] };
    expect([code, report.ok, report.demo, report.channels.map(({ channel }) => channel)]).toEqual([0, true, true, ['facebook', 'x']]);
  }, 30_000);

  test('what cannot be read is code 2', () => {
    const folder = tempFolder();
    expect(runGuides(['verify', 'none'], folder)).toMatchObject({ code: 2, err: expect.stringContaining('cannot be read (ENOENT)') });
    expect(runGuides(['verify', '.', '--root', 'none'], folder)).toMatchObject({ code: 2, err: expect.stringContaining('ENOENT') });
    // Whoever asks for JSON gets an answer there, also of what was not understood.
    const answer = (...args: readonly string[]) => JSON.parse(runGuides(['verify', ...args, '--json'], folder).out);
    expect(answer('none')).toMatchObject({ ok: false, error: { code: 'SHARE_UNREACHABLE', reference: 'NG-1001' } });
    expect(answer('.', '--colour')).toMatchObject({ ok: false, error: { code: 'USAGE', sentence: 'There is no option "--colour".' } });
  }, 30_000);
});
