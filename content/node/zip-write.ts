// Files -> one zip, the same bytes on every PC: a fixed time whatever the time zone, the order given, and a deflate in plain
// JavaScript, because zlib's output differs between builds of Node and Electron. No folders, no comments, no owners.
import { type Zippable, zipSync } from 'fflate';

export interface ZipInput {
  /** With forward slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The first day that a zip can name. Noon: fflate reads the local clock, and some zone may skip midnight. */
const time = (): Date => new Date(1980, 0, 1, 12, 0, 0);
/** fflate's and zlib's usual one; the sizes of 4 and 9 differ from it by some per cent. */
const level = 6;
/** Packed already: again it takes 30 ms a megabyte and saves nothing. */
const isPacked = /\.(?:png|jpe?g|gif|webp|heic|avif|pdf|docx|xlsx|pptx|odt|ods|odp|zip|mp4|mov|mp3|m4a)$/i;

/** Names must differ. */
export function writeZip(files: readonly ZipInput[]): Uint8Array {
  const entries: Zippable = {};
  const mtime = time();
  for (const { name, bytes } of files) entries[name] = [bytes, { mtime, os: 0, attrs: 0, level: isPacked.test(name) ? 0 : level }];
  return zipSync(entries);
}
