import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEditionIndex, writeEditionIndex } from '../../../content/core/pack/index.ts';
import { type EditionIndex, packLimits } from '../../../content/core/pack/model.ts';
import { build, sources } from './build-fixture.ts';

const index = build(sources()).index as EditionIndex;
const text = new TextDecoder().decode(writeEditionIndex(index));
const read = (json: unknown) => readEditionIndex(new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json)));
/** A copy with one value changed; the path is written with dots. */
function changed(path: string, value: unknown): unknown {
  const copy = JSON.parse(text) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() as string;
  const target = keys.reduce((at, key) => at[key] as Record<string, unknown>, copy);
  if (value === undefined) delete target[last];
  else target[last] = value;
  return copy;
}

test('what was written reads back equal, in one spelling', () => {
  expect(read(text)).toEqual({ ok: true, value: index });
  expect(text).toMatch(/^\{"format":1,"guides":\[\{"approved":null,/);
});

test('keys from a later app of the same format are left out', () => {
  expect(read(changed('later', { a: 1 }))).toEqual({ ok: true, value: index });
  expect(read(text.replace('{"format"', '{"__proto__":{"polluted":1},"format"'))).toEqual({ ok: true, value: index });
});

test('a newer format asks for a newer app', () => {
  expect(read(changed('format', 2))).toEqual({ ok: false, error: { code: 'APP_TOO_OLD', data: { file: 'index.json', format: 2 } } });
  expect(read({ format: 7, everything: 'else' })).toMatchObject({ error: { code: 'APP_TOO_OLD' } });
});

describe('hostile values are MALFORMED, with their place', () => {
  test.each([
    ['format', 0, 'format'],
    ['format', '1', 'format'],
    ['pack', null, 'pack'],
    ['pack.id', '../x', 'pack.id'],
    ['pack.kind', 'other', 'pack.kind'],
    ['pack.start', 'gone', 'pack.start'],
    ['pack.order', 1e300, 'pack.order'],
    ['pack.workingGroup.roles', 'x', 'pack.workingGroup.roles'],
    ['guides', {}, 'guides'],
    ['guides.0.id', 'X', 'guides[0].id'],
    ['guides.1.id', 'x-setup', 'guides[1].id'],
    ['guides.1.file', 'x-setup.md', 'guides[1].file'],
    ['guides.0.file', '../x.md', 'guides[0].file'],
    ['guides.0.file', 'con.md', 'guides[0].file'],
    ['guides.0.file', 'index.json', 'guides[0].file'],
    ['guides.0.title', 'a\u001b[31m', 'guides[0].title'],
    ['guides.0.title', 'x'.repeat(5_000), 'guides[0].title'],
    ['guides.0.sha256', 'abc', 'guides[0].sha256'],
    ['guides.0.bytes', -1, 'guides[0].bytes'],
    ['guides.0.bytes', packLimits.guideBytes + 1, 'guides[0].bytes'],
    ['guides.0.reviewBy', '2026-02-30', 'guides[0].reviewBy'],
    ['guides.0.reviewBy', undefined, 'guides[0].reviewBy'],
    ['guides.0.status', 'toString', 'guides[0].status'],
    ['guides.0.blocks.0', ['baaaaaaa', 'paragraph'], 'guides[0].blocks[0]'],
    ['guides.0.blocks.0', ['baaaaaaa', 'paragraph', '0'.repeat(16), 1], 'guides[0].blocks[0]'],
    ['guides.0.blocks.0', ['location', 'paragraph', '0'.repeat(16)], 'guides[0].blocks[0]'],
    ['guides.0.blocks.0', ['baaaaaaa', 'video', '0'.repeat(16)], 'guides[0].blocks[0]'],
    ['images.0.type', 'text/html', 'images[0].type'],
    ['images.0.width', 0, 'images[0].width'],
    ['images.0.height', packLimits.imagePixels, 'images[0].height'],
    ['images.0.src', 'https://a.example/x.png', 'images[0].src'],
    ['synonyms.0', ['a', 1], 'synonyms[0]'],
  ])('%s = %j', (path, value, why) => {
    expect(read(changed(path, value))).toEqual({ ok: false, error: { code: 'MALFORMED', data: { file: 'index.json', why } } });
  });

  test.each([
    ['', 'json'],
    ['{"format":1', 'json'],
    ['null', 'index'],
    ['[]', 'index'],
    ['{}', 'format'],
    ['['.repeat(100_000), 'depth'],
    [`{"a":${'{"a":'.repeat(20)}1${'}'.repeat(21)}`, 'depth'],
  ])('%.30s', (json, why) => expect(read(json)).toMatchObject({ ok: false, error: { code: 'MALFORMED', data: { why } } }));

  test('bytes that are no text, and too many of them', () => {
    expect(readEditionIndex(new Uint8Array([0xff, 0xfe]))).toMatchObject({ error: { data: { why: 'utf8' } } });
    expect(readEditionIndex(new Uint8Array(packLimits.fileBytes + 1))).toMatchObject({ error: { code: 'TOO_LARGE' } });
  });
});

test('law: no JSON throws', () => {
  const paths = [
    'format',
    'pack',
    'pack.title',
    'guides',
    'guides.0',
    'guides.0.blocks',
    'guides.0.blocks.0',
    'guides.0.audience',
    'images',
    'images.0',
    'synonyms',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
      expect(read(changed(path, value)).ok).toBeTypeOf('boolean');
    }),
  );
});
