// A folder or stick that a person imports by hand, in the real app; only the system's own dialog is answered by the
// test. What can go wrong is said with what to do next, a long copy can be stopped, and it goes on where it was.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { errorTexts } from '../../renderer/text/errors.ts';
import { updatesText } from '../../renderer/text/updates.ts';
import { violations } from '../support/axe.ts';
import { canMount, type FaultShare, faultShare } from '../support/real-share.ts';
import { answerOpenDialog, notices } from '../support/screens.ts';
import { filesAt, firstVersion, stateShare, withBadSignature } from '../support/state-scene.ts';
import { type StateWindow, stateWindow } from '../support/state-window.ts';
import { removeVariants, variantFolder } from '../support/variants.ts';

let window: StateWindow;
let main: Locator;
let mount: FaultShare;
beforeAll(async () => {
  window = await stateWindow('e2e-share-import', { shares: [], begins: /signatures checked/ });
});
afterEach(() => expect(window.complaints).toEqual([]));
afterAll(async () => {
  await window?.close();
  await mount?.stop();
  removeVariants();
});

/** Chooses the folder in the dialog, by keyboard, and waits for the report. */
async function imported(folder: string): Promise<Locator> {
  await begun(folder);
  const report = main.getByRole('region', { name: updatesText.result(path.basename(folder)) });
  await report.waitFor({ timeout: 30_000 });
  return report;
}
async function begun(folder: string | null): Promise<void> {
  await answerOpenDialog(window.running.app, folder);
  main = await window.updates();
  await main.getByRole('button', { name: updatesText.importFolder }).focus();
  await window.running.page.keyboard.press('Enter');
}

test('a folder that holds no guides is said, with what to do next', async () => {
  const wrong = path.join(variantFolder(), 'Holiday');
  mkdirSync(wrong);
  writeFileSync(path.join(wrong, 'beach.jpg'), 'no guide');
  const report = await imported(wrong);
  expect(await report.innerText()).toContain(updatesText.resultNothing);
  expect(await report.locator('.fault').innerText()).toMatch(/Reference NG-\d+/);
  await window.reads(firstVersion);
});

test('a stick that was pulled out is said, and nothing that is read changes', async () => {
  const report = await imported(path.join(variantFolder(), 'GONE'));
  expect(await report.innerText()).toMatch(/cannot be reached[\s\S]*NG-1001/);
  await window.reads(firstVersion);
});

test('a stick with a spoilt edition is refused at once, since a person waits for the answer', async () => {
  const version = window.share.offer(
    {},
    ({ files, at, bytes }) => void files.set(at('timestamp'), withBadSignature(bytes(at('timestamp')))),
  );
  const stick = path.join(variantFolder(), 'STICK');
  cpSync(window.share.folder, stick, { recursive: true });
  const report = await imported(stick);
  expect(await report.locator('[data-outcome="failed"]').innerText()).toContain(errorTexts.TAMPERED.title);
  expect(await report.innerText()).toContain('NG-1011');
  expect(window.log()).toContain('TAMPERED');
  expect(version).toBeGreaterThan(firstVersion);
  await window.reads(firstVersion);
});

test('a change of mind in the dialog leaves everything as it was', async () => {
  await begun(null);
  await expect.poll(() => main.getByText(updatesText.importing).count()).toBe(0);
  expect(await main.locator('.fault').count()).toBe(0);
});

test.skipIf(!canMount.faults)('a long copy counts its files, is stopped by Esc, says what is kept, and goes on from there', async () => {
  mount = await faultShare(variantFolder());
  const { page } = window.running;
  const files = 300;
  const folder = path.join(mount.source, 'SLOW');
  const seen = path.join(mount.seen, 'SLOW');
  const version = stateShare(folder).offer({ files: filesAt(firstVersion + 1_000, files), version: firstVersion + 1_000 });
  // A stick as slow as an old one: the copy takes some seconds.
  mount.set({ kind: 'delay', op: 'read', match: '.md', ms: 25 });
  await begun(seen);
  const bar = main.getByRole('progressbar', { name: updatesText.progress });
  await bar.waitFor({ timeout: 30_000 });
  await main.getByRole('button', { name: updatesText.stop }).waitFor();
  expect(await violations(page)).toEqual([]);
  const [value, max] = await bar.evaluate((element: HTMLProgressElement) => [element.value, element.max]);
  expect(max).toBeGreaterThanOrEqual(files);
  expect(value).toBeLessThan(max as number);
  await page.keyboard.press('Escape');
  await notices(page).getByText(updatesText.halted(true)).waitFor();
  const stopped = main.getByRole('region', { name: updatesText.result('SLOW') });
  await stopped.waitFor({ timeout: 30_000 });
  const [, have = '', of = ''] = /Stopped after ([\d,]+) of ([\d,]+) files, which are kept/.exec(await stopped.innerText()) ?? [];
  const [kept, all] = [have, of].map((figure) => Number(figure.replaceAll(',', ''))) as [number, number];
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(all);
  expect(await stopped.locator('.fault').count()).toBe(0);
  await window.reads(firstVersion);

  mount.set(null);
  const report = await imported(seen);
  const text = await report.innerText();
  expect(text).toContain('brought in');
  const copied = Number((/([\d,]+) files copied/.exec(text)?.[1] ?? '').replaceAll(',', ''));
  // What was kept is not copied again; the few that were under way when it was stopped are.
  expect(copied).toBeLessThan(all);
  expect(copied).toBeGreaterThan(0);
  await window.reads(version);
});
