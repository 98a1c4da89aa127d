import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readZip, type ZipLimits } from '../../content/node/zip-read.ts';
import { writeZip } from '../../content/node/zip-write.ts';
import { type RawEntry, rawEntry, rawZip } from '../support/raw-zip.ts';

// What a bundle may be is tried in `test/torture/bundles.ts`, archive by archive; here is what each limit does.
const limits: ZipLimits = {
  bytes: 10_000,
  files: 5,
  inflated: 3_000,
  nameBytes: 50,
  bytesOf: (name) => (name.endsWith('.no') ? null : 2_000),
};
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const entries: readonly RawEntry[] = [rawEntry('a.txt', text('hello')), rawEntry('b/ŵ.txt', text('world'), {}, false)];
const outcome = async (zip: Uint8Array, special: Partial<ZipLimits> = {}): Promise<unknown> => {
  const read = await readZip(zip, { ...limits, ...special });
  return read.ok ? read.value.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]) : read.error;
};

test('packed or stored, what comes out is what went in', async () => {
  expect(await outcome(rawZip(entries))).toEqual([
    ['a.txt', 'hello'],
    ['b/ŵ.txt', 'world'],
  ]);
});

test('whatever we write is read back, in its order', async () => {
  const name = fc.stringMatching(/^[a-zŵ0-9]{1,8}\.(?:txt|png)$/);
  const file = fc.record({ name, bytes: fc.uint8Array({ maxLength: 300 }) });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(file, { minLength: 1, maxLength: 5, selector: ({ name: key }) => key }), async (files) => {
      const read = await readZip(writeZip(files), limits);
      // A name of digits alone would be put first by any object: none here has no ending.
      expect(read.ok && read.value.map(({ name: at, bytes }) => [at, [...bytes]])).toEqual(
        files.map(({ name: at, bytes }) => [at, [...bytes]]),
      );
    }),
  );
}, 60_000);

test('any bytes at all end in an answer', async () => {
  const start = writeZip([{ name: 'a.txt', bytes: text('hello') }]);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.nat(start.length), async (bytes, at) => {
      expect(typeof (await outcome(bytes))).toBe('string');
      const spliced = Buffer.concat([start.subarray(0, at), bytes, start.subarray(at)]);
      if (bytes.length > 0) expect(typeof (await outcome(spliced))).toBe('string');
    }),
    { numRuns: 300 },
  );
}, 60_000);

test.each<[string, Uint8Array, Partial<ZipLimits>, string]>([
  ['an archive larger than allowed', rawZip(entries), { bytes: 100 }, 'too-large'],
  ['more files than allowed', rawZip(entries), { files: 1 }, 'too-many-files'],
  ['more than may come out', rawZip(entries), { inflated: 9 }, 'too-large'],
  ['more than may come out under one name', rawZip(entries), { bytesOf: () => 4 }, 'too-large'],
  ['a name longer than allowed', rawZip(entries), { nameBytes: 7 }, 'file-name'],
  ['a name that nobody has', rawZip([rawEntry('a.no', text('x'))]), {}, 'file-name'],
  ['two names that differ in capitals', rawZip([rawEntry('a.txt', text('x')), rawEntry('A.TXT', text('y'))]), {}, 'file-name'],
  ['two names that look alike', rawZip([rawEntry('ŵ.txt', text('x')), rawEntry('w\u0302.txt', text('y'))]), {}, 'file-name'],
  ['a name that leads out', rawZip([rawEntry('../a.txt', text('x'))]), {}, 'file-name'],
  ['a name with another separator', rawZip([rawEntry('b\\a.txt', text('x'))]), {}, 'file-name'],
  ['a name that turns round', rawZip([rawEntry('a\u202etxt', text('x'))]), {}, 'file-name'],
  ['less than it claims', rawZip([rawEntry('a.txt', text('hello'), { size: 6 })]), {}, 'not-a-zip'],
  ['more than it claims', rawZip([rawEntry('a.txt', text('hello'), { size: 4 })]), {}, 'not-a-zip'],
  ['another sum', rawZip([rawEntry('a.txt', text('hello'), { crc: 1 })]), {}, 'not-a-zip'],
  ['a link', rawZip([rawEntry('a.txt', text('/etc'), { listed: { external: 0o120777 * 65_536, madeBy: 0x314 } })]), {}, 'not-a-zip'],
  ['bytes before', rawZip(entries, { prefix: text('x') }), {}, 'not-a-zip'],
  ['bytes behind', rawZip(entries, { suffix: text('x') }), {}, 'not-a-zip'],
])('%s is refused', async (_, zip, special, refusal) => expect(await outcome(zip, special)).toBe(refusal));

test('a view into a larger buffer is read as what it is', async () => {
  const zip = rawZip(entries);
  const larger = Buffer.concat([Buffer.alloc(7, 1), zip, Buffer.alloc(9, 2)]);
  expect(await outcome(larger.subarray(7, 7 + zip.length))).toHaveLength(2);
});
