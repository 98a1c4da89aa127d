import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tidy } from '../../content/cli/tidy.ts';
import { channel, draftOf, firstBodies } from '../support/group.ts';
import { makeGroupWithFiles, passphrase } from '../support/group-keys.ts';
import { runCommand } from '../support/talk.ts';

beforeEach(() => vi.stubEnv('GUIDES_PASSPHRASE', passphrase));
afterEach(() => vi.unstubAllEnvs());

it('clears the draft that is named, leaves the others, and refuses a key of another group', async () => {
  const { share, editorFiles, folder } = await makeGroupWithFiles();
  const other = await makeGroupWithFiles();
  const id = await draftOf(share, { ...firstBodies, comments: '## Comments\n\nOther.\n' });
  const stranger = await runCommand(tidy, channel, id, '--share', share, '--key', other.editorFiles[0] ?? '');
  expect([stranger.code, stranger.err]).toEqual([1, expect.stringContaining('NG-1405')]);
  const all = await runCommand(tidy, '--all', '--share', share, '--key', editorFiles[0] ?? '');
  expect([all.code, all.out]).toEqual([0, `${channel}: 0 cleared, 1 left.`]);
  const one = await runCommand(tidy, channel, id, '--share', share, '--key', editorFiles[0] ?? '', '--json');
  expect(JSON.parse(one.out)).toEqual({
    ok: true,
    done: [{ repository: channel, cleared: [{ id, why: 'abandoned' }], kept: [] }],
    passed: 0,
  });
  const gone = await runCommand(tidy, channel, id, '--share', share, '--key', editorFiles[0] ?? '');
  expect([gone.code, gone.err]).toEqual([1, expect.stringContaining('NG-1402')]);
  await expect(runCommand(tidy, channel, '--share', folder)).rejects.toThrow('--key');
}, 30_000);
