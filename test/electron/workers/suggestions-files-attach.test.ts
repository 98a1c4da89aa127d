import { spawnSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isFileName, suggestionLimits } from '../../../content/core/suggestion/bounds.ts';
import { evidenceName, readEvidence } from '../../../electron/workers/suggestions-files-attach.ts';
import { canMount } from '../../support/real-share.ts';
import { tempFolder } from '../../support/temp.ts';
import { writableShare } from '../../support/writable-share.ts';

const five = suggestionLimits.evidenceFileBytes;

describe('a file of evidence', { timeout: 30_000 }, () => {
  test('is read whole, up to 5 MB', async () => {
    const file = path.join(tempFolder(), 'a.pdf');
    for (const bytes of [Buffer.alloc(0), Buffer.from('%PDF'), Buffer.alloc(five, 7)]) {
      writeFileSync(file, bytes);
      expect(Buffer.from(await readEvidence(file)).equals(bytes)).toBe(true);
    }
  });

  test('of one byte more, or of many gigabytes, is refused', async () => {
    const file = path.join(tempFolder(), 'a.pdf');
    for (const length of [five + 1, 50 * 1024 ** 3]) {
      writeFileSync(file, '');
      truncateSync(file, length);
      await expect(readEvidence(file)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', data: { bytes: length, most: five } });
    }
  });

  test.each([
    ['that is gone', () => undefined, 'ENOENT'],
    ['that is a folder', (file: string) => mkdirSync(file), 'EISDIR'],
    ['that is a pipe', (file: string) => spawnSync('mkfifo', [file]), 'EISDIR'],
  ])('%s is said to be unreadable', async (_, make, errno) => {
    const file = path.join(tempFolder(), 'what: now?.pdf');
    make(file);
    await expect(readEvidence(file)).rejects.toMatchObject({ code: 'FILE_UNREADABLE', data: { file: 'what now.pdf', errno } });
  });

  test.skipIf(!canMount.faults)('on a drive that does not answer is given up (needs fuse3 and python3-fusepy)', async () => {
    const drive = await writableShare(tempFolder());
    onTestFinished(() => drive.stop());
    writeFileSync(path.join(drive.source, 'a.pdf'), 'x');
    const file = path.join(drive.seen, 'a.pdf');
    expect(Buffer.from(await readEvidence(file)).toString()).toBe('x');
    drive.set({ op: 'open', kind: 'EACCES' });
    await expect(readEvidence(file)).rejects.toMatchObject({ code: 'FILE_UNREADABLE', data: { errno: 'EACCES' } });
    drive.set({ op: 'read', kind: 'delay', ms: 1_500 });
    await expect(readEvidence(file, 200)).rejects.toMatchObject({ code: 'FILE_UNREADABLE', data: { errno: 'HUNG' } });
  });
});

describe('a name', { timeout: 30_000 }, () => {
  test.each([
    ['Photo of the sign.JPG', 'Photo of the sign.JPG'],
    ['Ŵhat now – ünïcode.png', 'Ŵhat now – ünïcode.png'],
    ['.hidden.txt', 'hidden.txt'],
    ['~$letter.docx', '$letter.docx'],
    ['report.', 'report'],
    ['con', 'file con'],
    ['NUL.txt', 'file NUL.txt'],
    ['a:b*c?d.pdf', 'a b c d.pdf'],
    ['two\nlines\t.pdf', 'two lines.pdf'],
    ['turned\u202etxt.exe', 'turned txt.exe'],
    [' blank .pdf', 'blank.pdf'],
    ['???.pdf', 'file.pdf'],
    ['...', 'file'],
    [`${'x'.repeat(200)}.pdf`, `${'x'.repeat(58)}.pdf`],
    [`name.${'y'.repeat(30)}<`, `name.${'y'.repeat(30)}`],
  ])('%j becomes %j', (name, plain) => {
    expect(evidenceName(name)).toBe(plain);
  });

  test('is always one that every system takes, and stays when it is', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('.', '~', ' ', '/', ':', 'a', 'é', '\u202e', '\u0000', '😀', '\ud800', '-'),
      maxLength: 200,
    });
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 300 })), (name) => {
        const plain = evidenceName(name);
        expect(isFileName(plain)).toBe(true);
        expect(evidenceName(plain)).toBe(plain);
      }),
    );
  });
});
