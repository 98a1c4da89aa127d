// Smallest pictures of each kind, with the size asked for.

const bytes = (...parts: (string | readonly number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : [...part])));
const big = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const big16 = (value: number) => [(value >>> 8) & 255, value & 255];
const little24 = (value: number) => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255];
const little16 = (value: number) => [value & 255, (value >>> 8) & 255];

export const png = (width: number, height: number) =>
  bytes([0x89], 'PNG\r\n\u001a\n', big(13), 'IHDR', big(width), big(height), [8, 6, 0, 0, 0], big(0), big(0));
export const jpeg = (width: number, height: number) =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0],
    big16(16),
    'JFIF\0',
    [1, 1, 0, 0, 1, 0, 1, 0, 0],
    [0xff, 0xff, 0xc2],
    big16(17),
    [8],
    big16(height),
    big16(width),
    [3, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  );
export const webpExtended = (width: number, height: number) =>
  bytes('RIFF', big(22), 'WEBPVP8X', big(10), [0, 0, 0, 0], little24(width - 1), little24(height - 1));
export const webpLossy = (width: number, height: number) =>
  bytes('RIFF', big(22), 'WEBPVP8 ', big(10), [0, 0, 0, 0x9d, 0x01, 0x2a], little16(width), little16(height));
export const webpLossless = (width: number, height: number) => {
  const bits = (width - 1) | ((height - 1) << 14);
  return bytes(
    'RIFF',
    big(22),
    'WEBPVP8L',
    big(10),
    [0x2f],
    [bits & 255, (bits >>> 8) & 255, (bits >>> 16) & 255, (bits >>> 24) & 255],
    [0, 0, 0, 0, 0, 0],
  );
};
export const svg = (inner: string, attributes = 'width="10" height="20"') =>
  new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`);
