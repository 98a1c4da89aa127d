import { describe, expect, test } from 'vitest';
import type { GuideId, Sha256 } from '../../content/core/base/ids.ts';
import { blockIdsOf, buildCatalogue, openCatalogue, writeCatalogue } from '../../content/node/catalogue.ts';
import { sha256 } from '../../content/node/hash.ts';
import { readStoreIndex } from '../../content/node/read-index.ts';
import { editionFiles, facebook, x } from '../support/demo-share.ts';
import { tempFolder } from '../support/temp.ts';

const files = editionFiles(facebook, ['# One\n', '# Two\n']);
const read = readStoreIndex(Buffer.from(files.find(({ name }) => name === 'index.json')?.bytes ?? []));
if (!read.ok) throw new Error('fixture');
const storeIndex = read.value;
const index = storeIndex.edition;
const targets = new Map(files.map(({ name, bytes }) => [name, { sha256: sha256(bytes), length: bytes.length }]));
const places = new Map(
  files.map(({ bytes }, at) => [sha256(bytes) as Sha256, { segment: 'a.seg', offset: at * 100, length: bytes.length }]),
);

describe('a catalogue', () => {
  const built = buildCatalogue(facebook, storeIndex, targets, places);
  const open = openCatalogue(built.text);

  test('gives back every summary as the index has it', () => {
    const extra = new Set(['file', 'sha256', 'bytes', 'blocks']);
    const summaries = index.guides.map((guide) => Object.fromEntries(Object.entries(guide).filter(([field]) => !extra.has(field))));
    expect(open?.guides()).toEqual(summaries);
    expect([open?.info, open?.images(), open?.synonyms()]).toEqual([index.pack, index.images, index.synonyms]);
  });

  test('knows where a guide and its blocks lie', () => {
    const found = open?.find('facebook-2' as GuideId);
    expect(found?.guide.place).toEqual({ segment: 'a.seg', offset: 100, length: 6 });
    const { blocksAt = 0, blocksLength = 0 } = found?.guide ?? {};
    const slice = Buffer.from(built.blocks).subarray(blocksAt, blocksAt + blocksLength);
    expect(found && blockIdsOf(slice, found.guide)).toEqual(['bheading3', 'bpara223']);
    expect(found && blockIdsOf(slice.subarray(1), found.guide)).toBeNull();
  });

  test('knows no guide or image by the names of an object’s own', () => {
    expect([open?.find('constructor' as GuideId), open?.image('__proto__'), open?.image('toString')]).toEqual([null, null, null]);
  });

  test('is the same bytes every time, so that it can be made again', () =>
    expect(buildCatalogue(facebook, storeIndex, targets, places)).toEqual(built));

  test('of another format is made again', () => expect(openCatalogue(built.text.replace('"format":1', '"format":0'))).toBeNull());
});

describe('an index that is not what was signed', () => {
  const codeOf = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      return (error as { code: string }).code;
    }
    return 'fine';
  };
  const without = (name: string) => new Map([...targets].filter(([file]) => file !== name));

  test('names a file that was not signed', () =>
    expect(codeOf(() => buildCatalogue(facebook, storeIndex, without('facebook-1.md'), places))).toBe('MALFORMED'));
  test('names a file by another digest', () =>
    expect(
      codeOf(() => buildCatalogue(facebook, storeIndex, new Map(targets).set('dot.png', { sha256: sha256('x'), length: 1 }), places)),
    ).toBe('MALFORMED'));
  test('belongs to another channel', () => expect(codeOf(() => buildCatalogue(x, storeIndex, targets, places))).toBe('MALFORMED'));
  test('has a blob that is nowhere', () =>
    expect(codeOf(() => buildCatalogue(facebook, storeIndex, targets, new Map()))).toBe('MALFORMED'));
});

test('a catalogue cannot be written where there is no store', async () => {
  await expect(writeCatalogue(`${tempFolder()}/none`, buildCatalogue(facebook, storeIndex, targets, places))).rejects.toThrow(
    'STORE_MISSING',
  );
});
