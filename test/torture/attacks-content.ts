// Attacks on what is signed for: names of files, the files themselves, the index that says what they are, and what
// lies beside them that nobody signed.
import { encodeUtf8 } from '../../content/core/base/utf8.ts';
import type { JsonObject, JsonValue } from '../../content/core/trust/read-json.ts';
import type { Attack, Offer } from '../support/attack.ts';
import { type Entry, filesOf, heldVersion, tufCanonical } from '../support/attack-scene.ts';
import type { Edit } from '../support/signed-repository.ts';

const [half, bad, form, large] = ['INCOMPLETE', 'TAMPERED', 'MALFORMED', 'TOO_LARGE'] as const;
const good = 'imported';

const targets =
  (edit: (targets: JsonObject) => JsonValue) =>
  (share: Offer): void =>
    share.edition('facebook', {
      edit: { targets: ((signed) => ({ ...signed, targets: edit(signed.targets as JsonObject) })) satisfies Edit },
    });
const entry = { length: 1, hashes: { sha256: 'a'.repeat(64) } };
const own = (name: string, value: JsonValue = entry) => JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`) as JsonObject;
const named = (name: string): Attack => [
  `a target called ${JSON.stringify(name).slice(0, 40)} (${name.length})`,
  form,
  targets((all) => ({ ...all, ...Object.fromEntries(Object.entries(own(name))), ...own(name) })),
];

// trust.md 1.4 row 21 and 1.5: one such name refuses the whole file.
// biome-ignore format: one case a line
const badNames = [
  '../evil.md', '../../../../etc/passwd', '..', '.', '...', 'a/../b.md', '/etc/passwd', '//server/share', '\\\\server\\share\\a.md', '..\\evil.md', 'a\\b.md',
  'c:evil.md', 'c:\\evil.md', 'a.md:stream', '%2e%2e%2fevil.md', '%2e%2e/evil.md', 'a%00.md', 'a\u0000.md', 'a.md\u0000', 'a?.md', 'a#b.md', 'a*.md', 'a|b.md', 'a<b.md', 'a"b.md',
  'con', 'con.md', 'CON', 'aux.md', 'nul', 'nul.txt', 'prn.md', 'com0.md', 'com1.md', 'com9', 'lpt1.md', 'lpt9.tar.gz', 'COM1.md',
  'trailing.', 'trailing..', 'two..dots.md', 'trailing ', ' leading.md', 'in side.md', 'tab\t.md', 'line\n.md', 'return\r.md',
  'Upper.md', 'PAGE.MD', 'é.md', 'e\u0301.md', 'ﬁ.md', 'ａ.md', '\u202egpj.md', '\ud800.md', '\udc00', '😀.md', '',
  '.hidden', '-dash.md', '_under.md', `${'a'.repeat(62)}.md`, 'a'.repeat(66), 'a'.repeat(4096), 'folder/page.md', 'https://example.invalid/a.md', 'file:a.md',
  'hasOwnProperty', 'toString', '__proto__', 'a,b.md', 'a;b.md', 'a=b.md', 'a&b.md', '$a.md', '~a.md', '~$a.md',
];
// Odd, but plain files on every system we meet: to be copied like the rest.
const goodNames = [
  'constructor',
  '0',
  '7',
  '00.md',
  'a',
  'a.b.c.d',
  `${'a'.repeat(61)}.md`,
  'console.md',
  'com.md',
  'lpt.md',
  'com10.md',
  'nulls.md',
  'a-b_c.md',
  'evil.asar',
  'timestamp.json',
  'a.lnk',
];

const blob = (name: string, make: (bytes: Uint8Array) => Entry | null) => (share: Offer) => share.change(share.blob(name), make);
const longer = (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from('!')]);
const other = (bytes: Uint8Array) => bytes.map((byte, at) => (at === 0 ? byte ^ 1 : byte));
// biome-ignore format: one case a line
const spoiltBlobs: readonly (readonly [string, string, string, (bytes: Uint8Array) => Entry | null])[] = [
  ['is missing', half, half, () => null],
  ['has 0 bytes', half, half, () => new Uint8Array()],
  ['is one byte short', half, half, (bytes) => bytes.slice(0, -1)],
  ['is half there', half, half, (bytes) => bytes.slice(0, bytes.length / 2)],
  ['is one byte long', bad, bad, longer],
  ['is a megabyte long', bad, bad, (bytes) => Buffer.concat([bytes, Buffer.alloc(1024 * 1024)])],
  ['has one bit changed', bad, bad, other],
  ['is zeroes at full length', bad, bad, (bytes) => new Uint8Array(bytes.length)],
  ['is a link to a file outside', form, form, () => ({ link: '/etc/hostname' })],
  ['is a link to nowhere', form, form, () => ({ link: 'gone' })],
  ['is a folder', form, form, () => 'folder'],
  // The index is read with a look at what it is; the many others are not, and a pipe without a writer is just empty.
  ['is a named pipe', form, half, () => 'fifo'],
];

const index =
  (change: (index: Record<string, JsonValue>) => JsonValue | string) =>
  (share: Offer): void => {
    const files = filesOf('facebook').map((file) => {
      if (file.name !== 'index.json') return file;
      const made = change(JSON.parse(Buffer.from(file.bytes).toString()) as Record<string, JsonValue>);
      return { ...file, bytes: encodeUtf8(typeof made === 'string' ? made : tufCanonical(made)) };
    });
    share.edition('facebook', { files });
  };
const set = (field: string, value: JsonValue) => index((from) => ({ ...from, [field]: value }));
const guide = (change: (guide: Record<string, JsonValue>) => JsonValue) =>
  index((from) => ({ ...from, guides: (from.guides as Record<string, JsonValue>[]).map(change) }));
const pack = (field: string, value: JsonValue) => index((from) => ({ ...from, pack: { ...(from.pack as JsonObject), [field]: value } }));

const beside =
  (...names: readonly string[]) =>
  (share: Offer): void => {
    for (const name of names)
      for (const folder of ['metadata', 'targets']) share.files.set(`channels/facebook/${folder}/${name}`, encodeUtf8('evil'));
  };

// biome-ignore format: one case a line
export const contentAttacks: readonly Attack[] = [
  ...badNames.map(named),
  ...goodNames.map((name): Attack => [`a target called ${name.slice(0, 30)}`, good, (share) => share.edition('facebook', { files: [...filesOf('facebook'), { name, bytes: encodeUtf8('plain') }] })]),
  ...['index.json', 'facebook-1.md'].flatMap((name) => spoiltBlobs.map(([what, ofIndex, ofOthers, make]): Attack => [`${name} ${what}`, name === 'index.json' ? ofIndex : ofOthers, blob(name, make)])),
  // Held already with the same digest: not even looked at.
  ...spoiltBlobs.map(([what, , , make]): Attack => [`dot.png ${what}`, good, blob('dot.png', make)]),
  ['every blob is missing', half, (share) => { for (const name of [...share.files.keys()]) if (name.startsWith('channels/facebook/targets/')) share.files.delete(name); }],
  ['two blobs are exchanged', bad, (share) => { const [one, two] = ['facebook-1.md', 'facebook-2.md'].map((name) => share.blob(name)) as [string, string]; const kept = share.bytes(one); share.change(one, () => share.bytes(two)); share.change(two, () => kept); }],
  ['a guide in place of the one before', half, (share) => share.change(share.blob('facebook-1.md'), () => encodeUtf8('# Page\n\nOpen it.\n'))],
  ['the folder of blobs is a link', form, (share) => { for (const name of [...share.files.keys()]) if (name.startsWith('channels/facebook/targets/')) share.files.delete(name); share.files.set('channels/facebook/targets', { link: '/etc' }); }],
  ['the folder of metadata is a link', form, (share) => { for (const name of [...share.files.keys()]) if (name.startsWith('channels/facebook/metadata/')) share.files.delete(name); share.files.set('channels/facebook/metadata', { link: '../x/metadata' }); }],
  ['the folder of the channel is a link', form, (share) => { for (const name of [...share.files.keys()]) if (name.startsWith('channels/facebook/')) share.files.delete(name); share.files.set('channels/facebook', { link: 'x' }); }],
  ['the folder of the channel is a file', half, (share) => { for (const name of [...share.files.keys()]) if (name.startsWith('channels/facebook/')) share.files.delete(name); share.files.set('channels/facebook', encodeUtf8('x')); }],
  ['the folder of the channel is gone', half, (share) => { for (const name of [...share.files.keys()]) if (name.startsWith('channels/facebook/')) share.files.delete(name); }],
  ['targets are a list', form, targets((all) => Object.values(all))],
  ['targets are null', form, targets(() => null)],
  ['targets are none', form, targets(() => ({}))],
  ['a target that is null', form, targets((all) => ({ ...all, 'a.md': null }))],
  ['a target without hashes', form, targets((all) => ({ ...all, 'a.md': { length: 1 } }))],
  ['a target with MD5 alone', form, targets((all) => ({ ...all, 'a.md': { length: 1, hashes: { md5: 'a'.repeat(32) } } }))],
  ['a target with a hash in capitals', form, targets((all) => ({ ...all, 'a.md': { length: 1, hashes: { sha256: 'A'.repeat(64) } } }))],
  ['a target with a hash that is a path', form, targets((all) => ({ ...all, 'a.md': { length: 1, hashes: { sha256: `../${'a'.repeat(61)}` } } }))],
  ['a target of negative length', form, targets((all) => ({ ...all, 'a.md': { ...entry, length: -1 } }))],
  ['a target of half a byte', form, targets((all) => ({ ...all, 'a.md': { ...entry, length: 0.5 } }))],
  ['a target of a text length', form, targets((all) => ({ ...all, 'a.md': { ...entry, length: '1' } }))],
  ['a target of 33 MB', large, targets((all) => ({ ...all, 'a.md': { ...entry, length: 33 * 1024 * 1024 } }))],
  ['a target of 2^53 bytes', form, targets((all) => ({ ...all, 'a.md': { ...entry, length: 2 ** 53 } }))],
  ['targets of 544 MB in all', large, targets((all) => ({ ...all, ...Object.fromEntries(Array.from({ length: 17 }, (_, at) => [`a${at}.md`, { ...entry, length: 32 * 1024 * 1024 }])) }))],
  ['5,001 targets', large, targets((all) => ({ ...all, ...Object.fromEntries(Array.from({ length: 5_001 }, (_, at) => [`a${at}.md`, entry])) }))],
  ['a target whose blob nobody has', half, targets((all) => ({ ...all, 'a.md': entry }))],
  ['no index', form, targets((all) => Object.fromEntries(Object.entries(all).filter(([name]) => name !== 'index.json')))],
  ['an index that is not JSON', form, index(() => 'hello')],
  ['an index that is null', form, index(() => 'null')],
  ['an index of a later format', 'APP_TOO_OLD', set('format', 99)],
  ['an index of no format', form, set('format', 0)],
  ['an index that nests too deeply', form, index((from) => ({ ...from, more: JSON.parse('['.repeat(50) + ']'.repeat(50)) as JsonValue }))],
  ['an index without guides', form, set('guides', null)],
  ['an index of another channel', form, pack('channel', 'x')],
  ['an index with a channel that is a path', form, pack('channel', '../x')],
  ['an index that starts at a guide that is not there', form, pack('start', 'gone')],
  ['an index with one guide twice', form, index((from) => ({ ...from, guides: [...(from.guides as JsonValue[]), (from.guides as JsonValue[])[0] as JsonValue] }))],
  ['a guide in a file that is a path', form, guide((from) => ({ ...from, file: '../../page.md' }))],
  ['a guide in a file that nobody signed', form, guide((from) => ({ ...from, file: `other-${from.id}.md` }))],
  ['a guide with another digest than was signed', form, guide((from) => ({ ...from, sha256: 'b'.repeat(64) }))],
  ['a guide with another length than was signed', form, guide((from) => ({ ...from, bytes: 5 }))],
  // Which channel a guide is of is the directory's to say: the claim is passed over.
  ['a guide that claims another channel', good, guide((from) => ({ ...from, channel: 'x' }))],
  ['a guide whose id is __proto__', form, guide((from) => ({ ...from, id: '__proto__' }))],
  ['conflict copies of every file', good, beside('timestamp.sync-conflict-20261122-120000-ABCDEFG.json', 'timestamp (1).json', 'timestamp-PC0815.json', 'timestamp.json.orig')],
  ['junk of editors and systems', good, beside('Thumbs.db', 'desktop.ini', '.DS_Store', '~$index.json', '._timestamp.json', '.timestamp.json.swp', 'DfsrPrivate.tmp')],
  ['temporary files of half copies', good, beside('.timestamp.json.0123456789ab.tmp', 'timestamp.json.part', '.syncthing.timestamp.json.tmp')],
  ['files called as objects’ properties', good, beside('__proto__', 'constructor', 'toString')],
  ['roots of much later versions', good, (share) => { for (const version of [99, 100, 5000]) share.files.set(`channels/facebook/metadata/${version}.root.json`, encodeUtf8('{}')); }],
  ['a second timestamp that is newer', good, beside('timestamp.new.json')],
  ['the blobs held before are gone', good, (share) => { for (const name of [...share.files.keys()]) if (name.includes(`${heldVersion}.`)) share.files.delete(name); }],
];
