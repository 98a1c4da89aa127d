import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../content/node/hash.ts';
import { writeSteps } from '../../content/node/publish-steps.ts';
import { tempFolder } from '../support/temp.ts';

const bytes = Buffer.from('text');
const blob = { path: ['x', 'targets', `${sha256(bytes)}.a.md`], bytes, immutable: true };
const root = { path: ['x', 'metadata', '1.root.json'], bytes, immutable: true };
const timestamp = { path: ['x', 'metadata', 'timestamp.json'], bytes, immutable: false };

function put(share: string, names: readonly string[], text: string): string {
  const file = path.join(share, ...names);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

describe('the steps of a publish', () => {
  it('are done in their order, and told', async () => {
    const told: string[] = [];
    const report = await writeSteps(
      tempFolder(),
      [blob, root, timestamp],
      (step, done, of) => void told.push(`${step.path.at(-1)} ${done}/${of}`),
    );
    expect(told.map((line) => line.slice(-4).trim())).toEqual(['1/3', '2/3', '3/3']);
    expect(report).toEqual({ written: 3, kept: 0, bytes: 12 });
  });

  it('replace the timestamp and a damaged blob, and keep what is the same', async () => {
    const share = tempFolder();
    const [one, two] = [put(share, blob.path, 'tex'), put(share, timestamp.path, 'old')];
    put(share, root.path, 'text');
    expect(await writeSteps(share, [blob, root, timestamp])).toEqual({ written: 2, kept: 1, bytes: 8 });
    expect([readFileSync(one, 'utf8'), readFileSync(two, 'utf8')]).toEqual(['text', 'text']);
  });

  it('never overwrite signed metadata', async () => {
    const share = tempFolder();
    const file = put(share, root.path, 'another root');
    await expect(writeSteps(share, [root, timestamp])).rejects.toMatchObject({
      code: 'NAME_TAKEN',
      data: { file: 'x/metadata/1.root.json' },
    });
    expect(readFileSync(file, 'utf8')).toBe('another root');
  });

  it('never leave the share', async () => {
    await expect(writeSteps(tempFolder(), [{ ...root, path: ['..', 'x'] }])).rejects.toMatchObject({ code: 'MALFORMED' });
  });
});
