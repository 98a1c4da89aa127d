import { expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '../../../content/core/base/utf8.ts';

test('text comes back as it went', () => {
  for (const text of ['', 'Heddlu – ŵ', '👮', '\ufeffmark']) expect(decodeUtf8(encodeUtf8(text))).toBe(text);
});

test('bytes that are not UTF-8 give null', () => {
  for (const bytes of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0x80]]) expect(decodeUtf8(new Uint8Array(bytes))).toBeNull();
});
