import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../../../content/core/base/utf8.ts';
import { readJsonObject } from '../../../content/core/trust/read-json.ts';

const read = (text: string, max = 1000) => {
  const result = readJsonObject(encodeUtf8(text), max, 'file');
  return result.ok ? result.value : result.error.code;
};

describe('readJsonObject', () => {
  test('gives the object', () => expect(read('{"a":[1,"]}"]}')).toEqual({ a: [1, ']}'] }));

  const cases: readonly (readonly [string, string, string])[] = [
    ['an empty file', '', 'INCOMPLETE'],
    ['a cut file', '{"a":', 'INCOMPLETE'],
    ['zeroes', '\0\0\0\0', 'INCOMPLETE'],
    ['null', 'null', 'MALFORMED'],
    ['a list', '[]', 'MALFORMED'],
    ['a text', '"a"', 'MALFORMED'],
    ['too many bytes', `{"a":"${'x'.repeat(1000)}"}`, 'TOO_LARGE'],
    ['too many levels', `{"a":${'['.repeat(17)}`, 'TOO_LARGE'],
  ];
  test.each(cases)('refuses %s', (_, text, code) => expect(read(text)).toBe(code));

  test('brackets inside texts are not levels', () => expect(read(`{"a":"${'[{'.repeat(40)}\\"["}`)).toHaveProperty('a'));

  test('refuses bytes that are not UTF-8 as a half copy', () => {
    const result = readJsonObject(new Uint8Array([0x7b, 0xff, 0x7d]), 100, 'file');
    expect(!result.ok && result.error).toEqual({ code: 'INCOMPLETE', data: { file: 'file', why: 'json' } });
  });

  test('nesting is counted before the parser runs: ten thousand levels are no stack overflow', () =>
    expect(read('['.repeat(10_000), 20_000)).toBe('TOO_LARGE'));
});
