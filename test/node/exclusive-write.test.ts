import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { retried, writeExclusive, writeReplacing } from '../../content/node/exclusive-write.ts';
import { tempFolder } from '../support/temp.ts';

const bytes = (text: string) => Buffer.from(text);
const refused = (code: string) => Object.assign(new Error(code), { code });

describe('writing without ever overwriting', () => {
  it('writes once, keeps the same, and leaves another file alone', async () => {
    const file = path.join(tempFolder(), 'a', 'b', 'file');
    expect(await writeExclusive(file, bytes('one'))).toBe('written');
    expect(await writeExclusive(file, bytes('one'))).toBe('kept');
    expect(await writeExclusive(file, bytes('two'))).toBe('differs');
    expect(readFileSync(file, 'utf8')).toBe('one');
    expect(readdirSync(path.dirname(file))).toEqual(['file']);
  });

  it('lets one of many writers win', async () => {
    const file = path.join(tempFolder(), 'file');
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => writeExclusive(file, bytes(String(index)))));
    expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1);
    expect(readFileSync(file, 'utf8')).toBe(String(outcomes.indexOf('written')));
  });

  it('replaces where that is meant', async () => {
    const file = path.join(tempFolder(), 'timestamp.json');
    await writeReplacing(file, bytes('one'));
    await writeReplacing(file, bytes('two'));
    expect([readFileSync(file, 'utf8'), readdirSync(path.dirname(file))]).toEqual(['two', ['timestamp.json']]);
  });

  it.each(['EBUSY', 'EPERM', 'EACCES'])('tries again while the answer is %s', async (code) => {
    let calls = 0;
    const run = () => {
      calls += 1;
      if (calls < 4) throw refused(code);
      return 'done';
    };
    expect([await retried(run), calls]).toEqual(['done', 4]);
  });

  it('gives up at once for what does not pass', async () => {
    let calls = 0;
    const run = () => {
      calls += 1;
      throw refused('ENOSPC');
    };
    await expect(retried(run)).rejects.toThrow('ENOSPC');
    expect(calls).toBe(1);
  });
});
