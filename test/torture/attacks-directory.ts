// Attacks on the directory: which channels there are and where trust in each begins. A bad directory is refused and
// the one held goes on being used, so that the channels themselves still come in.
import { encodeUtf8 } from '../../content/core/base/utf8.ts';
import type { EditionFile } from '../../content/core/pack/model.ts';
import { dayMs } from '../../content/core/publish/roles.ts';
import type { JsonObject, JsonValue } from '../../content/core/trust/read-json.ts';
import type { Attack, Offer } from '../support/attack.ts';
import {
  type EditionChoice,
  type Entry,
  firstRoots,
  groups,
  heldVersion,
  listsOf,
  offeredVersion,
  rootOf,
} from '../support/attack-scene.ts';
import { now, nowVersion, withFields } from '../support/signed-repository.ts';

const [half, bad, form, back, fine, here, there] = [
  'INCOMPLETE',
  'TAMPERED',
  'MALFORMED',
  'ROLLED_BACK',
  'fine',
  'directory',
  'facebook',
] as const;
const { stewards, strangers, facebook } = groups;

const directory =
  (choice: EditionChoice) =>
  (share: Offer): void =>
    share.edition('directory', choice);
const lists = (edit: (files: readonly EditionFile[]) => readonly EditionFile[]) => directory({ files: edit(listsOf()) });
const file = (name: string, bytes: string | Uint8Array) =>
  lists((all) => all.map((one) => (one.name === name ? { name, bytes: typeof bytes === 'string' ? encodeUtf8(bytes) : bytes } : one)));
const json = (name: string, change: (from: Record<string, JsonValue>) => JsonValue) =>
  lists((all) =>
    all.map((one) =>
      one.name === name
        ? { name, bytes: encodeUtf8(JSON.stringify(change(JSON.parse(Buffer.from(one.bytes).toString()) as Record<string, JsonValue>))) }
        : one,
    ),
  );
const channel = (field: string, value: JsonValue) =>
  json('channels.json', (from) => ({
    ...from,
    channels: (from.channels as JsonObject[]).map((entry, at) => (at === 0 ? { ...entry, [field]: value } : entry)),
  }));
const blob =
  (name: string, make: (bytes: Uint8Array) => Entry | null) =>
  (share: Offer): void =>
    share.change(share.blob(name, 'directory'), make);
const both =
  (...steps: readonly ((share: Offer) => void)[]) =>
  (share: Offer): void => {
    for (const step of steps) step(share);
  };
const wipe =
  (prefix: string) =>
  (share: Offer): void => {
    for (const name of [...share.files.keys()]) if (name.startsWith(prefix)) share.files.delete(name);
  };

const oldRoots = wipe('channels/facebook/metadata/2.root');

/** The channel founded anew by strangers, complete and consistent in itself. */
const usurped = rootOf('facebook', { stewards: strangers, editors: strangers, signers: strangers.slice(0, 3) });
const usurp = both(
  oldRoots,
  (share) => void share.files.set('channels/facebook/metadata/1.root.json', usurped),
  (share) =>
    share.edition('facebook', {
      signers: { targets: strangers.slice(0, 2), snapshot: strangers.slice(0, 2), timestamp: strangers.slice(0, 1) },
    }),
);
/** Founded anew by the stewards themselves, with a new group. */
const refounded = rootOf('facebook', { editors: strangers });
const refound = (choice: EditionChoice = {}) =>
  both(
    oldRoots,
    (share) => void share.files.set('channels/facebook/metadata/1.root.json', refounded),
    directory({ files: listsOf({ roots: { facebook: refounded } }) }),
    (share) =>
      share.edition('facebook', {
        signers: { targets: strangers.slice(0, 2), snapshot: strangers.slice(0, 2), timestamp: strangers.slice(0, 1) },
        ...choice,
      }),
  );

