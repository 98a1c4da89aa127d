// Files spoilt after they were signed, by whoever can write to the share: every kind of damage to every role's file
// of a channel and of the directory. One line a kind, with the code for each of the four roles in turn.
import { decodeUtf8, encodeUtf8 } from '../../content/core/base/utf8.ts';
import type { RoleName } from '../../content/core/trust/metadata.ts';
import type { JsonObject, JsonValue } from '../../content/core/trust/read-json.ts';
import type { Attack } from '../support/attack.ts';
import { type Entry, groups, type RepositoryName, signaturesOf } from '../support/attack-scene.ts';

type Spoil = (bytes: Uint8Array, other: Uint8Array) => Entry | null;
type Sig = { readonly keyid: string; readonly sig: string };
type File = { signatures: Sig[]; signed: Record<string, JsonValue> } & Record<string, unknown>;

const textOf = (bytes: Uint8Array) => decodeUtf8(bytes) ?? '';
const text =
  (make: (text: string) => string): Spoil =>
  (bytes) =>
    encodeUtf8(make(textOf(bytes)));
const json =
  (make: (file: File) => unknown): Spoil =>
  (bytes) =>
    encodeUtf8(JSON.stringify(make(JSON.parse(textOf(bytes)) as File)));
const signed = (add: (signed: File['signed']) => File['signed']) =>
  json((file) => ({ ...file, signed: { ...file.signed, ...add(file.signed) } }));
const sigs = (make: (list: Sig[], file: File) => unknown) => json((file) => ({ ...file, signatures: make(file.signatures, file) }));
const changed = (make: (sig: string) => string) => sigs((list) => list.map(({ keyid, sig }) => ({ keyid, sig: make(sig) })));
const bytes = (make: (bytes: Uint8Array) => Uint8Array): Spoil => make;
const raw = (value: string): Spoil => text(() => value);

/** Bytes of one role's limit and one more. */
const overLimit = 4 * 1024 * 1024 + 1;
const strangers = (part: JsonObject) => signaturesOf(part, groups.strangers.slice(0, 3));
const firstHex = (digits: string) => (digits.startsWith('0') ? '1' : '0') + digits.slice(1);
const flip = (at: (length: number) => number, bit: number): Spoil =>
  bytes((from) => {
    const copy = Uint8Array.from(from);
    copy[at(from.length)] = (copy[at(from.length)] as number) ^ (1 << bit);
    return copy;
  });

// A snapshot is named by length and hash in its timestamp: short is INCOMPLETE and anything else TAMPERED before it is
// read. A second root that is not there is no fault: there may be none.
const [ok, half, bad, form, large] = ['good', 'INCOMPLETE', 'TAMPERED', 'MALFORMED', 'TOO_LARGE'] as const;
type Row = readonly [name: string, root: string, timestamp: string, snapshot: string, targets: string, spoil: Spoil];

