// Metadata that the right people signed and that must be refused all the same, or taken with a warning: what a
// stolen key, a broken tool or a wrong clock can make. All files agree with each other, so that only the named fault
// can be the reason.
import { dayMs } from '../../content/core/publish/roles.ts';
import type { JsonObject, JsonValue } from '../../content/core/trust/read-json.ts';
import type { Attack, Offer } from '../support/attack.ts';
import { type EditionChoice, filesOf, groups, heldVersion, offeredVersion } from '../support/attack-scene.ts';
import { type Edit, now, nowVersion, withFields } from '../support/signed-repository.ts';

const [half, bad, form, back] = ['INCOMPLETE', 'TAMPERED', 'MALFORMED', 'ROLLED_BACK'] as const;
const good = 'imported';
type SignedRole = 'timestamp' | 'snapshot' | 'targets';
const roles: readonly SignedRole[] = ['timestamp', 'snapshot', 'targets'];

const offer =
  (choice: EditionChoice) =>
  (share: Offer): void =>
    share.edition('facebook', choice);
const editing = (role: SignedRole, edit: Edit) => offer({ edit: { [role]: edit } });
const without =
  (name: string): Edit =>
  (signed) =>
    Object.fromEntries(Object.entries(signed).filter(([key]) => key !== name));
const takeFrom =
  (repository: 'x' | 'directory') =>
  (share: Offer): void => {
    for (const role of roles) share.change(share.at('facebook', role), () => share.bytes(share.at(repository, role)));
  };
/** An own key that an object literal would not make. */
const parsed = (text: string) => JSON.parse(text) as JsonObject;
const meta = (value: JsonValue) => withFields({ meta: value });
const at = (days: number) => `${new Date(now.getTime() + days * dayMs).toISOString().slice(0, 19)}Z`;
const [one, two, ten] = [groups.facebook.slice(0, 1), groups.facebook.slice(0, 2), groups.strangers];
const spoilt = two.map(({ keyid, sign }) => ({ keyid, sign: (bytes: Uint8Array) => sign(bytes.slice(1)) }));

// A version decides names and links, so these go in by the front door; what is no version is written over the good one.
const badVersions: readonly JsonValue[] = [0, -1, '5', null, true, [], 2 ** 53, 1e300];
// What looks like "for ever" to a careless reader (trust.md section 2, finding 2).
// biome-ignore format: one list a line
const badDates: readonly JsonValue[] = ['never', '', null, 0, 4_102_444_800, {}, '2039-01-01', '2039-01-01T00:00:00', '2039-01-01T00:00:00+00:00', '2039-01-01T00:00:00.000Z', '2039-13-01T00:00:00Z', '2039-02-30T00:00:00Z', '+275760-09-13T00:00:00Z', '2039-01-01t00:00:00z', ' 2039-01-01T00:00:00Z', 'Infinity'];
// biome-ignore format: one list a line
const badSpecs: readonly (readonly [JsonValue, string])[] = [['2.0.0', 'APP_TOO_OLD'], ['2.0', 'APP_TOO_OLD'], ['10.1.0', 'APP_TOO_OLD'], ['1.0.99', good], ['1.9', good], ['0.9.0', form], ['1', form], ['1.x', form], ['', form], [1, form], [null, form], ['1.0.0.0', form], [' 1.0.0', form], ['1.0.0\n', form], ['constructor', form]];
// biome-ignore format: one list a line
const strangeKeys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '0', '7', '-1', '\ud800', 'ÅÅ', 'Å', '\u0000', 'a"b', 'a\\b', '\u2028'];

