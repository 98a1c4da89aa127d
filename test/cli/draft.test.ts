import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draft } from '../../content/cli/draft.ts';
import { heal, healLines } from '../../content/cli/heal.ts';
import { publish } from '../../content/cli/publish.ts';
import { refresh } from '../../content/cli/refresh.ts';
import { review } from '../../content/cli/review.ts';
import { sign } from '../../content/cli/sign.ts';
import { firstBodies } from '../support/group.ts';
import { makeGroupWithFiles, passphrase, writeSources } from '../support/group-keys.ts';
import { talk } from '../support/talk.ts';

const changed = { ...firstBodies, comments: '## Comments\n\nHide a comment that is unkind to anybody.\n' };
type Command = (args: readonly string[], terminal: ReturnType<typeof talk>, now: Date) => Promise<number>;

async function run(command: Command, ...args: readonly string[]) {
  const terminal = talk();
  const code = await command(args, terminal, new Date());
  return { code, out: terminal.said.join('\n'), err: terminal.noted.join('\n') };
}

beforeEach(() => vi.stubEnv('GUIDES_PASSPHRASE', passphrase));
afterEach(() => vi.unstubAllEnvs());

describe('the commands of a group', { timeout: 30_000 }, () => {
  it('bring a changed guide to readers, by two people', async () => {
    const { share, folder, editorFiles } = await makeGroupWithFiles();
    const [ann = '', ben = ''] = editorFiles;
    const from = writeSources(path.join(folder, 'guides'), changed);
    const drafted = await run(draft, 'facebook', '--from', from, '--share', share, '--note', 'Kinder');
    expect([drafted.code, drafted.err]).toEqual([0, '']);
    expect(drafted.out).toContain('Guides: 1 changed, 0 new, 0 removed, 1 the same.');
    expect(drafted.out).toContain('[-somebody.-]{+anybody.+}');
    const reviewed = await run(review, 'facebook', '--share', share);
    expect([reviewed.code, reviewed.out]).toEqual([0, expect.stringContaining(': Kinder')]);
    const signed = await run(sign, 'facebook', '--share', share, '--key', ann);
    expect([signed.code, signed.out]).toEqual([0, expect.stringContaining('Signed: 1 of 2 needed (Demonstration editor 1).')]);
    const early = await run(publish, 'facebook', '--share', share, '--key', ann);
    expect([early.code, early.err]).toEqual([
      1,
      expect.stringContaining('1 of 2 signatures are here. Ask another member of the group: guides sign. (NG-1404)'),
    ]);
    expect((await run(sign, 'facebook', '--share', share, '--key', ben, '--json')).out).toContain('"isComplete":true');
    const published = await run(publish, 'facebook', '--share', share, '--key', ben);
    expect([published.code, published.out]).toEqual([0, expect.stringContaining('Read back as a reader would: 4 files verified.')]);
    const again = await run(draft, 'facebook', '--from', from, '--share', share);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('There is nothing new')]);
    expect((await run(draft, 'facebook', '--again', '--share', share, '--key', ann)).out).toContain('1 of 2 needed');
  });

  it('confirm and heal', async () => {
    const { share, editorFiles, stewardFiles } = await makeGroupWithFiles();
    const [ann = ''] = editorFiles;
    expect((await run(heal, 'facebook', '--share', share, '--key', ann)).out).toContain('Nothing to heal');
    expect((await run(refresh, 'facebook', '--share', share, '--key', ann)).out).toContain('confirmed less than a week ago');
    const all = await run(refresh, '--all', '--force', '--share', share, '--key', ann, '--json');
    expect([all.code, JSON.parse(all.out)]).toMatchObject([0, { ok: true, done: [{ repository: 'facebook', isNew: true }], passed: 1 }]);
    const steward = await run(refresh, '--all', '--force', '--share', share, '--key', stewardFiles[0] ?? '');
    expect(steward.out.split('\n')).toHaveLength(2);
  });

  it('refuse with a sentence, a reference and a code', async () => {
    const { share, folder, editorFiles, stewardFiles } = await makeGroupWithFiles();
    const [ann = ''] = editorFiles;
    const none = await run(review, 'facebook', '--share', share, '--json');
    expect([none.code, JSON.parse(none.out)]).toMatchObject([1, { ok: false, error: { code: 'DRAFT_NOT_FOUND', reference: 'NG-1402' } }]);
    expect(await run(draft, 'tiktok', '--from', writeSources(path.join(folder, 'a'), changed), '--share', share)).toMatchObject({
      code: 2,
    });
    expect(await run(review, 'facebook', '--share', path.join(folder, 'none'))).toMatchObject({ code: 2 });
    await run(draft, 'facebook', '--from', writeSources(path.join(folder, 'b'), changed), '--share', share);
    const steward = await run(sign, 'facebook', '--share', share, '--key', stewardFiles[0] ?? '');
    expect([steward.code, steward.err]).toEqual([1, expect.stringContaining('may not sign this')]);
    const faulty = writeSources(path.join(folder, 'c'), { ...firstBodies, comments: '![x](none.png)' });
    const errors = await run(draft, 'facebook', '--from', faulty, '--share', share);
    expect([errors.code, errors.out]).toEqual([1, 'No draft was made: the guides have errors.']);
    expect(errors.err).toMatch(/^comments\.md:\d+: error /m);
    vi.stubEnv('GUIDES_PASSPHRASE', 'not this one at all');
    await expect(run(sign, 'facebook', '--share', share, '--key', ann)).rejects.toMatchObject({ code: 'KEY_PASSPHRASE' });
  });

  it.each<[string, Command, readonly string[], string]>([
    ['no channel', review, ['--share', 'x'], 'Say which channel'],
    ['no share', review, ['facebook'], 'Say where the share is'],
    ['a path for a channel', review, ['../x', '--share', 'x'], 'is not the name of a channel'],
    ['no key', sign, ['facebook', '--share', 'x'], 'Say with which key'],
    ['no sources', draft, ['facebook', '--share', 'x'], 'Give --from'],
    ['sources and --again', draft, ['facebook', '--share', 'x', '--from', 'y', '--again'], 'Give --from'],
    ['a channel and --all', refresh, ['facebook', '--all', '--share', 'x', '--key', 'k'], 'not both'],
    ['no such folder', draft, ['facebook', '--share', 'x', '--from', 'nowhere'], 'There is no folder'],
  ])('say what is missing: %s', async (_, command, args, sentence) => {
    await expect(run(command, ...args)).rejects.toThrow(sentence);
  });

  it('help without anything else at hand', async () => {
    for (const command of [draft, review, sign, publish, heal, refresh] as readonly Command[]) {
      const { code, out } = await run(command, '--help');
      expect(code).toBe(0);
      for (const part of ['Usage', 'Options', 'JSON', 'Exit codes', 'Example']) expect(out).toContain(part);
      for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(110);
    }
  });

  it('tell who lost, and what has to be put in by hand', () => {
    const lines = healLines(
      { did: 'merge', shown: 2, version: 2, lost: [{ version: 1, signers: ['Ann'], conflicts: ['a.md'] }], draft: '1-abcdef' },
      'x',
    );
    expect(lines.join('\n')).toContain('Tell those who signed it: Ann.');
    expect(lines.join('\n')).toContain('a.md: both changed the same words.');
    expect(readFileSync(new URL('../../content/cli/help-publishing.ts', import.meta.url), 'utf8')).toContain('guides heal');
  });
});
