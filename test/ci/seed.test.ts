import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildSeed } from '../../.ci/lib/seed.ts';
import { verifyShare } from '../../content/node/verify-share.ts';
import { sourceFolder } from '../support/sources.ts';
import { tempFolder } from '../support/temp.ts';

describe('the seed', () => {
  test('is a share that verifies with the root beside it, and replaces the one before', async () => {
    const out = tempFolder();
    const [seed, roots] = [path.join(out, 'dist', 'seed'), path.join(out, 'dist', 'root')];
    const folder = sourceFolder({ x: { 'x-setup': '## First\n\nOpen it.\n' } });
    for (const body of ['Open it.\n', 'Open it now.\n']) {
      writeFileSync(path.join(folder, 'README.md'), body);
      await buildSeed(folder, seed, roots);
      const root = readFileSync(path.join(roots, '1.root.json'));
      expect((await verifyShare({ share: seed, root, now: new Date() })).ok).toBe(true);
    }
  });

  test('is not made while a guide has an error: the build stops with file and line', async () => {
    const out = tempFolder();
    const folder = sourceFolder({ x: { 'x-setup': 'See [none](guide:no-such-guide).\n' } });
    await expect(buildSeed(folder, path.join(out, 'seed'), path.join(out, 'root'))).rejects.toThrow(
      /content\/guides\/channel-x\/x-setup\.md:\d+: error/,
    );
    expect(existsSync(path.join(out, 'seed'))).toBe(false);
  });
});