// biome-ignore format: one case a line
const everyRole: readonly Attack[] = roles.flatMap((role): Attack[] => [
  [`${role} is signed by strangers`, bad, offer({ signers: { [role]: ten } })],
  [`${role} is signed by nobody`, bad, offer({ signers: { [role]: [] } })],
  [`${role} is signed by another channel’s editors`, bad, offer({ signers: { [role]: groups.x } })],
  [`${role} is signed over other bytes`, bad, offer({ signers: { [role]: spoilt } })],
  [`${role} has no expires`, form, editing(role, without('expires'))],
  [`${role} has no version`, form, editing(role, without('version'))],
  [`${role} has no type`, form, editing(role, without('_type'))],
  [`${role} has no spec_version`, form, editing(role, without('spec_version'))],
  [`${role} calls itself root`, form, editing(role, withFields({ _type: 'root' }))],
  [`${role} calls itself ${role.toUpperCase()}`, form, editing(role, withFields({ _type: role.toUpperCase() }))],
  [`${role} calls itself __proto__`, form, editing(role, withFields({ _type: '__proto__' }))],
  [`${role} has a list for a type`, form, editing(role, withFields({ _type: [role] }))],
  ...badVersions.map((version): Attack => [`${role} has version ${JSON.stringify(version)}`, form, editing(role, withFields({ version }))]),
  ...badDates.map((expires): Attack => [`${role} expires ${JSON.stringify(expires)}`, form, editing(role, withFields({ expires }))]),
  ...badSpecs.map(([value, code]): Attack => [`${role} has specification ${JSON.stringify(value)}`, code, editing(role, withFields({ spec_version: value }))]),
  ...strangeKeys.map((key): Attack => [`${role} has an unknown field ${JSON.stringify(key)}`, good, editing(role, (signed) => ({ ...parsed(`{${JSON.stringify(key)}:{"x":1}}`), ...signed }))]),
  [`${role} expires in the year 9999`, good, editing(role, withFields({ expires: '9999-12-31T23:59:59Z' }))],
]);

