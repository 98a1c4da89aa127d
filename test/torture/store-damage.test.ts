// Every file of a small store, damaged in four ways, one at a time: noticed, healed by the next import, and an older
// copy of the share refused as before (trust.md goal B5).
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openLocalStore } from '../../content/node/local-store.ts';
import { findState } from '../../content/node/store-state.ts';
import { makeShareFolder } from '../support/demo-share.ts';
import { bring, codes, readable } from '../support/imports.ts';
import { nowVersion } from '../support/signed-repository.ts';
import { tempFolder } from '../support/temp.ts';

const damages: Readonly<Record<string, (file: string) => void>> = {
  zeroed: (file) => writeFileSync(file, Buffer.alloc(statSync(file).size)),
  cut: (file) => writeFileSync(file, readFileSync(file).subarray(0, Math.floor(statSync(file).size / 2))),
  flipped: (file) => {
    const bytes = readFileSync(file);
    const middle = Math.floor(bytes.length / 3);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  },
  deleted: (file) => rmSync(file),
};

const filesOf = (store: string) =>
  readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(path.join(store, name)).isFile());

/** Opens every guide, as people do in time; what is damaged is marked by that. */
async function look(store: string): Promise<void> {
  const local = await openLocalStore(store);
  for (const { guides } of local.held()) for (const { id } of guides) await local.openGuide(id).catch(() => undefined);
}

test('any one file of the store may be damaged in any way', { timeout: 60_000 }, async () => {
  const older = await makeShareFolder();
  const bodies = { facebook: ['# New\n', '# Two\n'], x: ['# Here\n'] };
  const share = await makeShareFolder({ bodies, keys: older.keys, roots: older.roots, version: nowVersion + 60 });
  const pinnedRoot = older.pinnedRoot;
  const whole = tempFolder();
  await bring({ ...share, pinnedRoot }, whole);
  const before = await readable(whole);
  for (const name of filesOf(whole))
    for (const [how, damage] of Object.entries(damages)) {
      const store = tempFolder();
      cpSync(whole, store, { recursive: true });
      damage(path.join(store, name));
      const what = `${name} ${how}`;
      await look(store);
      // Before anything heals it, an older share must not slip in.
      expect(
        (await bring({ ...older, pinnedRoot }, store)).channels.map(({ outcome }) => outcome),
        what,
      ).not.toContain('imported');
      const report = await bring({ ...share, pinnedRoot }, store);
      expect(Object.values(codes(report)), what).not.toContain('failed');
      expect(await readable(store), what).toEqual(before);
      expect(findState(store).damaged, what).toEqual([]);
      await look(store);
      expect((await openLocalStore(store)).problems(), what).toEqual([]);
      const back = await bring({ ...older, pinnedRoot }, store);
      expect([back.error?.code, back.directory.error?.code, ...Object.values(codes(back))], what).toContain('ROLLED_BACK');
      expect(await readable(store), what).toEqual(before);
    }
});
