import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ownerName, publish } from '../../content/cli/publish.ts';
import { channel, draftOf, firstBodies, signBy } from '../support/group.ts';
import { makeGroupWithFiles, passphrase } from '../support/group-keys.ts';
import { runCommand } from '../support/talk.ts';

beforeEach(() => vi.stubEnv('GUIDES_PASSPHRASE', passphrase));
afterEach(() => vi.unstubAllEnvs());

it('asks for a key, publishes with one, and says the same as JSON', async () => {
  const { share, editors, editorFiles } = await makeGroupWithFiles();
  const id = await draftOf(share, { ...firstBodies, comments: '## Comments\n\nOther.\n' });
  await signBy(share, id, editors.slice(0, 2));
  const without = await runCommand(publish, channel, '--share', share);
  expect([without.code, without.err]).toEqual([1, expect.stringContaining('name a key of the group with --key')]);
  const { code, out } = await runCommand(publish, channel, id, '--share', share, '--key', editorFiles[0] ?? '', '--json');
  expect([code, JSON.parse(out)]).toMatchObject([0, { ok: true, draft: id, kind: 'edition', checked: 4, ignored: [] }]);
  expect(ownerName()).not.toBe('');
});
