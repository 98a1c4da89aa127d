// Builds the index of one pack edition from its guides, some dozens at a time, so that the caller can do other
// things between two guides and search what is there so far. Refuses nothing: text without words is kept as text.
import type { BlockId, ChannelId, GuideId } from '../base/ids.ts';
import type { SearchDocument } from './document.ts';
import { invert, type Places, stem } from './language.ts';
import { PackIndex, roles, type TextCodec } from './pack-index.ts';
import { eachWord, hashWords, wordsOf } from './words.ts';

/** Guides per batch of lunr's builder: enough to share words, few enough for a handful of megabytes. */
const batchGuides = 48;

interface Growing {
  bytes: Uint8Array;
  used: number;
}

interface WordEntry {
  /** Differences between places, seven bits a byte. */
  bytes: Uint8Array;
  used: number;
  last: number;
  count: number;
}

export class PackBuilder {
  readonly #channel: ChannelId;
  readonly #codec: TextCodec;
  readonly #guides: GuideId[] = [];
  readonly #guideBlocks: number[] = [0];
  readonly #roles: number[] = [];
  readonly #firstPlace: number[] = [0];
  readonly #textStart: number[] = [0];
  readonly #text: Growing = { bytes: new Uint8Array(65_536), used: 0 };
  readonly #ids: string[] = [];
  readonly #exact: { readonly hash: number; readonly block: number }[] = [];
  readonly #entries = new Map<string, WordEntry>();
  #batch: Map<string, number[]>[] = [];

  constructor(channel: ChannelId, codec: TextCodec) {
    this.#channel = channel;
    this.#codec = codec;
  }

  /** Guides added so far. */
  get size(): number {
    return this.#guides.length;
  }

  add(document: SearchDocument): void {
    const words = new Map<string, number[]>();
    const ids: (BlockId | null)[] = [];
    this.#addBlock(document.title, roles.title, words);
    this.#addBlock(document.summary, roles.summary, words);
    for (const section of document.sections) {
      if (section.heading !== '') {
        ids.push(section.block);
        this.#addBlock(section.heading, roles.heading, words);
      }
      section.blocks.forEach((block, index) => {
        ids.push(block.id);
        this.#addBlock(section.text.slice(block.start, section.blocks[index + 1]?.start), roles.text, words);
      });
    }
    this.#guides.push(document.guide);
    this.#guideBlocks.push(this.#roles.length);
    this.#ids.push(ids.map((id) => id ?? '').join(' '));
    this.#batch.push(words);
    if (this.#batch.length >= batchGuides) this.#flush();
  }

  /** The index of everything added so far; more may be added and taken again. */
  finish(): PackIndex {
    this.#flush();
    const words = [...this.#entries.keys()].sort();
    const postingStart = new Uint32Array(words.length + 1);
    const counts = new Uint32Array(words.length);
    const entries = words.map((word) => this.#entries.get(word) as WordEntry);
    const postings = new Uint8Array(entries.reduce((sum, entry) => sum + entry.used, 0));
    let at = 0;
    entries.forEach((entry, index) => {
      postings.set(entry.bytes.subarray(0, entry.used), at);
      at += entry.used;
      postingStart[index + 1] = at;
      counts[index] = entry.count;
    });
    const exact = [...this.#exact].sort((a, b) => a.hash - b.hash || a.block - b.block);
    return new PackIndex(
      {
        channel: this.#channel,
        guides: [...this.#guides],
        guideBlocks: Uint32Array.from(this.#guideBlocks),
        roles: Uint8Array.from(this.#roles),
        firstPlace: Uint32Array.from(this.#firstPlace),
        textStart: Uint32Array.from(this.#textStart),
        text: this.#text.bytes.slice(0, this.#text.used),
        ids: [...this.#ids],
        words,
        nextForm: ringsOf(words),
        postingStart,
        counts,
        postings,
        exactHash: Uint32Array.from(exact, (entry) => entry.hash),
        exactBlock: Uint32Array.from(exact, (entry) => entry.block),
      },
      this.#codec,
    );
  }

  #addBlock(raw: string, role: number, words: Map<string, number[]>): void {
    const text = raw.replace(/\s+/g, ' ').trim();
    const block = this.#roles.length;
    const first = this.#firstPlace[block] ?? 0;
    let place = first;
    eachWord(text, (word, _start, _end, joined) => {
      if (word === '') return;
      // A joined form stands where its last part does.
      const at = joined ? place - 1 : place++;
      const places = words.get(word);
      if (places) places.push(at);
      else words.set(word, [at]);
    });
    const bytes = this.#codec.encode(text);
    reserve(this.#text, bytes.length);
    this.#text.bytes.set(bytes, this.#text.used);
    this.#text.used += bytes.length;
    this.#roles.push(role);
    this.#textStart.push(this.#text.used);
    // The gap keeps a phrase from running over the end of a block.
    this.#firstPlace.push(place + 1);
    if (role === roles.title || role === roles.heading) {
      const whole = wordsOf(text);
      if (whole.length > 0) this.#exact.push({ hash: hashWords(whole), block });
    }
  }

  #flush(): void {
    const batch: readonly Places[] = this.#batch;
    if (batch.length === 0) return;
    this.#batch = [];
    invert(batch, (word, places) => {
      let entry = this.#entries.get(word);
      if (!entry) {
        entry = { bytes: new Uint8Array(4), used: 0, last: 0, count: 0 };
        this.#entries.set(word, entry);
      }
      for (const place of places) {
        // Five bytes hold the largest difference.
        reserve(entry, 5);
        let step = place - entry.last;
        for (; step >= 0x80; step >>>= 7) entry.bytes[entry.used++] = (step & 0x7f) | 0x80;
        entry.bytes[entry.used++] = step;
        entry.last = place;
      }
      entry.count += places.length;
    });
  }
}

function reserve(growing: Growing, more: number): void {
  if (growing.used + more <= growing.bytes.length) return;
  const bytes = new Uint8Array(Math.max(growing.used + more, growing.bytes.length * 2));
  bytes.set(growing.bytes.subarray(0, growing.used));
  growing.bytes = bytes;
}

/** Links the words of each stem to a ring. */
function ringsOf(words: readonly string[]): Uint32Array {
  const next = new Uint32Array(words.length);
  const ends = new Map<string, { readonly first: number; last: number }>();
  words.forEach((word, id) => {
    const key = stem(word);
    const ring = ends.get(key);
    next[id] = ring?.first ?? id;
    if (ring) {
      next[ring.last] = id;
      ring.last = id;
    } else ends.set(key, { first: id, last: id });
  });
  return next;
}