// biome-ignore format: one case a line
export const signedAttacks: readonly Attack[] = [
  ...everyRole,
  ['timestamp expired yesterday', 'imported STALE', editing('timestamp', withFields({ expires: at(-1) }))],
  ['timestamp expires this second', 'imported STALE', editing('timestamp', withFields({ expires: at(0) }))],
  ['snapshot expired yesterday', 'imported STALE', editing('snapshot', withFields({ expires: at(-1) }))],
  ['targets expired yesterday', 'imported REVIEW_OVERDUE', editing('targets', withFields({ expires: at(-1) }))],
  ['everything expired in 1970', 'imported STALE REVIEW_OVERDUE', offer({ expires: new Date(0) })],
  ['targets signed by one of two', bad, offer({ signers: { targets: one } })],
  ['snapshot signed by one of two', bad, offer({ signers: { snapshot: one } })],
  ['targets signed by one editor and one stranger', bad, offer({ signers: { targets: [...one, ...ten.slice(0, 1)] } })],
  ['snapshot signed by one editor and one steward', bad, offer({ signers: { snapshot: [...one, ...groups.stewards.slice(0, 1)] } })],
  ['targets signed by five stewards', bad, offer({ signers: { targets: groups.stewards } })],
  ['timestamp signed by a steward', good, offer({ signers: { timestamp: groups.stewards.slice(4) } })],
  ['targets signed by all five', good, offer({ signers: { targets: groups.facebook } })],
  ['one good and one spoilt signature', bad, offer({ signers: { targets: [...one, ...spoilt.slice(1)] } })],
  ['two good and one spoilt signature', good, offer({ signers: { targets: [...two, { keyid: 'other', sign: () => '00' }] } })],
  ['timestamp one older than held', back, offer({ timestampVersion: heldVersion - 1 })],
  ['timestamp of version 1', back, offer({ timestampVersion: 1 })],
  ['timestamp as held but with other content', 'current', offer({ timestampVersion: heldVersion })],
  ['timestamp newer, snapshot one older than held', back, offer({ version: heldVersion - 1, timestampVersion: offeredVersion })],
  ['timestamp newer, snapshot of version 1', back, offer({ version: 1, timestampVersion: offeredVersion })],
  ['timestamp and snapshot newer, targets one older than held', back, offer({ version: heldVersion - 1, snapshotVersion: offeredVersion })],
  ['timestamp and snapshot newer, targets of version 1', back, offer({ version: 1, snapshotVersion: offeredVersion })],
  ['everything one older than held', back, offer({ version: heldVersion - 1 })],
  ['everything of version 1', back, offer({ version: 1 })],
  ['skips a thousand versions', good, offer({ version: offeredVersion + 30 })],
  ['is 29 days ahead of the clock', 'imported CLOCK', offer({ version: nowVersion + 29 * 86_400 })],
  ['is 31 days ahead of the clock', form, offer({ version: nowVersion + 31 * 86_400 })],
  ['timestamp is of the year 9999', form, offer({ timestampVersion: 253_370_764_800 })],
  ['timestamp is the largest version there is', form, offer({ timestampVersion: Number.MAX_SAFE_INTEGER })],
  ['snapshot is the largest version there is', form, offer({ snapshotVersion: Number.MAX_SAFE_INTEGER, timestampVersion: offeredVersion })],
  ['targets is the largest version there is', form, offer({ version: Number.MAX_SAFE_INTEGER, snapshotVersion: offeredVersion })],
  ['snapshot says another version than its timestamp', bad, editing('snapshot', withFields({ version: offeredVersion + 1 }))],
  ['snapshot says the version held', bad, editing('snapshot', withFields({ version: heldVersion }))],
  ['targets says another version than its snapshot', bad, editing('targets', withFields({ version: offeredVersion + 1 }))],
  ['targets says the version held', bad, editing('targets', withFields({ version: heldVersion }))],
  ['snapshot names no roles', form, editing('snapshot', meta({}))],
  ['snapshot drops targets for another role', form, editing('snapshot', meta({ 'other.json': { version: offeredVersion } }))],
  ['snapshot names targets without .json', form, editing('snapshot', meta({ targets: { version: offeredVersion } }))],
  ['snapshot names targets in capitals', form, editing('snapshot', meta({ 'TARGETS.json': { version: offeredVersion } }))],
  ['snapshot hides targets under __proto__', form, editing('snapshot', (signed) => ({ ...signed, meta: parsed(`{"__proto__":{"targets.json":{"version":${offeredVersion}}}}`) }))],
  ['snapshot has a list of roles', form, editing('snapshot', meta([{ 'targets.json': { version: offeredVersion } }]))],
  ['snapshot has null for roles', form, editing('snapshot', meta(null))],
  ['snapshot names targets by a text version', form, editing('snapshot', meta({ 'targets.json': { version: String(offeredVersion) } }))],
  ['snapshot names targets by version 0', form, editing('snapshot', meta({ 'targets.json': { version: 0 } }))],
  ['snapshot names targets by a negative version', form, editing('snapshot', meta({ 'targets.json': { version: -5 } }))],
  ['snapshot names targets that are not there', half, editing('snapshot', meta({ 'targets.json': { version: offeredVersion + 1 } }))],
  ['snapshot names targets by a wrong hash', bad, editing('snapshot', meta({ 'targets.json': { version: offeredVersion, hashes: { sha256: 'a'.repeat(64) } } }))],
  ['snapshot names targets by MD5 alone', form, editing('snapshot', meta({ 'targets.json': { version: offeredVersion, hashes: { md5: 'a'.repeat(32) } } }))],
  ['snapshot names targets by a hash that is none', form, editing('snapshot', meta({ 'targets.json': { version: offeredVersion, hashes: { sha256: '../../etc' } } }))],
  ['snapshot names targets as longer than they are', half, editing('snapshot', meta({ 'targets.json': { version: offeredVersion, length: 10_000 } }))],
  ['snapshot names targets as shorter than they are', bad, editing('snapshot', meta({ 'targets.json': { version: offeredVersion, length: 10 } }))],
  ['snapshot names targets by a text length', form, editing('snapshot', meta({ 'targets.json': { version: offeredVersion, length: '10' } }))],
  ['snapshot names a second role', good, editing('snapshot', meta({ 'targets.json': { version: offeredVersion }, 'more.json': { version: 1 } }))],
  ['timestamp names no snapshot', form, editing('timestamp', meta({}))],
  ['timestamp names two snapshots', good, editing('timestamp', (signed) => ({ ...signed, meta: { ...(signed.meta as JsonObject), 'other.json': { version: 1 } } }))],
  ['timestamp has no meta', form, editing('timestamp', without('meta'))],
  ['timestamp has a list for meta', form, editing('timestamp', meta([]))],
  ['timestamp names the snapshot held, which is as it was', good, (share) => share.edition('facebook', { version: heldVersion, timestampVersion: offeredVersion, files: filesOf('facebook', 'held') })],
  ['timestamp names a snapshot that is not there', half, editing('timestamp', meta({ 'snapshot.json': { version: offeredVersion + 5 } }))],
  ['timestamp names a snapshot of a length above every limit', half, editing('timestamp', meta({ 'snapshot.json': { version: offeredVersion, length: 2 ** 40 } }))],
  ['timestamp of one edition, snapshot of another', bad, (share) => share.change(share.at('facebook', 'snapshot'), () => share.bytes(`channels/facebook/metadata/${heldVersion}.snapshot.json`))],
  ['targets of one edition under the snapshot of another', bad, (share) => share.change(share.at('facebook', 'targets'), () => share.bytes(`channels/facebook/metadata/${heldVersion}.targets.json`))],
  ['another channel’s whole metadata', bad, takeFrom('x')],
  ['the directory’s whole metadata', bad, takeFrom('directory')],
];
