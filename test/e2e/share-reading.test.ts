// Reading while shares change, in the real app: an open page keeps its edition with its pictures, of several shares the
// newest wins and each is shown for itself, and a share that is taken away in the middle of a copy costs nothing.
import { cpSync, renameSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import type { EditionFile } from '../../content/core/pack/model.ts';
import { sha256 } from '../../content/node/hash.ts';
import { shareId } from '../../content/node/sync-memory.ts';
import { syncText } from '../../renderer/text/sync.ts';
import { updatesText } from '../../renderer/text/updates.ts';
import { editionFiles, facebook } from '../support/demo-share.ts';
import { canMount, faultShare } from '../support/real-share.ts';
import { call, notices } from '../support/screens.ts';
import { filesAt, firstVersion, stateShare, wordsOf } from '../support/state-scene.ts';
import { type StateWindow, stateWindow } from '../support/state-window.ts';
import { removeVariants, variantFolder } from '../support/variants.ts';

const name = 'e2e-share-reading';
// Each test starts the app, which takes long on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 });
let window: StateWindow | undefined;
afterEach(async () => {
  expect(window?.complaints ?? []).toEqual([]);
  await window?.close();
  window = undefined;
  removeVariants();
});

/** A grey picture, one dot high. */
function picture(width: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(1, 4);
  head[8] = 8;
  const rows = deflateSync(Buffer.concat([Buffer.from([0]), Buffer.alloc(width, 0x80)]));
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

/** A guide whose picture stands so far down that it is not asked for before somebody scrolls there. */
function illustrated(version: number, width: number): readonly EditionFile[] {
  const long = Array.from({ length: 150 }, (_, at) => `Step ${at} of many.\n`).join('\n');
  const bytes = picture(width);
  return editionFiles(facebook, [`# Page\n\n${wordsOf(version)}\n\n${long}\n![A dot](dot.png)\n`]).map((file, _, all) => {
    if (file.name === 'dot.png') return { ...file, bytes };
    if (file.name !== 'index.json') return file;
    const dot = all.find((other) => other.name === 'dot.png')?.bytes as Uint8Array;
    const text = Buffer.from(file.bytes).toString().replaceAll(sha256(dot), sha256(bytes));
    return { ...file, bytes: Buffer.from(text.replace(`"bytes":${dot.length}`, `"bytes":${bytes.length}`)) };
  });
}

test('a page that stays open while a newer edition arrives shows the pictures of its own', async () => {
  window = await stateWindow(name, { begins: /Up to date/ });
  const { page } = window.running;
  const older = window.share.offer({ files: illustrated(firstVersion + 10, 1) });
  await window.look();
  await window.reads(older);
  window.share.offer({ files: illustrated(firstVersion + 20, 2) });
  await window.look();
  await page.locator('[data-newer="changed"]').waitFor();
  const width = async (): Promise<number> => {
    const image = page.locator('article[data-guide="facebook-1"] img');
    await image.scrollIntoViewIfNeeded();
    return image.evaluate(async (element: HTMLImageElement) => {
      await element.decode();
      return element.naturalWidth;
    });
  };
  expect(await width()).toBe(1);
  await notices(page)
    .getByRole('button', { name: syncText.showNew })
    .or(page.getByRole('button', { name: syncText.showNew }))
    .first()
    .click();
  await page.getByText(wordsOf(firstVersion + 20)).waitFor();
  expect(await width()).toBe(2);
});

test('of a site copy, a national copy and a stick the newest edition wins, and each is shown for itself', async () => {
  const folders = ['site', 'national', 'stick'].map((folder) => path.join(variantFolder(), folder));
  const [site = '', national = '', stick = ''] = folders;
  stateShare(site);
  const newest = stateShare(national).offer();
  window = await stateWindow(name, { shares: folders, begins: /Up to date/, reads: newest });
  const state = await call(window.running.page, 'sync.state', {});
  expect(state.channels.map(({ held, offered }) => [held, offered])).toEqual([
    [newest, null],
    [firstVersion, null],
  ]);
  const main = await window.updates();
  const row = (folder: string) => main.locator(`[data-share="${shareId(folder)}"]`).innerText();
  expect(await row(national)).toMatch(/^national\s+Up to date[\s\S]*Set by your force’s IT[\s\S]*Last read at/);
  expect(await row(stick)).toMatch(/^stick\s+Not reachable[\s\S]*Reference NG-1001/);
  // A copy that lags behind is nobody's trouble.
  expect(await row(site)).not.toMatch(/Refused|Reference/);
  await window.says(/Up to date/);
});

test('an edition that is offered and not whole is named beside the one that is held', async () => {
  window = await stateWindow(name);
  const offered = window.share.offer({}, ({ files, blob }) => void files.delete(blob('facebook-2.md')));
  await window.look();
  await window.says(/Copy incomplete: \d+ of \d+ files/);
  const state = await call(window.running.page, 'sync.state', {});
  expect(state.channels.find(({ channel }) => channel === 'facebook')).toMatchObject({ held: firstVersion, offered });
  expect(await (await window.updates()).locator('[data-channel="facebook"]').innerText()).toMatch(/Edition of [\s\S]*Offered: /);
});

test.skipIf(!canMount.faults)('a share that is taken away in the middle of a copy costs nothing, and the rest comes later', async () => {
  const mount = await faultShare(variantFolder());
  try {
    const folder = path.join(mount.source, 'guides');
    window = await stateWindow(name, { folder, seen: path.join(mount.seen, 'guides') });
    const { page } = window.running;
    const files = filesAt(firstVersion + 500, 120);
    window.share.offer({ files, version: firstVersion + 500 });
    mount.set({ kind: 'delay', op: 'read', match: '.md', ms: 25 });
    const main = await window.updates();
    await page.keyboard.press('F5');
    await main.getByRole('progressbar', { name: updatesText.progress }).waitFor();
    renameSync(folder, `${folder}-gone`);
    mount.set(null);
    await window.says(/Share not reachable since|Copy incomplete/);
    await window.reads(firstVersion);
    cpSync(`${folder}-gone`, folder, { recursive: true });
    await window.look();
    await window.says(/Up to date/);
    await window.reads(firstVersion + 500);
  } finally {
    await window?.close();
    await mount.stop();
  }
});
