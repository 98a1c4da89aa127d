// The states of a shared folder that are nobody's attack, in the real app (trust.md 1.4): gone, denied, half copied,
// past its dates, withdrawn, newer than the app. Each is said in plain words, reading goes on, and it mends itself.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { errorReference } from '../../content/core/base/error.ts';
import { readerText } from '../../renderer/text/reader.ts';
import { groups } from '../support/attack-scene.ts';
import { call, openByLink } from '../support/screens.ts';
import { withFields } from '../support/signed-repository.ts';
import { filesAt, firstVersion, inDays } from '../support/state-scene.ts';
import { type StateWindow, stateWindow } from '../support/state-window.ts';
import { removeVariants } from '../support/variants.ts';

let window: StateWindow;
/** The edition that is held. */
let held = firstVersion;
/** What the status line says of a good edition. */
let wellAgain = /Up to date/;
beforeAll(async () => {
  window = await stateWindow('e2e-share-states');
});
afterEach(async () => {
  held = window.share.offer({ version: held + 100 });
  await window.look();
  await window.says(wellAgain);
  expect(window.complaints).toEqual([]);
});
afterAll(async () => {
  await window?.close();
  removeVariants();
});

const seconds = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

test.each([
  [1, 'that is gone', 'gone', 'SHARE_UNREACHABLE', /Share not reachable since \d\d:\d\d; you are reading .*, still valid/],
  [2, 'that may not be read', 'denied', 'SHARE_DENIED', /No permission to read the share \(NG-1002\): ask IT/],
] as const)('row %i: a share %s is said at once, and it is well again when it comes back', async (_, __, how, code, words) => {
  const back = window.share.away(how);
  try {
    await window.look();
    await window.says(words);
    await window.refers(code, 'share');
    expect(window.log()).toContain(code);
    await window.reads(held);
  } finally {
    back();
  }
  await window.look();
  await window.says(/Up to date/);
});

test.each([
  [4, 'an empty timestamp', 'timestamp', () => Buffer.alloc(0)],
  [4, 'a timestamp that is cut', 'timestamp', (whole: Uint8Array) => whole.subarray(0, 40)],
  [10, 'a list of files that is cut', 'targets', (whole: Uint8Array) => whole.subarray(0, 40)],
] as const)('row %i: %s is a copy under way: silent for a day, then said', async (_, __, role, cut) => {
  window.share.offer({}, ({ files, at, bytes }) => void files.set(at(role), cut(bytes(at(role)))));
  await window.lookAgain(2, 5, 10);
  expect(await window.line()).toMatch(/Up to date/);
  await window.lookAgain(8);
  await window.says(/Copy incomplete since/);
  await window.refers('INCOMPLETE');
  expect(window.log()).toContain('INCOMPLETE');
  await window.reads(held);
});

test('row 8: a root that has not arrived yet is a copy under way, not an attack', async () => {
  window.share.roots(null, {});
  window.share.offer({ signers: { timestamp: groups.strangers.slice(0, 1) } });
  await window.lookAgain(1, 2, 3);
  expect(await window.line()).toMatch(/Up to date/);
  await window.lookAgain(19);
  await window.says(/Copy incomplete since/);
  await window.reads(held);
  window.share.roots();
});

test('row 14: files that are missing are counted, and the rest is kept', async () => {
  window.share.offer({ files: filesAt(held + 10, 210), version: held + 10 }, ({ files, blob }) => {
    files.delete(blob('facebook-100.md'));
    files.delete(blob('facebook-101.md'));
  });
  await window.look();
  await window.says(/Copy incomplete: 21\d of 21\d files/);
  const [, have, of] = /: (\d+) of (\d+) files/.exec(await window.line()) ?? [];
  expect(Number(of) - Number(have)).toBe(2);
  await window.refers('INCOMPLETE');
  await window.reads(held);
});

test.each([
  [16, 'an end that is past', 'timestamp', 'STALE', /Not confirmed since \d+ \w+.*; guidance may be out of date/],
  [17, 'a review that is overdue', 'targets', 'REVIEW_OVERDUE', /Not reviewed since \d+ \w+ \(NG-\d+\): check anything that matters/],
] as const)('row %i: %s is read all the same, with a warning', async (row, __, role, code, words) => {
  const past = seconds(inDays(row === 16 ? -1 : -2));
  held = window.share.offer({ edit: { [role]: withFields({ expires: past }) } });
  await window.look();
  await window.says(words);
  await window.refers(code);
  await window.reads(held);
  const [banner, word] = row === 16 ? ['unconfirmed', 'Not confirmed'] : ['unreviewed', 'Not reviewed'];
  expect(await window.running.page.locator('[data-banner]').allInnerTexts()).toContainEqual(expect.stringContaining(word));
  expect(await window.running.page.locator(`[data-banner="${banner}"]`).count()).toBe(1);
});

test('row 28: a channel that was withdrawn says so above every guide, and stays readable', async () => {
  const { page } = window.running;
  window.share.list({ retired: { x: '2026-11-20' } });
  window.share.offer();
  await window.look();
  await expect
    .poll(async () => (await call(page, 'library.list', {})).packs.map(({ retired }) => retired), { timeout: 20_000 })
    .toContain('2026-11-20');
  const guide = await openByLink(page, 'x-1');
  expect(await guide.locator('[data-banner="retired"]').innerText()).toContain(readerText.bannerRetired('2026-11-20').sentence);
  expect(await guide.innerText()).toContain('Secure it.');
});

test('row 27: an edition in a form of the future asks for a newer app', async () => {
  window.share.offer({ edit: { targets: withFields({ spec_version: '2.0.0' }) } });
  await window.look();
  await window.says(/Update National Guides to get newer guidance \(NG-\d+\): ask IT/);
  await window.refers('APP_TOO_OLD');
  await window.reads(held);
});

test('row 18: a list of signers that ran out is said with a code', async () => {
  window.share.roots({ expires: inDays(-3) });
  held = window.share.offer();
  await window.look();
  await window.says(/The list of signers ran out on \d+ \w+.* \(NG-\d+\): ask IT/);
  await window.refers('ROOT_STALE');
  await window.reads(held);
  window.share.roots({ expires: inDays(-3) }, {});
});

test('row 26: a clock that is behind what was signed is said, and nothing is refused for it', async () => {
  held = window.share.offer({ version: Math.floor(inDays(5).getTime() / 1000) });
  await window.look();
  await window.says(new RegExp(`This PC’s clock looks wrong \\(${errorReference('CLOCK')}\\): check date and time`));
  await window.refers('CLOCK');
  await window.reads(held);
  wellAgain = /clock looks wrong/;
});
