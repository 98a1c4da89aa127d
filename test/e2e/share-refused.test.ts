// Shares that are to be refused, in the real app (trust.md 1.4): nothing is said of the first sightings, since a copy
// may be under way; the third, more than an hour after the first, is refused with a code for IT. What is read stays.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ErrorCode, errorReference } from '../../content/core/base/error.ts';
import { groups, type RootChoice } from '../support/attack-scene.ts';
import { withFields } from '../support/signed-repository.ts';
import { filesAt, firstVersion, type Offered, type StateShare, withBadSignature } from '../support/state-scene.ts';
import { type StateWindow, stateWindow } from '../support/state-window.ts';
import { removeVariants } from '../support/variants.ts';

let window: StateWindow;
/** The edition that is held. */
let held = firstVersion;
beforeAll(async () => {
  window = await stateWindow('e2e-share-refused');
});
afterEach(async () => {
  held = window.share.offer({ version: held + 100 });
  await window.look();
  await window.says(/Up to date/);
  expect(window.complaints).toEqual([]);
});
afterAll(async () => {
  await window?.close();
  removeVariants();
});

type Spoilt = (share: StateShare) => void;
const spoilt =
  (change: (offered: Offered) => void): Spoilt =>
  (share) =>
    void share.offer({}, change);
const strangers = groups.strangers;
const first = groups.facebook[0] as (typeof strangers)[number];
const badRoot =
  (choice: RootChoice): Spoilt =>
  (share) => {
    share.roots(choice);
    share.offer();
    share.roots();
  };

const refused: readonly (readonly [row: number, title: string, code: ErrorCode, spoil: Spoilt])[] = [
  [
    7,
    'a timestamp whose signature is wrong',
    'TAMPERED',
    spoilt(({ files, at, bytes }) => void files.set(at('timestamp'), withBadSignature(bytes(at('timestamp'))))),
  ],
  [9, 'a root that the stewards did not sign', 'TAMPERED', badRoot({ signers: strangers.slice(0, 3) })],
  [11, 'an edition signed by one editor', 'TAMPERED', (share) => void share.offer({ signers: { targets: [first] } })],
  [
    13,
    'a snapshot that names no list of files',
    'MALFORMED',
    (share) => void share.offer({ edit: { snapshot: withFields({ meta: {} }) } }),
  ],
  [19, 'an end that is no date', 'MALFORMED', (share) => void share.offer({ edit: { timestamp: withFields({ expires: 'for ever' }) } })],
  [
    20,
    'a version of the far future',
    'MALFORMED',
    (share) => void share.offer({ edit: { timestamp: withFields({ version: 2 ** 53 - 1 }) } }),
  ],
  [
    21,
    'a file name that leads out of its folder',
    'MALFORMED',
    (share) =>
      void share.offer({ edit: { targets: (signed) => JSON.parse(JSON.stringify(signed).replace('facebook-1.md', '../facebook-1.md')) } }),
  ],
  [
    22,
    'a timestamp larger than any may be',
    'TOO_LARGE',
    (share) => void share.offer({ edit: { timestamp: withFields({ note: 'x'.repeat(9_000) }) } }),
  ],
];

test.each(refused)('row %i: %s is refused with a code, and what is read stays', async (_, __, code, spoil) => {
  spoil(window.share);
  await window.look();
  expect(await window.line()).toMatch(/Up to date/);
  await window.lookAgain(0.6);
  expect(await window.line()).not.toMatch(/Refused/);
  await window.lookAgain(0.6);
  await window.says(new RegExp(`Refused \\(${errorReference(code)}\\): ask IT`));
  await window.refers(code);
  expect(window.log()).toContain(code);
  await window.reads(held);
});

test('row 10: a list with a wrong hash is a copy under way at first, and refused when it stays', async () => {
  window.share.offer({}, ({ files, at, bytes }) => {
    const [file, whole] = [at('snapshot'), bytes(at('snapshot'))];
    files.set(file, Buffer.from(whole).fill('0', 20, 60));
  });
  await window.lookAgain(0.6);
  expect(await window.line()).not.toMatch(/Refused/);
  await window.lookAgain(0.6);
  await window.says(/Refused \(NG-1011\): ask IT/);
  await window.reads(held);
});

test('row 15: a file longer than its signers said is read no further, and refused when it stays', async () => {
  window.share.offer({}, ({ files, blob, bytes }) => {
    const file = blob('facebook-1.md');
    files.set(file, Buffer.concat([bytes(file), Buffer.alloc(100_000)]));
  });
  await window.lookAgain(0.6);
  expect(await window.line()).not.toMatch(/Refused/);
  await window.lookAgain(0.6);
  await window.says(/Refused \(NG-1011\): ask IT/);
  await window.reads(held);
});

test.each([
  [6, 'an older copy', (share: StateShare): void => void share.offer({ version: firstVersion })],
  [
    12,
    'an older list of files under a newer date',
    (share: StateShare): void => void share.offer({ version: firstVersion + 5, snapshotVersion: held + 10, files: filesAt(firstVersion) }),
  ],
] as const)('row %i: %s is silent for a day, then refused in words', async (_, __, spoil) => {
  spoil(window.share);
  await window.lookAgain(1, 2, 3);
  expect(await window.line()).toMatch(/Up to date/);
  await window.lookAgain(19);
  await window.says(/Share went back to an older copy: refused \(NG-1\d+\), ask IT/);
  await window.refers('ROLLED_BACK');
  expect(window.log()).toContain('ROLLED_BACK');
  await window.reads(held);
});
