// Archives that are no bundle because of how they are put together, each as bytes and none of them right: what stands in two
// places and differs, what lies where nobody looks, what grows when it is opened.
import { gzipSync } from 'node:zlib';
import type { BundleFile } from '../../content/core/suggestion/bundle.ts';
import { none, numbers, type RawEntry, type RawParts, rawEntry, rawZip } from '../support/raw-zip.ts';
import { bombs, many } from './bundle-bombs.ts';
import { brokenNames, hostileNames } from './bundle-names.ts';

export interface HostileCase {
  readonly about: string;
  /** Made when it is its turn: some are large. */
  readonly bytes: () => Uint8Array;
  /** What is in it is odd but true, so that it is taken; else it is refused. */
  readonly isFine?: boolean;
  /** Takes a second to make: in the long form only. */
  readonly isHeavy?: boolean;
}

const megabyte = 1024 * 1024;
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const zip64End = Buffer.concat([numbers([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, 3], [8, 3], [8, 100], [8, 0])]);
const zip64Locator = numbers([4, 0x07064b50], [4, 0], [8, 0], [4, 1]);
const zip64Extra = numbers([2, 1], [2, 16], [8, 5], [8, 5]);
/** Another name, for readers that know this field (4.6.9). */
const otherName = Buffer.concat([numbers([2, 0x7075], [2, 14]), Uint8Array.of(1), numbers([4, 0]), text('other.txt')]);

