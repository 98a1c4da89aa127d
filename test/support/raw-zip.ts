// Zips with any field as a test wants it, also where two places contradict each other. Follows APPNOTE 4.3 and checks nothing.
import { crc32, deflateRawSync } from 'node:zlib';

/** As both headers of an entry have it. */
export interface RawFields {
  readonly version: number;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly date: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly name: Uint8Array;
  readonly extra: Uint8Array;
}
export interface RawListed extends RawFields {
  readonly madeBy: number;
  readonly comment: Uint8Array;
  readonly disk: number;
  readonly internal: number;
  readonly external: number;
  readonly offset: number;
  readonly signature: number;
}

export interface RawEntry extends RawFields {
  readonly data: Uint8Array;
  /** Before its header. */
  readonly gap?: Uint8Array;
  readonly local?: Partial<RawFields & { readonly signature: number }>;
  readonly listed?: Partial<RawListed>;
  /** False: its bytes are there, and the list does not say so. */
  readonly isListed?: boolean;
  /** False: the list speaks of it, and its bytes are not there. */
  readonly isThere?: boolean;
}

export interface RawEnd {
  readonly disk: number;
  readonly listDisk: number;
  readonly here: number;
  readonly entries: number;
  readonly size: number;
  readonly list: number;
  readonly comment: Uint8Array;
  readonly commentLength: number;
  readonly signature: number;
}

export interface RawParts {
  readonly prefix?: Uint8Array;
  readonly beforeList?: Uint8Array;
  readonly beforeEnd?: Uint8Array;
  readonly suffix?: Uint8Array;
  readonly end?: Partial<RawEnd>;
  /** Order of the list; else as the entries. */
  readonly order?: readonly number[];
}

export const none = new Uint8Array();
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** As our own zips have it. @param isPacked else it is stored */
export function rawEntry(name: string | Uint8Array, bytes: Uint8Array, special: Partial<RawEntry> = {}, isPacked = true): RawEntry {
  const data = isPacked ? deflateRawSync(bytes) : bytes;
  const written = typeof name === 'string' ? utf8(name) : name;
  const flags = written.some((byte) => byte >= 0x80) ? 0x800 : 0;
  const [time, date] = [0x6000, 0x0021];
  const fields = { version: 20, flags, method: isPacked ? 8 : 0, time, date, crc: crc32(bytes), packed: data.length, size: bytes.length };
  return { ...fields, name: written, extra: none, data, ...special };
}

export function rawZip(entries: readonly RawEntry[], parts: RawParts = {}): Uint8Array {
  const pieces: Uint8Array[] = [parts.prefix ?? none];
  let at = (parts.prefix ?? none).length;
  const put = (...added: readonly Uint8Array[]): void => {
    for (const piece of added) {
      pieces.push(piece);
      at += piece.length;
    }
  };
  const offsets: number[] = [];
  for (const entry of entries) {
    if (entry.gap) put(entry.gap);
    offsets.push(at);
    if (entry.isThere === false) continue;
    const local = { ...entry, signature: 0x04034b50, ...entry.local };
    put(numbers([4, local.signature]), common(local), local.name, local.extra, entry.data);
  }
  put(parts.beforeList ?? none);
  const list = at;
  let listed = 0;
  for (const index of parts.order ?? entries.keys()) {
    const entry = entries[index] as RawEntry;
    if (entry.isListed === false) continue;
    listed += 1;
    const beside = { madeBy: 20, comment: none, disk: 0, internal: 0, external: 0, offset: offsets[index] as number };
    const row = { ...entry, ...beside, signature: 0x02014b50, ...entry.listed };
    const tail = numbers([2, row.comment.length], [2, row.disk], [2, row.internal], [4, row.external], [4, row.offset]);
    put(numbers([4, row.signature], [2, row.madeBy]), common(row), tail, row.name, row.extra, row.comment);
  }
  const size = at - list;
  put(parts.beforeEnd ?? none);
  const end = { disk: 0, listDisk: 0, here: listed, entries: listed, size, list, comment: none, signature: 0x06054b50, ...parts.end };
  put(
    numbers([4, end.signature], [2, end.disk], [2, end.listDisk], [2, end.here], [2, end.entries], [4, end.size], [4, end.list]),
    numbers([2, parts.end?.commentLength ?? end.comment.length]),
    end.comment,
    parts.suffix ?? none,
  );
  return Buffer.concat(pieces);
}

const common = ({ version, flags, method, time, date, crc, packed, size, name, extra }: RawFields): Uint8Array =>
  numbers(
    [2, version],
    [2, flags],
    [2, method],
    [2, time],
    [2, date],
    [4, crc],
    [4, packed],
    [4, size],
    [2, name.length],
    [2, extra.length],
  );

/** Little-endian, each as `[bytes, value]`; what is too large is cut. */
export function numbers(...values: readonly (readonly [2 | 4 | 8, number])[]): Uint8Array {
  return Uint8Array.from(
    values.flatMap(([bytes, value]) =>
      Array.from({ length: bytes }, (_, at) => Math.floor((value < 0 ? value + 2 ** 32 : value) / 256 ** at) % 256),
    ),
  );
}
