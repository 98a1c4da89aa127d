// A zip from anywhere -> its files, all of it bounded before use. Takes only the plain form that `zip-write.ts` makes: entry
// after entry with nothing before, between, behind or beside them, so that no two programs can read it differently. Writes
// nothing. Refuses links, folders, encryption, zip64, comments, extra fields, and names that are more than a name.
import { promisify } from 'node:util';
import { crc32, inflateRawSync } from 'node:zlib';
import yauzl from 'yauzl';
import { fail, ok, type Result } from '../core/base/result.ts';
import { decodeUtf8 } from '../core/base/utf8.ts';

export interface ZipLimits {
  /** Of the archive itself. */
  readonly bytes: number;
  readonly files: number;
  /** Of all that comes out. */
  readonly inflated: number;
  /** Of one name, in UTF-8. */
  readonly nameBytes: number;
  /** Most that may come out under this name; null: nobody has such a file. */
  readonly bytesOf: (name: string) => number | null;
}

export type ZipRefusal = 'not-a-zip' | 'too-many-files' | 'file-name' | 'too-large';

export interface ZippedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Lengths of the fixed parts (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
const [localLength, entryLength, endLength] = [30, 46, 22];
const endSignature = 0x06054b50;
/** Stands before the end of a zip64 archive (4.3.15): looked for, since readers would follow it. */
const zip64Signature = 0x07064b50;
const zip64Length = 20;
/** Version 2.0, MS-DOS: deflate and no more (4.4.2, 4.4.3). */
const version = 20;
/** Names are UTF-8 (4.4.4, bit 11); how hard it was packed (bits 1 and 2) changes nothing. */
const [utf8Flag, effortFlags] = [0x800, 0x6];
/** What `zip-write.ts` gives every file: the first noon that a zip can name. */
const [dosDate, dosTime] = [0x0021, 0x6000];
/** More room than is claimed: a piece that is filled is copied into the next, and zlib takes none below 64. */
const room = 64;

/** Controls, other separators, drives and streams, and signs that turn a name round or are not seen. */
const strange = /[\p{Cc}\\:\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

class Refused extends Error {
  readonly refusal: ZipRefusal;
  constructor(refusal: ZipRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** In the archive's order. Never throws. */
export async function readZip(bytes: Uint8Array, limits: ZipLimits): Promise<Result<readonly ZippedFile[], ZipRefusal>> {
  if (bytes.length > limits.bytes) return fail('too-large');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    const end = readEnd(buffer, limits);
    const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true } as const;
    const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(buffer, options);
    const entries = await readEntries(zip, buffer, end, limits);
    // Only now, when all that it claims of itself is within bounds.
    return ok(entries.map(({ name, entry, start }) => ({ name, bytes: inflated(buffer, entry, start) })));
  } catch (thrown) {
    return fail(thrown instanceof Refused ? thrown.refusal : 'not-a-zip');
  }
}

interface End {
  readonly entries: number;
  /** Where the list of entries begins: the files end there. */
  readonly list: number;
}

/** The last bytes of all (4.3.16): no comment, one disk, and the list of entries right before. */
function readEnd(buffer: Buffer, limits: ZipLimits): End {
  const at = buffer.length - endLength;
  if (at < entryLength + localLength || buffer.readUInt32LE(at) !== endSignature) throw new Refused('not-a-zip');
  const [disk, listDisk, here, entries] = [4, 6, 8, 10].map((offset) => buffer.readUInt16LE(at + offset)) as [
    number,
    number,
    number,
    number,
  ];
  const [size, list] = [buffer.readUInt32LE(at + 12), buffer.readUInt32LE(at + 16)];
  if (disk !== 0 || listDisk !== 0 || here !== entries || buffer.readUInt16LE(at + 20) !== 0) throw new Refused('not-a-zip');
  if (list + size !== at || buffer.readUInt32LE(at - zip64Length) === zip64Signature) throw new Refused('not-a-zip');
  if (entries > limits.files) throw new Refused('too-many-files');
  return { entries, list };
}

interface Found {
  readonly name: string;
  readonly entry: yauzl.Entry;
  /** Where its bytes begin. */
  readonly start: number;
}

async function readEntries(zip: yauzl.ZipFile, buffer: Buffer, end: End, limits: ZipLimits): Promise<readonly Found[]> {
  const found: Found[] = [];
  const names = new Set<string>();
  let [listed, file, total] = [end.list, 0, 0];
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry, limits);
    const key = name.normalize('NFKC').toUpperCase().toLowerCase();
    if (names.has(key)) throw new Refused('file-name');
    names.add(key);
    const most = limits.bytesOf(name);
    if (most === null) throw new Refused('file-name');
    total += entry.uncompressedSize;
    if (entry.uncompressedSize > most || total > limits.inflated) throw new Refused('too-large');
    // The first disk is not among what yauzl tells (4.4.11).
    if (!isPlain(entry) || buffer.readUInt16LE(listed + 34) !== 0) throw new Refused('not-a-zip');
    listed += entryLength + entry.fileNameLength;
    const start = await checkLocal(zip, entry, file);
    file = start + entry.compressedSize;
    found.push({ name, entry, start });
  }
  // Not a byte of it belongs to nobody.
  if (found.length !== end.entries || file !== end.list || listed !== buffer.length - endLength) throw new Refused('not-a-zip');
  return found;
}

