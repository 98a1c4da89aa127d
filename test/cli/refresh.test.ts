import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { refresh } from '../../content/cli/refresh.ts';
import { makeGroupWithFiles, passphrase } from '../support/group-keys.ts';
import { runCommand } from '../support/talk.ts';

beforeEach(() => vi.stubEnv('GUIDES_PASSPHRASE', passphrase));
afterEach(() => vi.unstubAllEnvs());

it('confirms what the key may confirm, and names what failed', async () => {
  const { share, editorFiles, stewardFiles } = await makeGroupWithFiles();
  const key = ['--key', editorFiles[0] ?? '', '--share', share];
  expect(await runCommand(refresh, 'facebook', '--force', ...key)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^facebook: confirmed until/),
  });
  const directory = await runCommand(refresh, 'directory', '--force', ...key);
  expect([directory.code, directory.err]).toEqual([1, expect.stringContaining('directory: The key')]);
  const all = await runCommand(refresh, '--all', '--force', '--key', stewardFiles[0] ?? '', '--share', share, '--json');
  expect([all.code, JSON.parse(all.out)]).toMatchObject([
    0,
    { ok: true, done: [{ repository: 'directory' }, { repository: 'facebook' }], failed: [] },
  ]);
});
