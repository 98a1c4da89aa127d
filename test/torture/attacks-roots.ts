// Attacks on who may sign: the chain of roots of a channel and of the directory, what a root says of keys and
// thresholds, and rotation as it should be, which must go through.
import { dayMs } from '../../content/core/publish/roles.ts';
import type { JsonObject, JsonValue } from '../../content/core/trust/read-json.ts';
import { makeSigner } from '../../content/node/keys.ts';
import type { Attack, Offer } from '../support/attack.ts';
import {
  type EditionChoice,
  folderOf,
  groups,
  heldVersion,
  offeredVersion,
  type RepositoryName,
  type RootChoice,
  rootOf,
  sealed,
} from '../support/attack-scene.ts';
import { type Edit, now, withFields } from '../support/signed-repository.ts';

const [half, bad, form] = ['INCOMPLETE', 'TAMPERED', 'MALFORMED'] as const;
const good = 'imported';
const { stewards, strangers, facebook } = groups;
const newcomers = Array.from({ length: 5 }, makeSigner);
const [three, two] = [stewards.slice(0, 3), stewards.slice(0, 2)];

const roots =
  (...choices: readonly RootChoice[]) =>
  (share: Offer): void =>
    share.roots('facebook', ...choices);
/** New roots, and an edition signed by the new people. */
const rotated =
  (people: typeof facebook, choices: readonly RootChoice[], choice: EditionChoice = {}) =>
  (share: Offer): void => {
    share.roots('facebook', ...choices);
    share.edition('facebook', {
      signers: { targets: people.slice(0, 2), snapshot: people.slice(0, 2), timestamp: people.slice(0, 1) },
      ...choice,
    });
  };
const rootEdit = (edit: Edit) => roots({ edit });
const role =
  (name: string, change: (role: JsonObject) => JsonValue): Edit =>
  (signed) => {
    const all = signed.roles as JsonObject;
    return { ...signed, roles: { ...all, [name]: change(all[name] as JsonObject) } };
  };
const threshold = (value: JsonValue) => rootEdit(role('targets', (from) => ({ ...from, threshold: value })));
const keys =
  (change: (keys: JsonObject) => JsonValue): Edit =>
  (signed) => ({ ...signed, keys: change(signed.keys as JsonObject) });

/** One person's key under two ids, in the root and on the edition. */
function oneKeyTwice(share: Offer): void {
  const [person] = facebook;
  if (!person) return;
  const twin = { keyid: 'f'.repeat(64), sign: person.sign };
  const both = [person.keyid, twin.keyid];
  const add: Edit = (signed) =>
    role('targets', (from) => ({ ...from, keyids: both }))(
      role('snapshot', (from) => ({ ...from, keyids: both }))(
        keys((all) => ({ ...all, [twin.keyid]: person.key as unknown as JsonObject }))(signed),
      ),
    );
  share.roots('facebook', { edit: add });
  share.edition('facebook', { signers: { targets: [person, twin], snapshot: [person, twin], timestamp: [person] } });
}

/** The same with the second spelling of the key in capitals. */
function oneKeyInCapitals(share: Offer): void {
  const [person] = facebook;
  if (!person) return;
  const twin = { keyid: 'e'.repeat(64), sign: person.sign };
  const both = [person.keyid, twin.keyid];
  const capital = { ...person.key, keyval: { public: person.key.keyval.public.toUpperCase() } } as unknown as JsonObject;
  const add: Edit = (signed) =>
    role('targets', (from) => ({ ...from, keyids: both }))(keys((all) => ({ ...all, [twin.keyid]: capital }))(signed));
  share.roots('facebook', { edit: add });
  share.edition('facebook', { signers: { targets: [person, twin] } });
}

/** A root that one steward signs under three ids that the same root brings along. */
function oneStewardThrice(share: Offer): void {
  const [person] = stewards;
  if (!person) return;
  const twins = ['a', 'b'].map((letter) => ({ keyid: letter.repeat(64), sign: person.sign }));
  const edit: Edit = (signed) =>
    keys((all) => ({ ...all, ...Object.fromEntries(twins.map(({ keyid }) => [keyid, person.key as unknown as JsonObject])) }))(
      role('root', (from) => ({ ...from, keyids: [...(from.keyids as string[]), ...twins.map(({ keyid }) => keyid)] }))(signed),
    );
  share.roots('facebook', { edit, signers: [person, ...twins] });
}

/** A root that the stewards signed for one repository, copied into another, and an edition by those whom it names. */
const strayRoot =
  (into: 'facebook' | 'directory', of: RepositoryName) =>
  (share: Offer): void => {
    const people = of === 'directory' ? stewards : groups[of];
    share.files.set(`${folderOf(into)}/metadata/2.root.json`, rootOf(of, { version: 2 }));
    share.edition(into, { signers: { targets: people.slice(0, 2), snapshot: people.slice(0, 2), timestamp: people.slice(0, 1) } });
  };

