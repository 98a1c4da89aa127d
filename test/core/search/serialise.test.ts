import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PackIndex } from '../../../content/core/search/pack-index.ts';
import { deserialise, serialise } from '../../../content/core/search/serialise.ts';
import { codec, guide, indexOf } from './small-library.ts';

const index = indexOf(guide('a', '# Title “quoted”\n> Summary\n## Heading\nText with two-step words.'), guide('b', '# Empty'));
const bytes = serialise(index, codec);

test('an index comes back as it was', () => {
  const again = deserialise(bytes, codec);
  expect(again?.parts).toEqual(index.parts);
  expect(again?.blockText(0)).toBe('Title “quoted”');
});

test('an empty one too', () => {
  const empty = indexOf();
  expect(deserialise(serialise(empty, codec), codec)?.parts).toEqual(empty.parts);
});

test('the same index gives the same bytes', () => expect(serialise(index, codec)).toEqual(bytes));

test('bytes that are cut short, or of something else, give null', () => {
  for (let length = 0; length < bytes.length; length += 1) expect(deserialise(bytes.subarray(0, length), codec)).toBeNull();
  expect(deserialise(codec.encode('{"version":"2.3.9"}'), codec)).toBeNull();
});

test('another format gives null', () => {
  const other = bytes.slice();
  // Four magic bytes take five of seven bits; the format follows.
  other[5] = 99;
  expect(deserialise(other, codec)).toBeNull();
});

test('damage gives null or an index that can be asked, never an exception', () => {
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
      const damaged = bytes.slice();
      damaged[at] = value;
      const read = deserialise(damaged, codec);
      expect(read === null || read instanceof PackIndex).toBe(true);
      for (let word = 0; read && word < read.parts.words.length; word += 1) read.places(word);
    }),
    { numRuns: 500 },
  );
});