// biome-ignore format: one case a line
const rows: readonly Row[] = [
  ['is missing', ok, half, half, half, () => null],
  ['has 0 bytes', half, half, half, half, raw('')],
  ['is cut in half', half, half, half, half, bytes((from) => from.slice(0, from.length / 2))],
  ['lacks its last byte', half, half, half, half, bytes((from) => from.slice(0, -1))],
  ['lacks its first byte', half, half, half, half, bytes((from) => from.slice(1))],
  ['is all zeroes at full length', half, half, bad, half, bytes((from) => new Uint8Array(from.length))],
  ['is zeroes from the middle on', half, half, bad, half, bytes((from) => new Uint8Array(from.length).fill(0).map((_, at) => (at < from.length / 2 ? (from[at] as number) : 0)))],
  ['stands there twice over', half, half, bad, half, text((from) => from + from)],
  ['is not JSON', half, half, half, half, raw('<html>Please log in</html>')],
  ['is {}', form, form, half, form, raw('{}')],
  ['is null', form, form, half, form, raw('null')],
  ['is a list', form, form, half, form, raw('[]')],
  ['is a number', form, form, half, form, raw('1')],
  ['is a text', form, form, half, form, raw('"root"')],
  ['is another role’s file', form, form, bad, form, (_, other) => other],
  ['has a bit of its first signature flipped', bad, bad, bad, bad, sigs((list) => list.map(({ keyid, sig }, at) => ({ keyid, sig: at === 0 ? firstHex(sig) : sig })))],
  ['has a letter of its type flipped', form, form, bad, form, text((from) => from.replace(/"_type":"(.)/, '"_type":"z'))],
  ['has its version edited', bad, bad, bad, bad, signed(({ version }) => ({ version: (version as number) + 1 }))],
  ['has its date edited', bad, bad, bad, bad, signed(() => ({ expires: '2039-01-01T00:00:00Z' }))],
  ['has a field added to what was signed', bad, bad, bad, bad, signed(() => ({ extra: 1 }))],
  ['has a field added outside what was signed', ok, ok, bad, ok, json((file) => ({ ...file, extra: { anything: true } }))],
  ['is indented anew', ok, ok, bad, ok, text((from) => JSON.stringify(JSON.parse(from), null, 2))],
  ['has its keys in another order', ok, ok, bad, ok, json((file) => ({ signed: Object.fromEntries(Object.entries(file.signed).reverse()), signatures: file.signatures }))],
  ['begins with a byte order mark', half, half, bad, half, text((from) => `\uFEFF${from}`)],
  ['ends with a NUL', half, half, bad, half, text((from) => `${from}\0`)],
  ['ends with a line end', ok, ok, bad, ok, text((from) => `${from}\r\n`)],
  ['is UTF-16', half, half, bad, half, (from) => Buffer.from(textOf(from), 'utf16le')],
  ['holds a byte that is not UTF-8', half, half, bad, half, flip((length) => length >> 1, 7)],
  ['is larger than its limit', large, large, bad, large, text((from) => from + ' '.repeat(overLimit))],
  ['nests a thousand deep', large, large, bad, large, text((from) => `{"a":${'['.repeat(1000)}${']'.repeat(1000)},${from.slice(1)}`)],
  ['nests a thousand deep in the signed part', large, large, bad, large, text((from) => from.replace('"signed":{', `"signed":{"a":${'['.repeat(1000)}${']'.repeat(1000)},`))],
  ['has no signatures', bad, bad, half, bad, sigs(() => [])],
  ['lacks one signature', bad, bad, half, bad, sigs((list) => list.slice(0, -1))],
  ['has one signature twice', form, form, bad, form, sigs((list) => [...list, list[0]])],
  ['has one signature twice and lacks another', form, form, bad, form, sigs((list) => [list[0], list[0], list[0]])],
  ['has its signatures exchanged between the keys', bad, bad, bad, bad, sigs((list) => list.map(({ keyid }, at) => ({ keyid, sig: firstHex(list[list.length - 1 - at]?.sig ?? '') })))],
  ['is signed by strangers', bad, bad, bad, bad, sigs((_, file) => strangers(file.signed))],
  ['is signed by strangers under the group’s key ids', bad, bad, bad, bad, sigs((list, file) => list.map(({ keyid }, at) => ({ keyid, sig: strangers(file.signed)[at]?.sig })))],
  ['has strangers’ signatures beside the good ones', ok, ok, bad, ok, sigs((list, file) => [...list, ...strangers(file.signed)])],
  ['has a hundred strangers’ signatures', form, form, bad, form, sigs((list) => [...list, ...Array.from({ length: 100 }, (_, at) => ({ keyid: `k${at}`, sig: '00' }))])],
  ['has signatures that are no list', form, form, half, form, sigs(() => ({}))],
  ['has a signature that is null', form, form, bad, form, sigs((list) => [...list, null])],
  ['has a signature that is a number', form, form, bad, form, sigs((list) => [...list, { keyid: 'a', sig: 1 }])],
  ['has signatures that are not hexadecimal', bad, bad, bad, bad, changed((sig) => 'z'.repeat(sig.length))],
  ['has empty signatures', bad, bad, half, bad, changed(() => '')],
  ['has signatures in capitals', ok, ok, bad, ok, changed((sig) => sig.toUpperCase())],
  ['says everything twice, the forged part first', ok, ok, bad, ok, text((from) => from.replace('"signed":', '"signed":{"_type":"forged"},"signed":'))],
  ['says everything twice, the forged part last', form, form, bad, form, text((from) => `${from.slice(0, -1)},"signed":{"_type":"forged"}}`)],
  ['says its version twice, the forged one last', bad, bad, bad, bad, text((from) => from.replace(/"version":(\d+)\}(?!\})/, '"version":$1,"version":9$1}').replace(/\}\}$/, ',"version":1}}'))],
  ['hides its signed part under __proto__', form, form, bad, form, text((from) => from.replace('"signed":', '"__proto__":{},"sign":'))],
  ['brings a __proto__ beside', ok, ok, bad, ok, text((from) => `{"__proto__":{"version":9},"constructor":1,"toString":2,"7":3,${from.slice(1)}`)],
  ['is a link to a file outside', form, form, form, form, () => ({ link: '/etc/hostname' })],
  ['is a link to itself', form, form, form, form, () => ({ link: 'timestamp.json' })],
  ['is a folder', form, form, form, form, () => 'folder'],
  ['is a named pipe', form, form, form, form, () => 'fifo'],
];

const roles: readonly RoleName[] = ['root', 'timestamp', 'snapshot', 'targets'];
const others: Readonly<Record<RoleName, RoleName>> = { root: 'timestamp', timestamp: 'snapshot', snapshot: 'targets', targets: 'snapshot' };
const repositories: readonly RepositoryName[] = ['facebook', 'directory'];

export const fileAttacks: readonly Attack[] = repositories.flatMap((repository) =>
  rows.flatMap(([name, ...rest]) =>
    roles.map((role, column): Attack => {
      const [spoil, expected] = [rest[4], rest[column] as string];
      const where = repository === 'directory' ? 'directory' : 'facebook';
      return [
        `${repository}: ${role} ${name}`,
        expected === ok ? (where === 'directory' ? 'fine' : 'imported') : expected,
        (offer) => offer.change(offer.at(repository, role), (from) => spoil(from, offer.bytes(offer.at(repository, others[role])))),
        where,
      ];
    }),
  ),
);
