// What an image file is and how large its picture, from its first bytes: the name says nothing, and nothing is
// decoded (decoders are where images attack). Refuses what is not PNG, JPEG, WebP or, where allowed, plain SVG.
import { decodeUtf8 } from '../base/utf8.ts';
import { type IndexedImage, packLimits } from './model.ts';
import { inspectSvg } from './svg.ts';

export type ImageFacts = Pick<IndexedImage, 'type' | 'width' | 'height'>;
/** `reason` is stable: it names the rule of the problem. */
export type ImageCheck = { readonly ok: true; readonly facts: ImageFacts } | { readonly ok: false; readonly reason: ImageFault };
export type ImageFault = 'image-too-large' | 'image-type' | 'image-damaged' | 'image-too-many-pixels' | 'image-svg' | 'image-svg-unsafe';

// Browsers and printers refuse longer sides.
const maxSide = 20_000;

/** @param svg whether plain SVG is allowed: only in our own packs, whose authors we know. */
export function inspectImage(bytes: Uint8Array, svg: boolean): ImageCheck {
  if (bytes.length > packLimits.imageBytes) return { ok: false, reason: 'image-too-large' };
  const facts = readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes);
  if (facts === 'damaged') return { ok: false, reason: 'image-damaged' };
  if (facts !== null) return bounded(facts);
  const text = looksLikeSvg(bytes) ? decodeUtf8(bytes) : null;
  if (text === null) return { ok: false, reason: 'image-type' };
  if (!svg) return { ok: false, reason: 'image-svg' };
  const size = inspectSvg(text);
  return size === null ? { ok: false, reason: 'image-svg-unsafe' } : bounded({ type: 'image/svg+xml', ...size });
}

function bounded(facts: ImageFacts): ImageCheck {
  const { width, height } = facts;
  if (width < 1 || height < 1) return { ok: false, reason: 'image-damaged' };
  const huge = width > maxSide || height > maxSide || width * height > packLimits.imagePixels;
  return huge ? { ok: false, reason: 'image-too-many-pixels' } : { ok: true, facts };
}

type Found = ImageFacts | 'damaged' | null;

const ascii = (bytes: Uint8Array, at: number, text: string) =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** PNG: signature, then the IHDR chunk with width and height. */
function readPng(bytes: Uint8Array): Found {
  if (bytes[0] !== 0x89 || !ascii(bytes, 1, 'PNG\r\n\u001a\n')) return null;
  if (bytes.length < 33 || !ascii(bytes, 12, 'IHDR')) return 'damaged';
  return { type: 'image/png', width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) };
}

/** JPEG: segments until a start-of-frame, which holds height and width. */
function readJpeg(bytes: Uint8Array): Found {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return null;
  const data = view(bytes);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return 'damaged';
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    // Restart marks and TEM stand alone; image data or the end before any frame is no picture.
    if ((marker >= 0xd0 && marker <= 0xd7) || marker === 0x01) {
      at += 2;
      continue;
    }
    if (marker === 0xd9 || marker === 0xda) return 'damaged';
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) return { type: 'image/jpeg', height: data.getUint16(at + 5), width: data.getUint16(at + 7) };
    const length = data.getUint16(at + 2);
    if (length < 2) return 'damaged';
    at += 2 + length;
  }
  return 'damaged';
}

/** WebP: RIFF container whose first chunk is VP8 (lossy), VP8L (lossless) or VP8X (extended). */
function readWebp(bytes: Uint8Array): Found {
  if (!ascii(bytes, 0, 'RIFF') || !ascii(bytes, 8, 'WEBP')) return null;
  if (bytes.length < 30) return 'damaged';
  const data = view(bytes);
  if (ascii(bytes, 12, 'VP8X')) {
    const side = (at: number) => 1 + (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8) + ((bytes[at + 2] ?? 0) << 16);
    return { type: 'image/webp', width: side(24), height: side(27) };
  }
  if (ascii(bytes, 12, 'VP8L')) {
    if (bytes[20] !== 0x2f) return 'damaged';
    const bits = data.getUint32(21, true);
    return { type: 'image/webp', width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (ascii(bytes, 12, 'VP8 ')) {
    if (bytes[23] !== 0x9d || bytes[24] !== 0x01 || bytes[25] !== 0x2a) return 'damaged';
    return { type: 'image/webp', width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff };
  }
  return 'damaged';
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 1_024));
  return /^(?:\u00ef\u00bb\u00bf)?\s*<(?:\?xml|svg|!--|!DOCTYPE)/i.test(head) && /<svg[\s>]/i.test(head);
}
