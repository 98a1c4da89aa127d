import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEditionIndex } from '../../content/core/pack/index.ts';
import { readStoreIndex } from '../../content/node/read-index.ts';
import { editionFiles, facebook } from '../support/demo-share.ts';

const canonical = Buffer.from(editionFiles(facebook, ['# One\n', '# Two\n']).find(({ name }) => name === 'index.json')?.bytes ?? []);

/** What both ways must agree on: the ids of each guide, or the code of the refusal. */
function lightly(bytes: Buffer): unknown {
  const read = readStoreIndex(bytes);
  if (!read.ok) return read.error.code;
  const { edition, table, ends } = read.value;
  return edition.guides.map(({ id }, at) => [id, table.toString('latin1', ends[at - 1] ?? 0, ends[at])]);
}
function fully(bytes: Buffer): unknown {
  const read = readEditionIndex(bytes);
  return read.ok ? read.value.guides.map(({ id, blocks }) => [id, blocks.map(([block]) => block).join(' ')]) : read.error.code;
}
const edited = (from: string, to: string): Buffer => {
  expect(canonical.toString()).toContain(from);
  return Buffer.from(canonical.toString().replace(from, to));
};

describe('readStoreIndex', () => {
  test('finds every guide’s block ids', () =>
    expect(lightly(canonical)).toEqual([
      ['facebook-1', 'bheading2 bpara222'],
      ['facebook-2', 'bheading3 bpara223'],
    ]));

  test('parses no block rows that are spelled canonically', () => {
    const read = readStoreIndex(canonical);
    expect(read.ok && read.value.edition.guides.map(({ blocks }) => blocks)).toEqual([[], []]);
  });

  test.each<readonly [string, string, string]>([
    ['white space between rows', '["bpara222"', ' ["bpara222"'],
    ['an unknown kind', '"paragraph"', '"song"'],
    ['a kind that every object has', '"paragraph"', '"constructor"'],
    ['the same id twice', 'bpara222', 'bheading2'],
    ['an id that is none', 'bpara222', 'bpara921'],
    ['a short id', 'bpara222', 'bpara22'],
    ['a digest with a capital', '1111111111111111', '111111111111111A'],
    ['a fourth value', '"1111111111111111"]', '"1111111111111111",1]'],
    ['a trailing comma', '"1111111111111111"]]', '"1111111111111111"],]'],
    ['no end', '"1111111111111111"]]', '"1111111111111111"]'],
    ['another list called blocks', '"synonyms":[', '"more":[1],"blocks":[],"synonyms":['],
    ['a guide with two lists', '"bytes":', '"blocks":[],"bytes":'],
    ['the key inside a text', '"summary":"', '"summary":"\\",\\"blocks\\":['],
    ['an empty list', '[["bheading2","heading","0000000000000000"],["bpara222","paragraph","1111111111111111"]]', '[]'],
    ['a later format', '"format":1', '"format":2'],
  ])('agrees with the ordinary way about %s', (_, from, to) => expect(lightly(edited(from, to))).toEqual(fully(edited(from, to))));

  test('agrees with the ordinary way about any small change', () => {
    const text = canonical.toString();
    const change = fc
      .tuple(fc.nat(text.length), fc.nat(3), fc.constantFrom('', '"', '[', ']', ',', 'b', '7', ' ', '\\', '[]', '"blocks":['))
      .map(([at, gone, put]) => Buffer.from(text.slice(0, at) + put + text.slice(at + gone)));
    fc.assert(
      fc.property(change, (bytes) => {
        expect(lightly(bytes)).toEqual(fully(bytes));
      }),
      { numRuns: 500 },
    );
  });
});
