// An edition's index as the store needs it: everything checked by core/pack, with the block ids of each guide as
// one stretch of text. A large index is mostly block rows; when they are spelled as our writer spells them they are
// checked where they lie, and only the rest is parsed. Anything else takes the ordinary way, with the same result.
import { ok, type Result } from '../core/base/result.ts';
import { readEditionIndex } from '../core/pack/index.ts';
import { type EditionIndex, packLimits } from '../core/pack/model.ts';

export interface StoreIndex {
  /** Checked; its guides' `blocks` may be empty: the ids are in `table`. */
  readonly edition: EditionIndex;
  /** Block ids of all guides in order, a space between those of one guide. ASCII. */
  readonly table: Buffer;
  /** Where each guide's stretch of the table ends. */
  readonly ends: readonly number[];
}

export function readStoreIndex(bytes: Buffer): Result<StoreIndex> {
  const fast = bytes.length <= packLimits.fileBytes ? readCanonical(bytes) : null;
  if (fast) return ok(fast);
  const read = readEditionIndex(bytes);
  return read.ok ? ok(tableOf(read.value)) : read;
}

function tableOf(edition: EditionIndex): StoreIndex {
  const ends: number[] = [];
  let end = 0;
  const slices = edition.guides.map(({ blocks }) => {
    const slice = blocks.map((block) => block[0]).join(' ');
    end += slice.length;
    ends.push(end);
    return slice;
  });
  return { edition, table: Buffer.from(slices.join(''), 'latin1'), ends };
}

/** In valid JSON this can only be a key: inside a text the quotes would be escaped. */
const key = Buffer.from(',"blocks":[');
const kinds: ReadonlySet<string> = new Set(['heading', 'paragraph', 'list-item', 'task', 'table', 'code', 'image', 'footnote']);

/** Null when the rows are not spelled canonically, or anything is wrong: the ordinary way then says what. */
function readCanonical(bytes: Buffer): StoreIndex | null {
  const rest: Buffer[] = [];
  const ends: number[] = [];
  const table = Buffer.allocUnsafe(bytes.length);
  const rows: Rows = { bytes, at: 0, table, end: 0 };
  let from = 0;
  for (let found = bytes.indexOf(key); found >= 0; found = bytes.indexOf(key, rows.at)) {
    rows.at = found + key.length;
    rest.push(bytes.subarray(from, rows.at));
    if (!copyRows(rows)) return null;
    // The closing bracket goes with what is parsed: an empty list stands there.
    from = rows.at - 1;
    ends.push(rows.end);
  }
  rest.push(bytes.subarray(from));
  const read = readEditionIndex(Buffer.concat(rest));
  // As many lists as guides, and a checked guide has one: so each list is its guide's, in order.
  if (!read.ok || read.value.guides.length !== ends.length) return null;
  return { edition: read.value, table: Buffer.from(table.subarray(0, rows.end)), ends };
}

interface Rows {
  readonly bytes: Buffer;
  at: number;
  readonly table: Buffer;
  end: number;
}

const [quote, comma, open, close, space] = [0x22, 0x2c, 0x5b, 0x5d, 0x20];
const digestLength = 16;
/** Longer lists are for core/pack to judge. */
const mostRows = 100_000;

/** From after the list's opening bracket to after its closing one. False for any byte that should not be there. */
function copyRows(rows: Rows): boolean {
  const { bytes, table } = rows;
  let at = rows.at;
  if (bytes[at] === close) {
    rows.at = at + 1;
    return true;
  }
  const seen = new Set<number>();
  for (let isFirst = true; ; isFirst = false) {
    if (bytes[at] !== open || bytes[at + 1] !== quote) return false;
    if (!isFirst) table[rows.end++] = space;
    at += 2;
    const idAt = at;
    // Two hashes in one number: equal numbers may be equal ids, and then the ordinary way looks again.
    let [one, two] = [0, 0];
    for (let byte = bytes[at] as number; isIdByte(byte); byte = bytes[++at] as number) {
      one = (Math.imul(one, 31) + byte) | 0;
      two = (Math.imul(two, 131) + byte) | 0;
      table[rows.end++] = byte;
    }
    // b and 7 to 15 more (base/ids.ts).
    if (bytes[idAt] !== 0x62 || at - idAt < 8 || at - idAt > 16) return false;
    const mark = (one >>> 0) * 0x200000 + (two & 0x1fffff);
    if (seen.has(mark) || seen.size >= mostRows) return false;
    seen.add(mark);
    if (bytes[at] !== quote || bytes[at + 1] !== comma || bytes[at + 2] !== quote) return false;
    at += 3;
    const kindAt = at;
    while (isKindByte(bytes[at] as number)) at += 1;
    if (!kinds.has(bytes.toString('latin1', kindAt, at))) return false;
    if (bytes[at] !== quote || bytes[at + 1] !== comma || bytes[at + 2] !== quote) return false;
    at += 3;
    for (const until = at + digestLength; at < until; at += 1) if (!isHexByte(bytes[at] as number)) return false;
    if (bytes[at] !== quote || bytes[at + 1] !== close) return false;
    at += 2;
    if (bytes[at] === close) break;
    if (bytes[at] !== comma) return false;
    at += 1;
  }
  rows.at = at + 1;
  return true;
}

const isIdByte = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x32 && byte <= 0x37);
const isKindByte = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || byte === 0x2d;
const isHexByte = (byte: number): boolean => (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66);
