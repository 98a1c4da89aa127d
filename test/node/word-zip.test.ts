import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { settleZip } from '../../content/node/word-zip.ts';

const files = { 'a.xml': new TextEncoder().encode('<a/>'.repeat(100)), 'b/ŵ.xml': new Uint8Array() };

test('the same files at two moments become the same bytes, and can be read', () => {
  const [first, second] = ['2026-01-01T00:00:00Z', '2031-06-01T12:34:56Z'].map((mtime) => settleZip(zipSync(files, { mtime })));
  expect(Buffer.compare(first as Uint8Array, second as Uint8Array)).toBe(0);
  expect(Object.keys(unzipSync(first as Uint8Array))).toEqual(['a.xml', 'b/ŵ.xml']);
});

test('what is no zip of ours is refused', () => {
  expect(() => settleZip(new Uint8Array(10))).toThrow();
  expect(() => settleZip(new Uint8Array(100))).toThrow();
});
