// Bytes of a text file nobody here wrote -> text. UTF-8 first; then what old editors on Windows leave: UTF-16 with
// its mark, or Windows-1252. Says which it was; never loses a file to its encoding.
import { decodeUtf8 } from '../base/utf8.ts';

export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252' | 'binary';

// 0x80-0x9f of Windows-1252; the rest equals Latin-1. Five places are empty there.
const upper = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/** `binary` (with empty text) when the bytes are no text in any of them. */
export function textOf(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (mark === 0xfffe || mark === 0xfeff) return { text: readUtf16(bytes.subarray(2), mark === 0xfffe), encoding: 'utf-16' };
  if (bytes.includes(0)) return { text: '', encoding: 'binary' };
  const text = decodeUtf8(bytes);
  if (text !== null) return { text, encoding: 'utf-8' };
  const parts: string[] = [];
  for (const byte of bytes) parts.push(byte >= 0x80 && byte < 0xa0 ? (upper[byte - 0x80] ?? '\ufffd') : String.fromCharCode(byte));
  return { text: parts.join(''), encoding: 'windows-1252' };
}

function readUtf16(bytes: Uint8Array, littleEndian: boolean): string {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2) parts.push(String.fromCharCode(data.getUint16(at, littleEndian)));
  return parts.join('').replace(/(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/g, '\ufffd');
}
