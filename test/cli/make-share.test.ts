import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { KeysMissing, makeShare } from '../../content/cli/make-share.ts';
import { verifyShare } from '../../content/node/verify-share.ts';
import { now } from '../support/signed-repository.ts';
import { sourceFolder } from '../support/sources.ts';
import { tempFolder } from '../support/temp.ts';

const two = {
  facebook: { 'facebook-setup': '## First\n\nOpen it.\n' },
  x: { 'x-setup': '## First\n\nSee [the other](guide:facebook-setup#first).\n' },
};
const make = (folder: string, out: string, over: Partial<Parameters<typeof makeShare>[0]> = {}) =>
  makeShare({ folder, out, mode: 'strict', keys: null, now, ...over });

describe('makeShare', () => {
  test('makes a share that verifies', async () => {
    const out = path.join(tempFolder(), 'share');
    const made = await make(sourceFolder(two), out);
    expect([
      made.problems.filter(({ severity }) => severity === 'error'),
      made.packs.map(({ channel, guides }) => [channel, guides]),
    ]).toEqual([
      [],
      [
        ['facebook', 1],
        ['x', 1],
      ],
    ]);
    expect((await verifyShare({ share: out, root: null, now })).ok).toBe(true);
  });

  test('writes nothing when a guide has an error, and says where', async () => {
    const folder = sourceFolder({ ...two, x: { 'x-setup': '<script>alert(1)</script>\n\nSee [none](guide:no-such-guide).\n' } });
    const out = path.join(tempFolder(), 'share');
    const made = await make(folder, out);
    expect([made.written, existsSync(out)]).toEqual([null, false]);
    expect(made.problems.some(({ severity, file, line }) => severity === 'error' && file === 'channel-x/x-setup.md' && line > 30)).toBe(
      true,
    );
  });

  test('the same guide in two packs is an error', async () => {
    const made = await make(sourceFolder({ facebook: { same: 'One.\n' }, x: { same: 'Two.\n' } }), path.join(tempFolder(), 'share'));
    expect(made.written).toBeNull();
  });

  test('adds to a share only with its keys, and block ids stay', async () => {
    const [out, keys, folder] = [path.join(tempFolder(), 'share'), path.join(tempFolder(), 'keys'), sourceFolder(two)];
    await make(folder, out, { keys });
    await expect(make(folder, out)).rejects.toThrow(KeysMissing);
    const ids = async () => {
      const found: string[] = [];
      await verifyShare({
        share: out,
        root: null,
        now,
        onEdition: (_, index) => found.push(...index.guides.flatMap(({ blocks }) => blocks.map(([id]) => id))),
      });
      return found;
    };
    const before = await ids();
    sourceFolder(
      { ...two, facebook: { 'facebook-setup': '## First\n\nA new paragraph about something else entirely.\n\nOpen it.\n' } },
      folder,
    );
    const again = await make(folder, out, { keys });
    expect(again.version).toBeGreaterThan(now.getTime() / 1000);
    const after = await ids();
    expect([after.length, before.every((id) => after.includes(id))]).toEqual([before.length + 1, true]);
  });

  test('lenient mode takes a folder that nobody here wrote', async () => {
    const { mkdirSync, writeFileSync } = await import('node:fs');
    const folder = path.join(tempFolder(), 'wiki');
    mkdirSync(path.join(folder, 'a'), { recursive: true });
    writeFileSync(path.join(folder, 'index.md'), '# Home\n\n<b>Bold</b> ![gone](none.png)\n');
    writeFileSync(path.join(folder, 'a', 'index.md'), '---\ntitle: [\n---\nText\n');
    writeFileSync(path.join(folder, 'tool.exe'), 'MZ');
    const out = path.join(tempFolder(), 'share');
    const made = await make(folder, out, { mode: 'lenient' });
    expect([made.packs[0]?.guides, made.dropped.map(({ path: file }) => file)]).toEqual([2, ['tool.exe']]);
    expect((await verifyShare({ share: out, root: null, now })).ok).toBe(true);
  });
});
