// The index of one pack edition in memory: who says which word where. Packed arrays instead of lunr's objects,
// because four thousand guides must cost megabytes, not hundreds of them. Derived data: never trusted from outside.
import type { BlockId, ChannelId, GuideId } from '../base/ids.ts';

/** Version of the index and of its bytes; part of the key under which it is cached. */
export const searchFormat = 3;

/** What a stretch of text is; a guide's first two are its title and its summary. A `note` belongs to no heading. */
export const roles = { title: 0, summary: 1, heading: 2, text: 3, note: 4 } as const;

/** Text to UTF-8 and back: the core has no codec of its own. */
export interface TextCodec {
  encode(text: string): Uint8Array;
  decode(bytes: Uint8Array, start: number, end: number): string;
}

/** The parts that are stored. */
export interface PackParts {
  readonly channel: ChannelId;
  readonly guides: readonly GuideId[];
  /** First block of each guide, and one past the last. Title and summary count as blocks. */
  readonly guideBlocks: Uint32Array;
  readonly roles: Uint8Array;
  /** Place of each block's first word, counted over the pack with a gap between blocks; and one past the last. */
  readonly firstPlace: Uint32Array;
  /** Start of each block in `text`, and its end. */
  readonly textStart: Uint32Array;
  readonly text: Uint8Array;
  /** Ids of each guide's blocks, separated by spaces, empty for none. */
  readonly ids: readonly string[];
  /** Ascending by UTF-16 unit. */
  readonly words: readonly string[];
  /** Next word with the same stem, in a ring. */
  readonly nextForm: Uint32Array;
  /** Start of each word's postings in `postings`, and the end; how many places it has. */
  readonly postingStart: Uint32Array;
  readonly counts: Uint32Array;
  /** Places of each word as differences, seven bits a byte. */
  readonly postings: Uint8Array;
  /** Hashes of whole titles and headings, ascending, and the block of each. */
  readonly exactHash: Uint32Array;
  readonly exactBlock: Uint32Array;
}

/** Places per entry of the table that finds a block by a place. */
const pageShift = 5;

export class PackIndex {
  readonly parts: PackParts;
  readonly #codec: TextCodec;
  /** Block of the first place of each page. */
  readonly #pages: Uint32Array;
  #letters: readonly string[] | null = null;
  readonly guideOf: Uint32Array;
  /** Words of a guide on average, for the weight of long guides. */
  readonly averageLength: number;

  constructor(parts: PackParts, codec: TextCodec) {
    this.parts = parts;
    this.#codec = codec;
    const blocks = parts.roles.length;
    this.guideOf = new Uint32Array(blocks);
    for (let guide = 0; guide < parts.guides.length; guide += 1) {
      this.guideOf.fill(guide, parts.guideBlocks[guide], parts.guideBlocks[guide + 1]);
    }
    const places = parts.firstPlace[blocks] ?? 0;
    this.#pages = new Uint32Array((places >>> pageShift) + 1);
    for (let block = 0, page = 0; page < this.#pages.length; page += 1) {
      while (block + 1 < blocks && (parts.firstPlace[block + 1] ?? 0) <= page << pageShift) block += 1;
      this.#pages[page] = block;
    }
    this.averageLength = Math.max(1, places / Math.max(1, parts.guides.length));
  }

  get channel(): ChannelId {
    return this.parts.channel;
  }

  /** Block in which a place lies. */
  blockAt(place: number): number {
    const first = this.parts.firstPlace;
    let block = this.#pages[place >>> pageShift] ?? 0;
    while (block + 1 < this.parts.roles.length && (first[block + 1] ?? 0) <= place) block += 1;
    return block;
  }

  blockText(block: number): string {
    return this.#codec.decode(this.parts.text, this.parts.textStart[block] ?? 0, this.parts.textStart[block + 1] ?? 0);
  }

  blockId(block: number): BlockId | null {
    const guide = this.guideOf[block] ?? 0;
    const own = block - (this.parts.guideBlocks[guide] ?? 0) - 2;
    if (own < 0) return null;
    return ((this.parts.ids[guide] ?? '').split(' ')[own] || null) as BlockId | null;
  }

  /** Words in a guide, its title and summary included. */
  guideLength(guide: number): number {
    const { guideBlocks, firstPlace } = this.parts;
    return (firstPlace[guideBlocks[guide + 1] ?? 0] ?? 0) - (firstPlace[guideBlocks[guide] ?? 0] ?? 0);
  }

  /** Position of the first word that is not before `word`. */
  lowerBound(word: string): number {
    const words = this.parts.words;
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((words[middle] as string) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Number of a word, or -1. */
  wordId(word: string): number {
    const at = this.lowerBound(word);
    return this.parts.words[at] === word ? at : -1;
  }

  /** What the words of the pack begin with, each once. */
  get firstLetters(): readonly string[] {
    if (this.#letters === null) {
      const letters: string[] = [];
      for (let at = 0; at < this.parts.words.length; ) {
        const letter = (this.parts.words[at] as string).slice(0, 1);
        letters.push(letter);
        at = Math.max(at + 1, this.prefixRange(letter)[1]);
      }
      this.#letters = letters;
    }
    return this.#letters;
  }

  /** Numbers of the words that start with `prefix`: from, and one past the last. */
  prefixRange(prefix: string): readonly [number, number] {
    const from = this.lowerBound(prefix);
    let low = from;
    let high = this.parts.words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.parts.words[middle] as string).startsWith(prefix)) low = middle + 1;
      else high = middle;
    }
    return [from, low];
  }

  /** Places of a word, ascending. */
  places(word: number): Uint32Array {
    const bytes = this.parts.postings;
    const found = new Uint32Array(this.parts.counts[word] ?? 0);
    let at = this.parts.postingStart[word] ?? 0;
    let place = 0;
    for (let index = 0; index < found.length; index += 1) {
      let byte = bytes[at++] as number;
      let step = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[at++] as number;
        step |= (byte & 0x7f) << shift;
      }
      place += step;
      found[index] = place;
    }
    return found;
  }

  /** Blocks whose whole text may be the words of this hash: titles and headings only. */
  exactBlocks(hash: number): readonly number[] {
    const { exactHash, exactBlock } = this.parts;
    const found: number[] = [];
    for (let at = firstAtLeast(exactHash, hash); exactHash[at] === hash; at += 1) found.push(exactBlock[at] ?? 0);
    return found;
  }
}

/** Index of the first entry of an ascending list that is at least `value`. */
export function firstAtLeast(list: Uint32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
