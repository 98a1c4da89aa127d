// What the client keeps: trusted metadata under unversioned names, and verified artifacts. Every name is encoded so
// that no two share a file and none leaves its folder; a file is there whole or not at all.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encodeUtf8 } from '../../content/core/base/utf8.ts';
import { sha256 } from '../../content/node/hash.ts';

/** Percent-encodes all but letters, digits and `-_.~`, so that the text is one path segment or file name. */
// A name that is no Unicode text (half a surrogate pair) throws: replacing it would let two names meet in one file.
export function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

// 255 bytes is the most that common file systems take for a name; some are left for the ending.
const longest = 200;

function fileNameOf(name: string): string {
  const encoded = encodeName(name);
  // `%x` begins no encoded name, so that a long name cannot be confused with a short one.
  if (encoded.length > longest) return `%x${sha256(encodeUtf8(name))}`;
  return /^\.+$/.test(encoded) ? encoded.replaceAll('.', '%2E') : encoded;
}

export class MetadataCache {
  readonly #folder: string;
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The trusted file of a role as it was written; null where there is none. */
  read(role: string): Uint8Array | null {
    return readIfThere(path.join(this.#folder, `${fileNameOf(role)}.json`));
  }

  write(role: string, bytes: Uint8Array): void {
    writeWhole(this.#folder, `${fileNameOf(role)}.json`, bytes);
  }
}

export class TargetFolder {
  readonly #folder: string;
  constructor(folder: string) {
    this.#folder = folder;
  }

  read(target: string): Uint8Array | null {
    return readIfThere(path.join(this.#folder, fileNameOf(target)));
  }

  write(target: string, bytes: Uint8Array): void {
    writeWhole(this.#folder, fileNameOf(target), bytes);
  }
}

function readIfThere(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  }
}

function writeWhole(folder: string, name: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  const temporary = path.join(folder, `%part-${process.pid}`);
  try {
    writeFileSync(temporary, bytes, { flag: 'wx' });
    renameSync(temporary, path.join(folder, name));
  } catch (thrown) {
    rmSync(temporary, { force: true });
    throw thrown;
  }
}
