import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLocalStore } from '../../content/node/local-store.ts';
import type { ShareWatch } from '../../content/node/share.ts';
import { type RoundInput, type RoundShare, shareName, syncRound } from '../../content/node/sync-round.ts';
import { facebook, makeShareFolder, type TestShare } from '../support/demo-share.ts';
import { now, nowVersion } from '../support/signed-repository.ts';
import { tempFolder } from '../support/temp.ts';

const newer = { facebook: ['# Page\n\nNewer.\n', '# Comments\n\nHide them.\n'], x: ['# Account\n\nSecure it.\n'] };

async function scene() {
  const share = await makeShareFolder();
  const store = path.join(tempFolder(), 'store');
  const shares = (...paths: readonly string[]): readonly RoundShare[] => paths.map((folder, index) => ({ id: `s${index}`, path: folder }));
  const run = async (paths: readonly string[], more: Partial<RoundInput> = {}) =>
    [...(await syncRound({ store, shares: shares(...paths), pinnedRoot: share.pinnedRoot, now, ...more })).values()].map(
      (report) =>
        report.error?.code ??
        report.channels.map(({ outcome, error, version }) => error?.code ?? `${outcome} ${version === nowVersion ? 'old' : 'new'}`).join(),
    );
  const copy = (from: TestShare): string => {
    const folder = tempFolder();
    cpSync(from.folder, folder, { recursive: true });
    return folder;
  };
  const publish = (into: string) =>
    makeShareFolder({ keys: share.keys, roots: share.roots, version: nowVersion + 60, bodies: newer }, into);
  return { share, store, run, copy, publish };
}

function counting() {
  const counts = { look: 0, open: 0, read: 0, close: 0 };
  const watch: ShareWatch = {
    asked: (what) => {
      counts[what] += 1;
    },
    answered: () => undefined,
  };
  return { counts, watch };
}

describe('a round', () => {
  test('takes the highest edition of several shares, whichever comes first', async () => {
    const { share, store, run, copy, publish } = await scene();
    const national = copy(share);
    await publish(national);
    expect(await run([share.folder, national])).toEqual(['imported old,imported old', 'imported new,imported new']);
    expect(await run([national, share.folder])).toEqual(['current new,current new', 'ROLLED_BACK,ROLLED_BACK']);
    const open = await openLocalStore(store);
    expect(open.held().map(({ seal }) => seal.version)).toEqual([nowVersion + 60, nowVersion + 60]);
  });

  test('opens at most two files for each channel, and for the directory, when nothing is new', async () => {
    const { share, run } = await scene();
    await run([share.folder]);
    const { counts, watch } = counting();
    expect(await run([share.folder], { watch })).toEqual(['current old,current old']);
    expect(counts.open).toBeLessThanOrEqual(2 * 3);
  });

  test('goes on with the next share when one is not there', async () => {
    const { share, run } = await scene();
    expect(await run([path.join(share.folder, 'none'), share.folder])).toEqual(['SHARE_UNREACHABLE', 'imported old,imported old']);
  });

  test('finds the share on a stick', async () => {
    const { share, run } = await scene();
    const stick = tempFolder();
    cpSync(share.folder, path.join(stick, shareName), { recursive: true });
    writeFileSync(path.join(stick, 'other.txt'), '');
    expect(await run([stick])).toEqual(['imported old,imported old']);
    // A drive that is not connected, or a wrong folder.
    expect(await run([tempFolder()])).toEqual(['SHARE_UNREACHABLE']);
  });

  test('stops between two files, leaves the shares after it, and is taken up again', async () => {
    const { share, store, run } = await scene();
    let files = 0;
    const stopped = await run([share.folder, share.folder], {
      isStopped: () => files >= 2,
      onProgress: () => {
        files += 1;
      },
    });
    expect(stopped).toHaveLength(1);
    expect(stopped[0]).toContain('CANCELLED');
    expect(files).toBeLessThan(6);
    await openLocalStore(store);
    expect(await run([share.folder])).not.toEqual(stopped);
    expect((await openLocalStore(store)).held()).toHaveLength(2);
  });

  test('that is stopped before it began does nothing', async () => {
    const { share, run } = await scene();
    expect(await run([share.folder], { isStopped: () => true })).toEqual([]);
  });

  test('tells what it does', async () => {
    const { share, run } = await scene();
    rmSync(share.blob(facebook, 'facebook-2.md'));
    const told: string[] = [];
    await run([share.folder], {
      onShare: ({ id }) => told.push(id),
      onProgress: (done, of) => told.push(`${done}/${of}`),
      onReport: ({ id }, { channels }) => told.push(`${id} ${channels.map(({ outcome }) => outcome)}`),
    });
    expect(told[0]).toBe('s0');
    expect(told.at(-1)).toBe('s0 failed,imported');
    expect(told).toContain('1/7');
  });
});
