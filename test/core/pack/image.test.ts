import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspectImage } from '../../../content/core/pack/image.ts';
import { jpeg, png, svg, webpExtended, webpLossless, webpLossy } from './pictures.ts';

const seen = (bytes: Uint8Array, allowSvg = false) => {
  const check = inspectImage(bytes, allowSvg);
  return check.ok ? `${check.facts.type} ${check.facts.width}x${check.facts.height}` : check.reason;
};

test.each([
  ['PNG', png(300, 200), 'image/png 300x200'],
  ['JPEG', jpeg(640, 480), 'image/jpeg 640x480'],
  ['extended WebP', webpExtended(1_000, 70_0), 'image/webp 1000x700'],
  ['lossy WebP', webpLossy(33, 44), 'image/webp 33x44'],
  ['lossless WebP', webpLossless(5_000, 9), 'image/webp 5000x9'],
])('%s', (_, bytes, expected) => expect(seen(bytes)).toBe(expected));

test('an SVG is taken only where it is allowed, and only when it is plain', () => {
  expect(seen(svg('<path d="M0 0"/>'))).toBe('image-svg');
  expect(seen(svg('<path d="M0 0"/>'), true)).toBe('image/svg+xml 10x20');
  expect(seen(svg('<script>x</script>'), true)).toBe('image-svg-unsafe');
});

test.each([
  ['no side', png(0, 5), 'image-damaged'],
  ['a bomb of pixels', png(10_000, 10_000), 'image-too-many-pixels'],
  ['one long side', png(30_000, 1), 'image-too-many-pixels'],
  ['text', new TextEncoder().encode('not a picture'), 'image-type'],
  ['nothing', new Uint8Array(), 'image-type'],
  ['a GIF', new TextEncoder().encode('GIF89a............................'), 'image-type'],
  ['HTML that says it is a picture', new TextEncoder().encode('<!doctype html><script>x</script>'), 'image-type'],
  ['a JPEG without a frame', jpeg(1, 1).slice(0, 20), 'image-damaged'],
  ['nine megabytes', new Uint8Array(9 * 1024 * 1024), 'image-too-large'],
])('%s is refused', (_, bytes, reason) => expect(seen(bytes)).toBe(reason));

test('law: no bytes throw, also cut ones', () => {
  const starts = fc.constantFrom(png(3, 4), jpeg(3, 4), webpExtended(3, 4), webpLossy(3, 4), webpLossless(3, 4), svg('<g/>'));
  fc.assert(
    fc.property(starts, fc.nat(40), fc.uint8Array(), (start, cut, rest) => {
      inspectImage(new Uint8Array([...start.slice(0, cut), ...rest]), true);
    }),
  );
});
