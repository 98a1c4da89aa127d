import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { prune } from '../../content/cli/prune.ts';
import { channel } from '../support/group.ts';
import { makeGroupWithFiles, passphrase } from '../support/group-keys.ts';
import { runCommand } from '../support/talk.ts';

beforeEach(() => vi.stubEnv('GUIDES_PASSPHRASE', passphrase));
afterEach(() => vi.unstubAllEnvs());

it('says of each repository what went, and refuses an editor', async () => {
  const { share, stewardFiles, editorFiles } = await makeGroupWithFiles();
  const all = (...more: readonly string[]) => runCommand(prune, '--all', '--share', share, '--key', stewardFiles[0] ?? '', ...more);
  expect(await all()).toMatchObject({ code: 0, out: expect.stringMatching(/^directory: 0 files removed .*\nfacebook: 0 files removed/) });
  expect((await all('--dry-run')).out).toContain('would go');
  expect(JSON.parse((await all('--json')).out)).toMatchObject({
    ok: true,
    dryRun: false,
    done: [{ removed: [] }, { removed: [] }],
    failed: [],
  });
  const editor = await runCommand(prune, channel, '--share', share, '--key', editorFiles[0] ?? '');
  expect([editor.code, editor.err]).toEqual([1, expect.stringContaining('NG-1405')]);
  const none = await runCommand(prune, 'tiktok', '--share', share, '--key', stewardFiles[0] ?? '');
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('NG-1401')]);
}, 30_000);
