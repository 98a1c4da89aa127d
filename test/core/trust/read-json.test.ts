import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../../../content/core/base/utf8.ts';
import { isWhole, readJsonObject } from '../../../content/core/trust/read-json.ts';

const read = (text: string, max = 1000) => {
  const result = readJsonObject(encodeUtf8(text), max, 'file');
  return result.ok ? result.value : [result.error.code, result.error.data?.file, result.error.data?.why].join(' ');
};

describe('isWhole', () => {
  test.each([
    [3, 3, true],
    [4, 3, true],
    [2, 3, false],
    [3.5, 3, false],
    ['3', 3, false],
    [2 ** 53, 3, false],
  ])('%j, at least %d: %s', (value, least, expected) => expect(isWhole(value, least)).toBe(expected));
});

describe('readJsonObject', () => {
  test('takes what is just as long and as deep as may be', () => {
    expect(read('{"a":1}', 7)).toEqual({ a: 1 });
    expect(read('{"a":1}', 6)).toBe('TOO_LARGE file bytes');
    expect(read(`{"a":${'['.repeat(15)}${']'.repeat(15)}}`)).toHaveProperty('a');
    expect(read(`{"a":${'['.repeat(16)}${']'.repeat(16)}}`)).toBe('TOO_LARGE file depth');
  });

  test('gives the object', () => expect(read('{"a":[1,"]}"]}')).toEqual({ a: [1, ']}'] }));

  const cases: readonly (readonly [string, string, string])[] = [
    ['an empty file', '', 'INCOMPLETE file json'],
    ['a cut file', '{"a":', 'INCOMPLETE file json'],
    ['zeroes', '\0\0\0\0', 'INCOMPLETE file json'],
    ['null', 'null', 'MALFORMED file json'],
    ['a list', '[]', 'MALFORMED file json'],
    ['a text', '"a"', 'MALFORMED file json'],
    ['too many bytes', `{"a":"${'x'.repeat(1000)}"}`, 'TOO_LARGE file bytes'],
    ['too many levels', `{"a":${'['.repeat(17)}`, 'TOO_LARGE file depth'],
  ];
  test.each(cases)('refuses %s', (_, text, code) => expect(read(text)).toBe(code));

  test('brackets inside texts are not levels', () => expect(read(`{"a":"${'[{'.repeat(40)}\\"["}`)).toHaveProperty('a'));

  test('refuses bytes that are not UTF-8 as a half copy', () => {
    const result = readJsonObject(new Uint8Array([0x7b, 0xff, 0x7d]), 100, 'file');
    expect(!result.ok && result.error).toEqual({ code: 'INCOMPLETE', data: { file: 'file', why: 'json' } });
  });

  test('nesting is counted before the parser runs: ten thousand levels are no stack overflow', () =>
    expect(read('['.repeat(10_000), 20_000)).toBe('TOO_LARGE file depth'));
});
