import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { publish } from '../../content/cli/publish.ts';
import { sign } from '../../content/cli/sign.ts';
import { writeDraft } from '../../content/node/staging.ts';
import { channel, draftOf, firstBodies, realNow } from '../support/group.ts';
import { makeGroupWithFiles, passphrase } from '../support/group-keys.ts';
import { stagedRoot } from '../support/staged-drafts.ts';
import { runCommand } from '../support/talk.ts';

beforeEach(() => vi.stubEnv('GUIDES_PASSPHRASE', passphrase));
afterEach(() => vi.unstubAllEnvs());

const bodies = (words: string) => ({ ...firstBodies, comments: `## Comments\n\n${words}\n` });

it('shows and signs every draft that waits for the key, and then nothing; publish --all puts out what is complete', async () => {
  const group = await makeGroupWithFiles();
  const { share, stewardFiles, editorFiles } = group;
  const edition = await draftOf(share, bodies('Other.'));
  const { draft } = stagedRoot({ now: realNow(), version: 2, stewards: group.stewards, editors: group.editors });
  const root = await writeDraft(share, draft);
  const all = (file: string | undefined) => runCommand(sign, '--all', '--share', share, '--key', file ?? '');
  const steward = await all(stewardFiles[0]);
  expect([steward.code, steward.out]).toEqual([0, expect.stringMatching(new RegExp(`Root 1 -> 2[\\s\\S]*Signed: ${channel} ${root}\\.`))]);
  expect(steward.out).not.toContain(edition);
  expect((await all(stewardFiles[0])).out).toBe('Nothing here waits for this key.');
  for (const file of [stewardFiles[1], stewardFiles[2], editorFiles[0], editorFiles[1]]) expect((await all(file)).code).toBe(0);
  const published = await runCommand(publish, '--all', '--share', share, '--key', editorFiles[0] ?? '');
  expect([published.code, published.out]).toEqual([0, expect.stringMatching(/Published: root 2 of facebook\.\nPublished: edition \d+ /)]);
  const again = await runCommand(publish, '--all', '--share', share, '--key', editorFiles[0] ?? '');
  expect([again.code, again.out]).toEqual([0, expect.stringContaining('Nothing here has enough signatures')]);
}, 30_000);

it('signs neither of two that compete, and says how to choose', async () => {
  const { share, editorFiles } = await makeGroupWithFiles();
  const [one, two] = [await draftOf(share, bodies('One.')), await draftOf(share, bodies('Two.'))];
  const said = await runCommand(sign, '--all', '--share', share, '--key', editorFiles[0] ?? '');
  expect([said.code, said.err]).toEqual([1, expect.stringContaining(`${channel} ${one} was not signed: ${two} could be published`)]);
  const json = await runCommand(sign, '--all', '--share', share, '--key', editorFiles[0] ?? '', '--json');
  expect(JSON.parse(json.out)).toMatchObject({ ok: false, signed: [], failed: [], skipped: [{ bad: [] }, { bad: [] }] });
}, 30_000);
