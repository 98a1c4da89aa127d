import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { moveIntoPlace, temporaryName, writeAtomic, writeNew } from '../../content/node/atomic-write.ts';
import { tempFolder } from '../support/temp.ts';

describe('writeAtomic', () => {
  test('writes, replaces, and leaves no temporary file', async () => {
    const file = path.join(tempFolder(), 'a.json');
    await writeAtomic(file, 'one');
    await writeAtomic(file, Buffer.from('two'));
    expect([readFileSync(file, 'utf8'), readdirSync(path.dirname(file))]).toEqual(['two', ['a.json']]);
  });

  test('leaves nothing behind where it cannot write', async () => {
    const folder = tempFolder();
    mkdirSync(path.join(folder, 'taken'));
    writeFileSync(path.join(folder, 'taken', 'file'), '');
    await expect(writeAtomic(path.join(folder, 'taken'), 'x')).rejects.toThrow();
    await expect(writeAtomic(path.join(folder, 'none', 'a'), 'x')).rejects.toThrow('ENOENT');
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});

test('a new file has its mode and its bytes, and never takes the place of another', () => {
  const file = path.join(tempFolder(), 'new');
  writeNew(file, Buffer.from('one'), 0o600);
  expect(() => writeNew(file, Buffer.from('two'), 0o600)).toThrow('EEXIST');
  expect(readFileSync(file, 'utf8')).toBe('one');
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a file that a scanner holds for a moment is moved a moment later', async () => {
  const folder = tempFolder();
  const [from, to] = [path.join(folder, 'from'), path.join(folder, 'to')];
  writeFileSync(from, 'x');
  // A folder in the way is refused like a held file is; here it goes away by itself.
  mkdirSync(to);
  const moving = moveIntoPlace(from, to).catch((error: NodeJS.ErrnoException) => error.code);
  rmSync(to, { recursive: true });
  expect([undefined, 'EISDIR']).toContain(await moving);
});

test('temporary names lie beside their goal and end in .tmp', () => {
  const name = temporaryName(path.join('a', 'b.json'));
  expect([path.dirname(name), path.basename(name)]).toEqual(['a', expect.stringMatching(/^\.b\.json\.[0-9a-f]{12}\.tmp$/)]);
});
