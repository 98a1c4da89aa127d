// Archives that are small as they lie there and large, or many, once they are opened.
import { deflateRawSync } from 'node:zlib';
import { none, type RawEntry, rawEntry, rawZip } from '../support/raw-zip.ts';
import type { HostileCase } from './bundle-archives.ts';

const megabyte = 1024 * 1024;

/** Packed zeroes by how many there are; to pack as many takes longer than all that is tried with them. */
const packed = new Map<number, Uint8Array>();
function zeroes(size: number): Uint8Array {
  const known = packed.get(size) ?? deflateRawSync(Buffer.alloc(size), { level: 9 });
  packed.set(size, known);
  return known;
}

export function bombs(good: readonly RawEntry[]): readonly HostileCase[] {
  const [first, ...rest] = good as [RawEntry, ...RawEntry[]];
  const bomb = (about: string, size: number, claimed: number, name = 'suggestion.json'): HostileCase => ({
    about,
    bytes: () => {
      const data = zeroes(size);
      const entry = { ...rawEntry(name, none), data, packed: data.length, size: claimed };
      return rawZip(
        name === 'suggestion.json'
          ? [entry, ...rest]
          : [first, ...rest.filter((file) => Buffer.from(file.name).toString() !== name), entry],
      );
    },
  });
  const evidence = (digit: number): string => `evidence/${digit.toString(16).padStart(16, '0')}-a.txt`;
  return [
    bomb('a bomb that says so', 200 * megabyte, 200 * megabyte),
    bomb('a bomb that says it is small', 200 * megabyte, 1000),
    bomb('a bomb that says it is nothing', 200 * megabyte, 0),
    bomb('a bomb just below what is let in', 200 * megabyte, 9 * megabyte),
    bomb('a bomb for a patch', 200 * megabyte, 9 * megabyte, 'change.patch'),
    bomb('a bomb for a summary', 200 * megabyte, 6 * megabyte, 'summary.html'),
    bomb('as many zeroes as a suggestion may have', 9 * megabyte, 9 * megabyte),
    {
      about: 'twenty bombs of what evidence may have',
      bytes: () => {
        const data = zeroes(5 * megabyte);
        const one = (digit: number): RawEntry => ({ ...rawEntry(evidence(digit), none), data, packed: data.length, size: 5 * megabyte });
        return rawZip([...good.slice(0, 3), ...Array.from({ length: 20 }, (_, at) => one(at))]);
      },
    },
    {
      about: 'twenty bombs that say they are small',
      bytes: () => {
        const data = zeroes(50 * megabyte);
        const one = (digit: number): RawEntry => ({ ...rawEntry(evidence(digit), none), data, packed: data.length, size: 100 });
        return rawZip([...good.slice(0, 3), ...Array.from({ length: 20 }, (_, at) => one(at))]);
      },
    },
    {
      // One kernel that every entry of the list speaks of, each through the headers of those behind it.
      about: 'files that overlap, each quoting the next',
      bytes: () => {
        const data = zeroes(20 * megabyte);
        const one = (digit: number): RawEntry => ({
          ...rawEntry(evidence(digit), none),
          data: digit === 19 ? data : none,
          packed: data.length,
          size: 20 * megabyte,
        });
        return rawZip([...good.slice(0, 3), ...Array.from({ length: 20 }, (_, at) => one(at))]);
      },
    },
    {
      about: 'a bomb in a bomb in a bomb',
      bytes: () => {
        let inner = rawZip([{ ...rawEntry('0.txt', none), data: zeroes(50 * megabyte), size: 50 * megabyte }]);
        for (let depth = 1; depth <= 6; depth += 1)
          inner = rawZip(Array.from({ length: 16 }, (_, at) => rawEntry(`${depth}-${at}.zip`, inner)));
        return inner;
      },
    },
    {
      about: 'a bundle inside the suggestion',
      bytes: () => rawZip([rawEntry('suggestion.json', rawZip(good)), ...rest]),
    },
    {
      about: 'a stream of empty pieces',
      bytes: () => {
        // 4 million stored pieces of no bytes: work without a result.
        const data = Buffer.concat([Buffer.alloc(20 * megabyte, Uint8Array.of(0, 0, 0, 0xff, 0xff)), Uint8Array.of(3, 0)]);
        return rawZip([{ ...rawEntry('suggestion.json', none), data, packed: data.length, size: 0 }, ...rest]);
      },
    },
  ];
}

export function many(good: readonly RawEntry[]): readonly HostileCase[] {
  const of = (count: number, size: number): HostileCase => ({
    about: `${count} files more`,
    isHeavy: count > 10_000,
    bytes: () =>
      rawZip([
        ...good,
        ...Array.from({ length: count }, (_, at) =>
          rawEntry(`evidence/${at.toString(16).padStart(16, '0')}-a`, new Uint8Array(size), {}, false),
        ),
      ]),
  });
  return [of(1, 1), of(20, 1), of(1000, 1), of(60_000, 0)];
}
