// A pack's index as bytes and back, for the cache on disk. Bytes that are not ours, of another format or cut
// short give null, and the caller builds the index again; whether they are unchanged is the cache's question.
import type { ChannelId, GuideId } from '../base/ids.ts';
import { PackIndex, type PackParts, searchFormat, type TextCodec } from './pack-index.ts';

const magic = 0x4e475358; // "NGSX"

/** Sum of lengths that a file may claim; more than any pack can hold, less than an allocation that fails. */
const mostItems = 64 * 1024 * 1024;

export function serialise(index: PackIndex, codec: TextCodec): Uint8Array {
  const { parts } = index;
  const writer = new Writer();
  writer.number(magic);
  writer.number(searchFormat);
  writer.bytes(codec.encode(parts.channel));
  writer.bytes(codec.encode(parts.guides.join('\n')));
  writer.bytes(codec.encode(parts.ids.join('\n')));
  writer.bytes(codec.encode(parts.words.join('\n')));
  writer.ascending(parts.guideBlocks);
  writer.bytes(parts.roles);
  writer.ascending(parts.firstPlace);
  writer.ascending(parts.textStart);
  writer.numbers(parts.nextForm);
  writer.ascending(parts.postingStart);
  writer.numbers(parts.counts);
  writer.ascending(parts.exactHash);
  writer.numbers(parts.exactBlock);
  writer.bytes(parts.postings);
  writer.bytes(parts.text);
  return writer.done();
}

export function deserialise(bytes: Uint8Array, codec: TextCodec): PackIndex | null {
  try {
    const reader = new Reader(bytes);
    if (reader.number() !== magic || reader.number() !== searchFormat) return null;
    const text = () => {
      const part = reader.bytes();
      return codec.decode(part, 0, part.length);
    };
    const lines = () => {
      const all = text();
      return all === '' ? [] : all.split('\n');
    };
    const channel = text() as ChannelId;
    const guides = lines() as GuideId[];
    const ids = text().split('\n');
    const parts: PackParts = {
      channel,
      guides,
      ids: guides.length === 0 ? [] : ids,
      words: lines(),
      guideBlocks: reader.ascending(),
      roles: reader.bytes(),
      firstPlace: reader.ascending(),
      textStart: reader.ascending(),
      nextForm: reader.numbers(),
      postingStart: reader.ascending(),
      counts: reader.numbers(),
      exactHash: reader.ascending(),
      exactBlock: reader.numbers(),
      postings: reader.bytes(),
      text: reader.bytes(),
    };
    return fits(parts) ? new PackIndex(parts, codec) : null;
  } catch (error) {
    if (error instanceof Overrun) return null;
    throw error;
  }
}

/** Whether the lists belong to each other, so that no look-up can leave them. */
function fits(parts: PackParts): boolean {
  const blocks = parts.roles.length;
  const words = parts.words.length;
  return (
    parts.guideBlocks.length === parts.guides.length + 1 &&
    parts.guideBlocks.at(-1) === blocks &&
    parts.ids.length === parts.guides.length &&
    parts.firstPlace.length === blocks + 1 &&
    parts.textStart.length === blocks + 1 &&
    parts.textStart.at(-1) === parts.text.length &&
    parts.nextForm.length === words &&
    parts.nextForm.every((next) => next < words) &&
    parts.postingStart.length === words + 1 &&
    parts.postingStart.at(-1) === parts.postings.length &&
    parts.counts.length === words &&
    // Each place takes at least one byte.
    parts.counts.every((count, word) => count <= (parts.postingStart[word + 1] ?? 0) - (parts.postingStart[word] ?? 0)) &&
    parts.exactBlock.length === parts.exactHash.length &&
    parts.exactBlock.every((block) => block < blocks)
  );
}

class Overrun extends Error {}

class Writer {
  #bytes = new Uint8Array(1 << 16);
  #used = 0;

  number(value: number): void {
    this.#reserve(5);
    let rest = value >>> 0;
    for (; rest >= 0x80; rest >>>= 7) this.#bytes[this.#used++] = (rest & 0x7f) | 0x80;
    this.#bytes[this.#used++] = rest;
  }

  numbers(values: Uint32Array): void {
    this.number(values.length);
    for (const value of values) this.number(value);
  }

  ascending(values: Uint32Array): void {
    this.number(values.length);
    let last = 0;
    for (const value of values) {
      this.number(value - last);
      last = value;
    }
  }

  bytes(values: Uint8Array): void {
    this.number(values.length);
    this.#reserve(values.length);
    this.#bytes.set(values, this.#used);
    this.#used += values.length;
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.#used);
  }

  #reserve(more: number): void {
    if (this.#used + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#used + more, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = grown;
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #items = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new Overrun();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new Overrun();
  }

  numbers(): Uint32Array {
    const values = new Uint32Array(this.#length());
    for (let index = 0; index < values.length; index += 1) values[index] = this.number();
    return values;
  }

  ascending(): Uint32Array {
    const values = this.numbers();
    for (let index = 1; index < values.length; index += 1) values[index] = (values[index] ?? 0) + (values[index - 1] ?? 0);
    return values;
  }

  /** A view, not a copy: the text is most of the file. */
  bytes(): Uint8Array {
    const length = this.#length();
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  #length(): number {
    const length = this.number();
    this.#items += length;
    // Every item takes at least a byte, so a longer list than what is left is damage.
    if (length > this.#bytes.length - this.#at || this.#items > mostItems) throw new Overrun();
    return length;
  }
}
