// Builds the index of one pack edition from its guides one by one, so that the caller can do other things between
// two guides and search what is there so far. Refuses nothing: text without words is kept as text.
import type { BlockId, ChannelId, GuideId } from '../base/ids.ts';
import type { SearchDocument } from './document.ts';
import { stem } from './language.ts';
import { PackIndex, type PackParts, roles, type TextCodec } from './pack-index.ts';
import { eachWord, hashWords } from './words.ts';

/** At a place where no word stands: the gap between two blocks. */
const gap = 0;

export class PackBuilder {
  readonly #channel: ChannelId;
  readonly #codec: TextCodec;
  readonly #guides: GuideId[] = [];
  readonly #guideBlocks: number[] = [0];
  readonly #roles: number[] = [];
  readonly #firstPlace: number[] = [0];
  readonly #textStart: number[] = [0];
  #text = new Uint8Array(1 << 16);
  #textUsed = 0;
  readonly #ids: string[] = [];
  readonly #exact: { readonly hash: number; readonly block: number }[] = [];
  /** Numbers from 1 in the order in which words are met. */
  readonly #numbers = new Map<string, number>();
  /** Number of the word at each place; joined words, which share a place with another, stand apart. */
  #stream = new Uint32Array(1 << 16);
  #places = 0;
  readonly #joinedAt: number[] = [];
  readonly #joinedWord: number[] = [];

  constructor(channel: ChannelId, codec: TextCodec) {
    this.#channel = channel;
    this.#codec = codec;
  }

  /** Guides added so far. */
  get size(): number {
    return this.#guides.length;
  }

  add(document: SearchDocument): void {
    const ids: (BlockId | null)[] = [];
    this.#addBlock(document.title, roles.title);
    this.#addBlock(document.summary, roles.summary);
    document.sections.forEach((section, position) => {
      // Text without a heading at the end of a guide: its footnotes.
      const role = section.heading === '' && position > 0 ? roles.note : roles.text;
      if (section.heading !== '') {
        ids.push(section.block);
        this.#addBlock(section.heading, roles.heading);
      }
      section.blocks.forEach((block, index) => {
        ids.push(block.id);
        this.#addBlock(section.text.slice(block.start, section.blocks[index + 1]?.start), role);
      });
    });
    this.#guides.push(document.guide);
    this.#guideBlocks.push(this.#roles.length);
    this.#ids.push(ids.map((id) => id ?? '').join(' '));
  }

  /** The index of everything added so far; more may be added and taken again. */
  finish(): PackIndex {
    const exact = [...this.#exact].sort((a, b) => a.hash - b.hash || a.block - b.block);
    return new PackIndex(
      {
        channel: this.#channel,
        guides: [...this.#guides],
        guideBlocks: Uint32Array.from(this.#guideBlocks),
        roles: Uint8Array.from(this.#roles),
        firstPlace: Uint32Array.from(this.#firstPlace),
        textStart: Uint32Array.from(this.#textStart),
        text: this.#text.slice(0, this.#textUsed),
        ids: [...this.#ids],
        ...this.#postings(),
        exactHash: Uint32Array.from(exact, (entry) => entry.hash),
        exactBlock: Uint32Array.from(exact, (entry) => entry.block),
      },
      this.#codec,
    );
  }

  #addBlock(raw: string, role: number): void {
    const text = raw.replace(/\s+/g, ' ').trim();
    const block = this.#roles.length;
    const whole = role === roles.title || role === roles.heading ? ([] as string[]) : null;
    eachWord(text, (word, _start, _end, joined) => {
      if (word === '') return;
      const number = this.#numberOf(word);
      if (joined) {
        // Where its last part stands.
        this.#joinedAt.push(this.#places - 1);
        this.#joinedWord.push(number);
        return;
      }
      whole?.push(word);
      this.#place(number);
    });
    // Keeps a phrase from running over the end of a block.
    this.#place(gap);
    if (whole && whole.length > 0) this.#exact.push({ hash: hashWords(whole), block });
    const bytes = this.#codec.encode(text);
    if (this.#textUsed + bytes.length > this.#text.length) {
      const grown = new Uint8Array(Math.max(this.#textUsed + bytes.length, this.#text.length * 2));
      grown.set(this.#text);
      this.#text = grown;
    }
    this.#text.set(bytes, this.#textUsed);
    this.#textUsed += bytes.length;
    this.#roles.push(role);
    this.#textStart.push(this.#textUsed);
    this.#firstPlace.push(this.#places);
  }

  #numberOf(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#numbers.size + 1;
      this.#numbers.set(word, number);
    }
    return number;
  }

  #place(number: number): void {
    if (this.#places === this.#stream.length) {
      const grown = new Uint32Array(this.#stream.length * 2);
      grown.set(this.#stream);
      this.#stream = grown;
    }
    this.#stream[this.#places] = number;
    this.#places += 1;
  }

  /** Turns place -> word into word -> places: once to measure, once to write. */
  #postings(): Pick<PackParts, 'words' | 'nextForm' | 'postingStart' | 'counts' | 'postings'> {
    const words = [...this.#numbers.keys()].sort();
    const idOf = new Uint32Array(words.length + 1);
    words.forEach((word, id) => {
      idOf[this.#numbers.get(word) ?? 0] = id;
    });
    const postingStart = new Uint32Array(words.length + 1);
    const counts = new Uint32Array(words.length);
    const last = new Uint32Array(words.length);
    this.#eachPlace(idOf, (id, place) => {
      postingStart[id + 1] = (postingStart[id + 1] as number) + varintLength(place - (last[id] as number));
      counts[id] = (counts[id] as number) + 1;
      last[id] = place;
    });
    for (let id = 0; id < words.length; id += 1) postingStart[id + 1] = (postingStart[id + 1] as number) + (postingStart[id] as number);
    const postings = new Uint8Array(postingStart[words.length] ?? 0);
    const next = postingStart.slice();
    last.fill(0);
    this.#eachPlace(idOf, (id, place) => {
      let at = next[id] as number;
      let step = place - (last[id] as number);
      for (; step >= 0x80; step >>>= 7) postings[at++] = (step & 0x7f) | 0x80;
      postings[at++] = step;
      next[id] = at;
      last[id] = place;
    });
    return { words, nextForm: ringsOf(words), postingStart, counts, postings };
  }

  #eachPlace(idOf: Uint32Array, visit: (id: number, place: number) => void): void {
    let joined = 0;
    for (let place = 0; place < this.#places; place += 1) {
      const number = this.#stream[place] as number;
      if (number !== gap) visit(idOf[number] as number, place);
      for (; this.#joinedAt[joined] === place; joined += 1) visit(idOf[this.#joinedWord[joined] as number] as number, place);
    }
  }
}

function varintLength(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5;
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