/** @param files of a right bundle with one file of evidence */
export function hostileArchives(files: readonly BundleFile[]): readonly HostileCase[] {
  const good = files.map(({ name, bytes }) => rawEntry(name, bytes));
  const [first, ...rest] = good as [RawEntry, ...RawEntry[]];
  const whole = rawZip(good);
  const of = (about: string, entries: readonly RawEntry[], parts: RawParts = {}): HostileCase => ({
    about,
    bytes: () => rawZip(entries, parts),
  });
  const withFirst = (about: string, special: Partial<RawEntry>): HostileCase => of(about, [{ ...first, ...special }, ...rest]);
  const bytes = (about: string, made: () => Uint8Array): HostileCase => ({ about, bytes: made });
  const last = good.at(-1) as RawEntry;
  const added = (name: string | Uint8Array, special: Partial<RawEntry> = {}): readonly RawEntry[] => [
    ...good,
    rawEntry(name, text('x'), special),
  ];

  return [
    bytes('nothing', () => none),
    bytes('one byte', () => text('P')),
    bytes('its first two letters', () => text('PK')),
    bytes('no zip', () => text('From: somebody\n\nHello'.repeat(100))),
    bytes('a page', () => text('<!doctype html><script>alert(1)</script>')),
    bytes('packed by gzip', () => gzipSync(whole)),
    bytes('zeroes', () => new Uint8Array(4096)),
    bytes('only the end', () => rawZip([])),
    bytes('an end that speaks of files', () => rawZip([], { end: { here: 3, entries: 3 } })),
    bytes('larger than any', () => Buffer.concat([whole, Buffer.alloc(26 * megabyte)])),
    bytes('another zip behind', () => Buffer.concat([whole, whole])),
    bytes('only ends', () => Buffer.concat(Array.from({ length: 5000 }, () => rawZip([])))),

    of('bytes before', good, { prefix: text('MZ hello') }),
    of('a script before', good, { prefix: text('#!/bin/sh\n') }),
    of('a zip before', good, { prefix: whole }),
    of('a byte behind', good, { suffix: Uint8Array.of(0) }),
    of('a line behind', good, { suffix: text('\n') }),
    of('64 kB behind', good, { suffix: new Uint8Array(65_536) }),
    of('bytes before the list', good, { beforeList: text('hidden') }),
    of('bytes behind the list', good, { beforeEnd: text('hidden') }),
    of('a signature behind the list', good, { beforeEnd: numbers([4, 0x05054b50], [2, 0]) }),
    of('bytes between files', [first, ...rest.map((entry) => ({ ...entry, gap: text('hidden') }))]),
    of('a file that the list leaves out', [...good, rawEntry('hidden.txt', text('x'), { isListed: false })]),
    of('a file in front that the list leaves out', [rawEntry('hidden.txt', text('x'), { isListed: false }), ...good]),
    of('a comment', good, { end: { comment: text('hello') } }),
    of('the longest comment', good, { end: { comment: new Uint8Array(65_535) } }),
    of('an end inside the comment', good, { end: { comment: rawZip([]) } }),
    of('a whole zip in the comment', good, { end: { comment: whole } }),
    of('a comment that is longer than it says', good, { end: { comment: text('hello'), commentLength: 2 } }),
    of('a comment that is not there', good, { end: { commentLength: 5 } }),
    of('a comment of a file', [{ ...first, listed: { comment: text('hello') } }, ...rest]),
    of(
      'the longest comment of each file',
      good.map((entry) => ({ ...entry, listed: { comment: new Uint8Array(65_535) } })),
    ),

    of('the signs of zip64', good, { beforeEnd: Buffer.concat([zip64End, zip64Locator]) }),
    of('half of zip64', good, { beforeEnd: zip64Locator }),
    of('zip64 that counts otherwise', good, { beforeEnd: Buffer.concat([zip64End, zip64Locator]), end: { entries: 0xffff, here: 0xffff } }),
    of('zip64 in the last name', added(Buffer.concat([text('x'), zip64Locator]))),
    of('zip64 in the last comment', [...good.slice(0, -1), { ...last, listed: { comment: zip64Locator } }]),
    withFirst('sizes in a zip64 field', { size: 0xffffffff, packed: 0xffffffff, extra: zip64Extra }),
    withFirst('a zip64 field beside true sizes', { extra: zip64Extra }),
    withFirst('sizes that only zip64 has', { size: 0xffffffff, packed: 0xffffffff }),
    withFirst('an offset that only zip64 has', { listed: { offset: 0xffffffff } }),

    withFirst('another name in a field beside', { extra: otherName }),
    withFirst('another name in a field of the list', { listed: { extra: otherName } }),
    withFirst('a field in front of its bytes', { local: { extra: Uint8Array.of(1, 2, 0, 0) } }),
    withFirst('a torn field', { listed: { extra: Uint8Array.of(1, 2, 255, 255) } }),
    withFirst('owners and times', { extra: Buffer.concat([numbers([2, 0x5455], [2, 5]), Uint8Array.of(1), numbers([4, 1_700_000_000])]) }),

    withFirst('another name in front', { local: { name: text('suggestion.jsoN') } }),
    withFirst('a longer name in front', { local: { name: text('suggestion.json.exe') } }),
    withFirst('another size in front', { local: { size: first.size + 1 } }),
    withFirst('another packed size in front', { local: { packed: first.packed + 1 } }),
    withFirst('no sizes in front', { local: { size: 0, packed: 0, crc: 0 } }),
    withFirst('another sum in front', { local: { crc: first.crc + 1 } }),
    withFirst('another method in front', { local: { method: 0 } }),
    withFirst('other flags in front', { local: { flags: 0x800 } }),
    withFirst('another version in front', { local: { version: 10 } }),
    withFirst('another time in front', { local: { time: 0 } }),
    withFirst('another day in front', { local: { date: 0x5000 } }),
    withFirst('a broken sign in front', { local: { signature: 0x04034b51 } }),
    withFirst('a broken sign in the list', { listed: { signature: 0x02014b51 } }),
    withFirst('a time of its own', { time: 1234, date: 0x5555 }),

    withFirst('encrypted', { flags: 1 }),
    withFirst('encrypted, says the list', { listed: { flags: 1 } }),
    withFirst('strongly encrypted', { flags: 0x41 }),
    withFirst('an encrypted list', { flags: 0x2000 }),
    withFirst('sizes behind', { flags: 8 }),
    withFirst('patched data', { flags: 0x20 }),
    withFirst('flags that nobody knows', { flags: 0xc000 }),
    ...[1, 6, 9, 12, 14, 20, 93, 95, 97, 98, 99, 0xffff].map((method) => withFirst(`method ${method}`, { method })),
    withFirst('stored, it says', { method: 0 }),
    withFirst('deflated, it says', { method: 8, data: files[0]?.bytes ?? none, packed: first.size }),

    withFirst('a link', { listed: { external: 0o120777 * 65_536, madeBy: 0x314 } }),
    withFirst('a link, made by MS-DOS', { listed: { external: 0o120777 * 65_536 } }),
    withFirst('a device', { listed: { external: 0o060666 * 65_536, madeBy: 0x314 } }),
    withFirst('a pipe', { listed: { external: 0o010666 * 65_536, madeBy: 0x314 } }),
    withFirst('a program of root', { listed: { external: 0o104755 * 65_536, madeBy: 0x314 } }),
    withFirst('a folder', { listed: { external: 0x10 } }),
    withFirst('hidden', { listed: { external: 2 } }),
    withFirst('a volume', { listed: { external: 8 } }),
    withFirst('made by Unix', { listed: { madeBy: 0x314 } }),
    withFirst('from another disk', { listed: { disk: 1 } }),
    withFirst('inner attributes', { listed: { internal: 1 } }),
    withFirst('a version that nobody has', { version: 90 }),
    of('a folder of its own', [...good.slice(0, -1), rawEntry('evidence/', none, {}, false), last]),

    of('the same file twice', [...good, first]),
    of('two files of one name', [...good, rawEntry('suggestion.json', text('{}'))]),
    of('a name in capitals beside', [...good, rawEntry('SUGGESTION.JSON', text('{}'))]),
    of('two that are one file', [...good, { ...rawEntry('x', none), ...last, isThere: false, listed: { offset: 0 } }]),
    of('the list names one twice', good, { order: [0, 1, 2, 3, 3] }),
    of('all of the list the same', good, { order: [0, 0, 0, 0] }),
    of('the list backwards', good, { order: [3, 2, 1, 0] }),
    of('the list without the last', good, { order: [0, 1, 2] }),
    of('another disk', good, { end: { disk: 1 } }),
    of('the list on another disk', good, { end: { listDisk: 1 } }),
    of('more files than there are', good, { end: { here: 5, entries: 5 } }),
    of('fewer files than there are', good, { end: { here: 3, entries: 3 } }),
    of('two counts', good, { end: { here: 3 } }),
    of('all the files that it can have', good, { end: { here: 0xffff, entries: 0xffff } }),
    of('a list that begins elsewhere', good, { end: { list: 0 } }),
    of('a list behind the end', good, { end: { list: 0x7fffffff } }),
    of('a list of no size', good, { end: { size: 0 } }),
    of('a list larger than all', good, { end: { size: 0xffffffff } }),
    of('a list inside the first file', [{ ...first, data: whole, packed: whole.length }, ...rest], { end: { list: 60 } }),
    withFirst('an offset into the list', { listed: { offset: whole.length - 60 } }),
    withFirst('an offset one too far', { listed: { offset: 1 } }),
    withFirst('an offset of another file', { listed: { offset: 30 + first.name.length + first.packed } }),

    withFirst('a wrong sum', { crc: first.crc ^ 1 }),
    withFirst('a byte less than it says', { size: first.size + 1 }),
    withFirst('a byte more than it says', { size: first.size - 1 }),
    withFirst('of no size', { size: 0 }),
    withFirst('a thousand times its size', { size: first.size * 1000 }),
    withFirst('packed into less', { packed: first.packed - 1 }),
    withFirst('packed into the next', { packed: first.packed + 10 }),
    withFirst('packed into nothing', { packed: 0, data: none }),
    withFirst('larger than the archive', { packed: 100 * megabyte }),
    withFirst('bytes behind what is packed', { data: Buffer.concat([first.data, text('hidden')]), packed: first.packed + 6 }),
    withFirst('packed badly', { data: new Uint8Array(first.packed).fill(0xff) }),
    withFirst('packed in half', { data: first.data.subarray(0, first.packed / 2), packed: Math.floor(first.packed / 2) }),
    ...bombs(good),
    ...many(good),
    ...hostileNames.map((name) => of(`a file called ${shown(name)}`, added(name))),
    ...hostileNames.slice(0, 40).map((name) => withFirst(`called ${shown(name)} in front alone`, { local: { name: text(name) } })),
    ...brokenNames.map((name, at) => of(`broken name ${at + 1}`, added(name))),
    ...brokenNames.map((name, at) => of(`broken name ${at + 1} that says it is none`, added(name, { flags: 0 }))),
    of(
      'a name that says it is UTF-8 and is ASCII',
      good.map((entry) => ({ ...entry, flags: 0x800 })),
    ),
    of('no name', added('')),
  ];
}

const shown = (name: string): string => JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}…` : name);
