import { expect, test } from 'vitest';
import { textOf } from '../../../content/core/pack/text-of.ts';

test.each([
  [[...new TextEncoder().encode('Café')], 'Café', 'utf-8'],
  [[0xef, 0xbb, 0xbf, 0x61], '\ufeffa', 'utf-8'],
  [[0x43, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x80, 0x81], 'Café “€\ufffd', 'windows-1252'],
  [[0xff, 0xfe, 0x61, 0x00, 0xac, 0x20], 'a€', 'utf-16'],
  [[0xfe, 0xff, 0x00, 0x61, 0xd8, 0x00], 'a\ufffd', 'utf-16'],
  [[0x61, 0x00, 0x62], '', 'binary'],
  [[], '', 'utf-8'],
])('%j', (bytes, text, encoding) => expect(textOf(new Uint8Array(bytes))).toEqual({ text, encoding }));