// biome-ignore format: one case a line
export const directoryAttacks: readonly Attack[] = [
  ['the directory is gone', half, wipe('directory/'), here],
  ['the directory’s metadata is gone', half, wipe('directory/metadata/'), here],
  ['the directory’s lists are gone', half, wipe('directory/targets/'), here],
  ['the directory is of strangers throughout', bad, both((share) => void share.files.set('directory/metadata/1.root.json', rootOf('directory', { stewards: strangers, signers: strangers.slice(0, 3) })), wipe('directory/metadata/2.root'), directory({ signers: { targets: strangers.slice(0, 2), snapshot: strangers.slice(0, 2), timestamp: strangers.slice(0, 1) } })), here],
  ['the directory’s second root is of strangers', bad, (share) => share.roots('directory', { stewards: strangers, signers: strangers.slice(0, 3) }), here],
  ['the directory’s second root is signed by two', bad, (share) => share.roots('directory', { signers: stewards.slice(0, 2) }), here],
  ['the directory is signed by one steward of two', bad, directory({ signers: { targets: stewards.slice(0, 1) } }), here],
  ['the directory is signed by editors', bad, directory({ signers: { targets: facebook } }), here],
  ['the directory’s snapshot is signed by one', bad, directory({ signers: { snapshot: stewards.slice(0, 1) } }), here],
  ['the directory’s timestamp is signed by an editor', bad, directory({ signers: { timestamp: facebook.slice(0, 1) } }), here],
  ['the directory is older than held', back, directory({ version: heldVersion - 1 }), here],
  ['the directory’s lists are older than held', back, directory({ version: heldVersion - 1, snapshotVersion: offeredVersion }), here],
  ['the directory is far in the future', form, directory({ version: nowVersion + 60 * 86_400 }), here],
  ['the directory expired', 'fine STALE REVIEW_OVERDUE', directory({ expires: new Date(now.getTime() - dayMs) }), here],
  ['the directory never expires', form, directory({ edit: { targets: withFields({ expires: 'never' }) } }), here],
  ['the directory is of specification 2', 'APP_TOO_OLD', directory({ edit: { targets: withFields({ spec_version: '2.0.0' }) } }), here],
  ['the list of channels is missing', half, blob('channels.json', () => null), here],
  ['the list of channels is short', half, blob('channels.json', (bytes) => bytes.slice(1)), here],
  ['the list of channels is long', bad, blob('channels.json', (bytes) => Buffer.concat([bytes, Buffer.from(' ')])), here],
  ['the list of channels is changed', bad, blob('channels.json', (bytes) => bytes.map((byte, at) => (at === 20 ? byte ^ 1 : byte))), here],
  ['the list of channels is a link', form, blob('channels.json', () => ({ link: '/etc/hostname' })), here],
  ['the list of channels is a folder', form, blob('channels.json', () => 'folder'), here],
  ['the list of channels is a named pipe', form, blob('channels.json', () => 'fifo'), here],
  ['a channel’s first root is missing', half, blob('facebook.1.root.json', () => null), here],
  ['a channel’s first root is another’s', half, blob('facebook.1.root.json', (bytes) => bytes.slice(0, 50)), here],
  ['a channel’s first root is changed', bad, blob('facebook.1.root.json', (bytes) => bytes.map((byte, at) => (at === 20 ? byte ^ 1 : byte))), here],
  ['no list of channels was signed', form, lists((all) => all.filter(({ name }) => name !== 'channels.json')), here],
  ['no list of people was signed', form, lists((all) => all.filter(({ name }) => name !== 'people.json')), here],
  ['no root of a listed channel was signed', form, lists((all) => all.filter(({ name }) => name !== 'facebook.1.root.json')), here],
  ['the list is not JSON', half, file('channels.json', 'hello'), here],
  ['the list is null', form, file('channels.json', 'null'), here],
  ['the list is {}', form, file('channels.json', '{}'), here],
  ['the list nests too deeply', 'TOO_LARGE', file('channels.json', `{"format":1,"channels":${'['.repeat(40)}${']'.repeat(40)}}`), here],
  ['the list is of a later format', 'APP_TOO_OLD', json('channels.json', (from) => ({ ...from, format: 2 })), here],
  ['the list is of no format', form, json('channels.json', (from) => ({ ...from, format: '1' })), here],
  ['the list has channels that are null', form, json('channels.json', (from) => ({ ...from, channels: null })), here],
  ['the list has a channel that is null', form, json('channels.json', (from) => ({ ...from, channels: [null] })), here],
  ['the list of people is of a later format', 'APP_TOO_OLD', json('people.json', (from) => ({ ...from, format: 2 })), here],
  ['the list of people is no list', form, json('people.json', (from) => ({ ...from, people: {} })), here],
  ['the list of people has odd people', fine, json('people.json', (from) => ({ ...from, people: [{}, { public: 1, name: 2 }, { __proto__: null }] })), here],
  ...['../x', '..', '', 'a/b', 'a\\b', 'CON', 'UPPER', 'é', '__proto__', 'a b', 'a\u0000', `a${'b'.repeat(80)}`].map((id): Attack => [`a channel called ${JSON.stringify(id).slice(0, 20)}`, form, channel('id', id), here]),
  ['a channel whose id is a number', form, channel('id', 7), here],
  ['a channel without a title', form, channel('title', null), here],
  ['a channel whose root’s digest is a path', form, channel('rootSha256', '../../1.root.json'), here],
  ['a channel whose root’s digest is another', form, channel('rootSha256', 'a'.repeat(64)), here],
  ['a channel whose root’s digest is null', form, channel('rootSha256', null), here],
  ['a list of a megabyte more than may be', 'TOO_LARGE', file('channels.json', `{"format":1,"channels":[]}${' '.repeat(1024 * 1024)}`), here],
  ['a channel founded anew by strangers', bad, usurp],
  ['a channel founded anew by strangers, listed by nobody', bad, both(usurp, (share) => share.change(share.blob('facebook.1.root.json', 'directory'), () => usurped))],
  ['a channel founded anew by the stewards', 'imported', refound()],
  ['a channel founded anew by the stewards with older versions', back, refound({ version: heldVersion - 1 })],
  ['a channel founded anew in the directory, its share not yet', half, both(directory({ files: listsOf({ roots: { facebook: refounded } }) }), wipe('channels/facebook/metadata'))],
  ['a channel founded anew in the directory, the old group signs on', bad, both(oldRoots, directory({ files: listsOf({ roots: { facebook: refounded } }) }))],
  ['a channel’s first root is one that its own keys did not sign', bad, directory({ files: listsOf({ roots: { facebook: rootOf('facebook', { signers: strangers.slice(0, 3) }) } }) })],
  ['a channel’s first root is another channel’s', bad, both(oldRoots, directory({ files: listsOf({ roots: { facebook: firstRoots.x } }) }))],
  ['a channel is taken off the list', 'absent', directory({ files: listsOf({ channels: ['x'] }) })],
  ['every channel is taken off the list', 'absent', directory({ files: listsOf({ channels: [] }) })],
  ['a channel is retired', 'imported', directory({ files: listsOf({ retired: { facebook: '2026-11-01' } }) }), there],
  ['a retired channel goes on being attacked', bad, both(directory({ files: listsOf({ retired: { facebook: '2026-11-01' } }) }), (share) => share.edition('facebook', { signers: { targets: strangers } }))],
  ['the app’s pinned root is of strangers', bad, (share) => { share.pinnedRoot = rootOf('directory', { stewards: strangers, signers: strangers.slice(0, 3) }); }, here],
  ['the clock is ten years behind', 'imported CLOCK', (share) => { share.now = new Date('2016-11-22T12:00:00Z'); }],
  ['the clock is ten years ahead', 'imported ROOT_STALE STALE REVIEW_OVERDUE', (share) => { share.now = new Date('2036-11-22T12:00:00Z'); }],
  ['the clock is 4,000 days ahead and the channel is forged', bad, both((share) => { share.now = new Date(now.getTime() + 4000 * dayMs); }, (share) => share.edition('facebook', { signers: { targets: strangers } }))],
];