const swap =
  (repository: 'facebook' | 'directory', version: number, bytes: () => Uint8Array) =>
  (share: Offer): void =>
    void share.files.set(`${repository === 'facebook' ? 'channels/facebook' : 'directory'}/metadata/${version}.root.json`, bytes());
const otherKind = (key: JsonObject) =>
  rootEdit((signed) =>
    keys((all) => ({ ...all, ['c'.repeat(64)]: key }))(
      role('targets', (from) => ({ ...from, keyids: [...(from.keyids as string[]), 'c'.repeat(64)] }))(signed),
    ),
  );

// biome-ignore format: one case a line
export const rootAttacks: readonly Attack[] = [
  ['root signed by two of three', bad, roots({ signers: two })],
  ['root signed by three editors', bad, roots({ signers: facebook.slice(0, 3) })],
  ['root signed by strangers', bad, roots({ signers: strangers.slice(0, 3) })],
  ['root of strangers signed by strangers', bad, roots({ stewards: strangers, signers: strangers.slice(0, 3) })],
  ['root of strangers signed by the stewards only', bad, roots({ stewards: strangers, signers: three })],
  ['root of strangers signed by two stewards and by strangers', bad, roots({ stewards: strangers, signers: [...two, ...strangers.slice(0, 3)] })],
  ['root with one steward under three ids', bad, oneStewardThrice],
  ['root lowers its own threshold and is signed by one', bad, roots({ thresholds: { root: 1 }, signers: stewards.slice(0, 1) })],
  ['root lowers the editors’ threshold, signed by one editor', bad, roots({ thresholds: { targets: 1, snapshot: 1 }, signers: facebook.slice(0, 1) })],
  ['root raises its own threshold above those who signed', bad, roots({ thresholds: { root: 4 }, signers: three })],
  ['root raises its threshold above the keys there are', bad, roots({ thresholds: { root: 9 }, signers: stewards })],
  ['root says version 1 again', bad, roots({ version: 1 })],
  ['root skips to version 3', bad, roots({ version: 3 })],
  ['root jumps to the largest version', bad, roots({ version: Number.MAX_SAFE_INTEGER })],
  ['root without anybody', bad, swap('facebook', 2, () => sealed(JSON.parse('{"_type":"root","spec_version":"1.0.31","version":2,"expires":"2039-01-01T00:00:00Z","consistent_snapshot":true,"keys":{},"roles":{"root":{"keyids":[],"threshold":1},"targets":{"keyids":[],"threshold":1},"snapshot":{"keyids":[],"threshold":1},"timestamp":{"keyids":[],"threshold":1}}}') as JsonObject, three))],
  ['the next root of another channel, whose editors sign', bad, strayRoot('facebook', 'x')],
  ['the next root of the directory, whose stewards sign', bad, strayRoot('facebook', 'directory')],
  ['the next root of a channel in the directory, which its editors sign', bad, strayRoot('directory', 'facebook'), 'directory'],
  ['third root is forged, the second is good', bad, roots({}, { stewards: strangers, signers: strangers.slice(0, 3) })],
  ['third root is signed by those the second removed', bad, roots({ stewards: newcomers, signers: [...three, ...newcomers.slice(0, 3)] }, { signers: three })],
  ['fourth root is there, third is missing', good, (share) => { share.roots('facebook', {}, {}, {}); share.files.delete('channels/facebook/metadata/3.root.json'); }],
  ['fourth root is there, third is missing, and its people sign', half, (share) => { rotated(newcomers, [{}, {}, { editors: newcomers }])(share); share.files.delete('channels/facebook/metadata/3.root.json'); }],
  ['second root is missing and the new people sign', bad, (share) => { rotated(newcomers, [{ editors: newcomers }])(share); share.files.delete('channels/facebook/metadata/2.root.json'); }],
  ['threshold 0', form, threshold(0)],
  ['threshold -1', form, threshold(-1)],
  ['threshold 1.5', form, threshold(1.5)],
  ['threshold "2"', form, threshold('2')],
  ['threshold null', form, threshold(null)],
  ['threshold above every number', form, threshold(1e300)],
  ['threshold higher than the keys', bad, threshold(6)],
  ['no keys for targets', bad, rootEdit(role('targets', (from) => ({ ...from, keyids: [] })))],
  ['one key id twice for targets', form, rootEdit(role('targets', (from) => ({ ...from, keyids: [...(from.keyids as string[]), (from.keyids as string[])[0] as string] })))],
  ['key ids that are no list', form, rootEdit(role('targets', (from) => ({ ...from, keyids: 'all' })))],
  ['key ids that are numbers', form, rootEdit(role('targets', (from) => ({ ...from, keyids: [1, 2] })))],
  ['no role for snapshot', form, rootEdit((signed) => ({ ...signed, roles: Object.fromEntries(Object.entries(signed.roles as JsonObject).filter(([name]) => name !== 'snapshot')) }))],
  ['roles that are null', form, rootEdit(withFields({ roles: null }))],
  ['roles that are a list', form, rootEdit(withFields({ roles: [] }))],
  ['a role called __proto__ beside', good, rootEdit((signed) => ({ ...signed, roles: { ...(JSON.parse('{"__proto__":{"keyids":[],"threshold":1}}') as JsonObject), ...(signed.roles as JsonObject) } }))],
  ['keys that are null', form, rootEdit(withFields({ keys: null }))],
  ['keys that are a list of keys', bad, rootEdit((signed) => ({ ...signed, keys: Object.values(signed.keys as JsonObject) }))],
  ['a key that is null', form, rootEdit(keys((all) => ({ ...all, other: null })))],
  ['a key without a value', form, rootEdit(keys((all) => ({ ...all, other: { keytype: 'ed25519', scheme: 'ed25519' } })))],
  ['a key called __proto__', good, rootEdit(keys((all) => ({ ...(JSON.parse('{"__proto__":{"keytype":"ed25519","scheme":"ed25519","keyval":{"public":"00"}}}') as JsonObject), ...all })))],
  ['keys called by numbers', good, rootEdit(keys((all) => ({ ...all, 7: { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: '00' } } })))],
  ['a key of a kind we do not know', good, otherKind({ keytype: 'ed448', scheme: 'ed448', keyval: { public: '00' } })],
  ['a key that is no point of the curve', good, otherKind({ keytype: 'ed25519', scheme: 'ed25519', keyval: { public: 'ff'.repeat(32) } })],
  ['a key that is too short', good, otherKind({ keytype: 'ed25519', scheme: 'ed25519', keyval: { public: 'ab' } })],
  ['one editor’s key under two ids signs alone', bad, oneKeyTwice],
  ['one editor’s key in small and capital letters signs alone', bad, oneKeyInCapitals],
  ['no consistent snapshots', form, rootEdit(withFields({ consistent_snapshot: false }))],
  ['consistent_snapshot as text', form, rootEdit(withFields({ consistent_snapshot: 'true' }))],
  ['root expired yesterday', 'imported ROOT_STALE', roots({ expires: new Date(now.getTime() - dayMs) })],
  ['root never expires', form, rootEdit(withFields({ expires: 'never' }))],
  ['root of specification 2', 'APP_TOO_OLD', rootEdit(withFields({ spec_version: '2.0.0' }))],
  ['root has an unknown field __proto__', good, rootEdit((signed) => ({ ...(JSON.parse('{"__proto__":{"version":9}}') as JsonObject), ...signed }))],
  ['the group is replaced and signs', good, rotated(newcomers, [{ editors: newcomers }])],
  ['the group is replaced, the old one signs', bad, roots({ editors: newcomers })],
  ['the group is replaced, one of each signs', bad, rotated(newcomers, [{ editors: newcomers }], { signers: { targets: [facebook[0] as never, newcomers[0] as never], timestamp: newcomers.slice(0, 1), snapshot: newcomers.slice(0, 2) } })],
  ['a stolen timestamp key after its revocation', bad, rotated(facebook, [{ edit: role('timestamp', (from) => ({ ...from, keyids: (from.keyids as string[]).slice(1) })) }])],
  ['five rotations at once', good, roots({}, {}, {}, {}, {})],
  ['stewards are replaced over two roots', good, roots({ stewards: newcomers, signers: [...three, ...newcomers.slice(0, 3)] }, { stewards: newcomers, signers: newcomers.slice(0, 3) })],
  ['recovery: new keys may publish a lower version', good, rotated(newcomers, [{ editors: newcomers, edit: role('timestamp', (from) => ({ ...from, keyids: newcomers.map(({ keyid }) => keyid) })) }], { version: heldVersion - 10 }), 'facebook', 'floors fall'],
  ['an added key does not let versions fall', 'ROLLED_BACK', rotated(facebook, [{ editors: [...facebook, ...newcomers.slice(0, 1)] }], { version: heldVersion - 10 })],
  ['first root swapped on the share only', good, swap('facebook', 1, () => share1(strangers))],
  ['first root missing on the share', good, (share) => void share.files.delete('channels/facebook/metadata/1.root.json')],
  ['directory’s first root swapped on the share only', good, swap('directory', 1, () => share1(strangers))],
];

function share1(people: typeof strangers): Uint8Array {
  return sealed({ _type: 'root', version: 1, note: offeredVersion }, people);
}
