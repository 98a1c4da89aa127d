import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sign } from '../../content/cli/sign.ts';
import { channel, draftOf, firstBodies } from '../support/group.ts';
import { makeGroupWithFiles, passphrase } from '../support/group-keys.ts';
import { runCommand } from '../support/talk.ts';

beforeEach(() => vi.stubEnv('GUIDES_PASSPHRASE', passphrase));
afterEach(() => vi.unstubAllEnvs());

it('shows the difference before it signs, and says when one has signed before', async () => {
  const { share, editorFiles } = await makeGroupWithFiles();
  await draftOf(share, { ...firstBodies, comments: '## Comments\n\nOther.\n' });
  const args = [channel, '--share', share, '--key', editorFiles[0] ?? ''];
  const first = await runCommand(sign, ...args);
  expect([first.code, first.out]).toEqual([
    0,
    expect.stringMatching(/~ comments[\s\S]*Signed: sig\.[0-9a-f]{64}\.json[\s\S]*Others have to sign too\./),
  ]);
  expect((await runCommand(sign, ...args)).out).toContain('You had signed this draft already.');
}, 30_000);