/** With no more than `zip-write.ts` gives it. External attributes are where links, folders and devices are told (4.4.15). */
const isPlain = (entry: yauzl.Entry): boolean =>
  entry.versionMadeBy === version &&
  entry.versionNeededToExtract === version &&
  (entry.generalPurposeBitFlag & ~(utf8Flag | effortFlags)) === 0 &&
  (entry.compressionMethod === 0 || entry.compressionMethod === 8) &&
  entry.lastModFileDate === dosDate &&
  entry.lastModFileTime === dosTime &&
  entry.extraFieldLength === 0 &&
  entry.fileCommentLength === 0 &&
  entry.internalFileAttributes === 0 &&
  entry.externalFileAttributes === 0;

/** Throws `file-name`: a path that leads elsewhere, or that some system reads otherwise than it is written. */
function nameOf(entry: yauzl.Entry, limits: ZipLimits): string {
  const raw = entry.fileNameRaw;
  if (raw.length === 0 || raw.length > limits.nameBytes) throw new Refused('file-name');
  const name = decodeUtf8(raw);
  const isAscii = raw.every((byte) => byte < 0x80);
  // Without the sign some programs read it as UTF-8 and others as code page 437; with it, all alike.
  if (name === null || isAscii === ((entry.generalPurposeBitFlag & utf8Flag) !== 0)) throw new Refused('file-name');
  const parts = name.split('/');
  if (strange.test(name) || parts.some((part) => /^[. ]*$|[. ]$/.test(part))) throw new Refused('file-name');
  return name;
}

/** What stands before a file's bytes says the same as the list. @returns where its bytes begin */
async function checkLocal(zip: yauzl.ZipFile, entry: yauzl.Entry, at: number): Promise<number> {
  if (entry.relativeOffsetOfLocalHeader !== at) throw new Refused('not-a-zip');
  const local = await zip.readLocalFileHeaderPromise(entry);
  const isSame =
    local.versionNeededToExtract === entry.versionNeededToExtract &&
    local.generalPurposeBitFlag === entry.generalPurposeBitFlag &&
    local.compressionMethod === entry.compressionMethod &&
    local.lastModFileDate === entry.lastModFileDate &&
    local.lastModFileTime === entry.lastModFileTime &&
    local.crc32 === entry.crc32 &&
    local.compressedSize === entry.compressedSize &&
    local.uncompressedSize === entry.uncompressedSize &&
    local.extraFieldLength === 0 &&
    entry.fileNameRaw.equals(local.fileName);
  if (!isSame) throw new Refused('not-a-zip');
  return local.fileDataStart;
}

/** Exactly as many bytes as it claims, from all of those that are there. What is stored is not copied. */
function inflated(buffer: Buffer, entry: yauzl.Entry, start: number): Uint8Array {
  const data = buffer.subarray(start, start + entry.compressedSize);
  const size = entry.uncompressedSize;
  const bytes = entry.compressionMethod === 0 ? data : inflate(data, size);
  if (bytes.length !== size || crc32(bytes) !== entry.crc32) throw new Refused('not-a-zip');
  return bytes;
}

function inflate(data: Buffer, size: number): Uint8Array {
  // Throws as soon as more comes out than was claimed.
  const { buffer, engine } = inflateRawSync(data, {
    maxOutputLength: Math.max(size, 1),
    chunkSize: size + room,
    info: true,
  }) as unknown as {
    readonly buffer: Buffer;
    readonly engine: { readonly bytesWritten: number };
  };
  // Bytes behind the end of the stream would be a place to hide in.
  if (engine.bytesWritten !== data.length) throw new Refused('not-a-zip');
  return buffer;
}
