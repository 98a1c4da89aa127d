// Bits as words that people can read out and copy by hand: the English list of BIP-39, whose words differ in their
// first four letters. The 32 bytes of a private key become 24 words with a checksum. The only file that knows the
// list's package. Words that cannot be right are named by their place.
import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { Sha256Of } from '../base/hash.ts';

/** 2,048 words are 11 bits each. */
const wordBits = 11;
/** As many letters tell every word of the list from every other. */
const tellingLetters = 4;
const seedBytes = 32;
/** 256 bits of the key and 8 of its checksum, 11 to a word (BIP-39, "Generating the mnemonic"). */
export const seedWordCount = 24;

/** The first `count` words that the bits of `bytes` spell, from the highest bit on. */
export function wordsOf(bytes: Uint8Array, count: number): readonly string[] {
  const bits = bitsOf(bytes);
  return Array.from({ length: count }, (_, at) => {
    const index = Number.parseInt(bits.slice(at * wordBits, (at + 1) * wordBits), 2);
    return wordlist[index] as string;
  });
}

/** @param seed the 32 bytes of an Ed25519 private key. Throws for another length. */
export function wordsOfSeed(seed: Uint8Array, sha256: Sha256Of): readonly string[] {
  if (seed.length !== seedBytes) throw new Error('a seed has 32 bytes');
  return wordsOf(Uint8Array.from([...seed, checksumOf(seed, sha256)]), seedWordCount);
}

/** What is wrong with words that were typed. Places count from 1. */
export type WordsFault =
  | { readonly why: 'count'; readonly count: number }
  | { readonly why: 'word'; readonly wrong: readonly { readonly place: number; readonly word: string; readonly near: readonly string[] }[] }
  | { readonly why: 'checksum' };

export type ReadWords = { readonly ok: true; readonly seed: Uint8Array } | { readonly ok: false; readonly fault: WordsFault };

/** Words in any case, with numbers and punctuation between them; the first four letters of a word are enough. */
export function typedWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '');
}

export function seedOfWords(typed: readonly string[], sha256: Sha256Of): ReadWords {
  if (typed.length !== seedWordCount) return { ok: false, fault: { why: 'count', count: typed.length } };
  const places = typed.map(placeOf);
  const wrong = typed.flatMap((word, at) => (places[at] === -1 ? [{ place: at + 1, word, near: nearWords(word) }] : []));
  if (wrong.length > 0) return { ok: false, fault: { why: 'word', wrong } };
  const bytes = bytesOf(places as number[]);
  const seed = bytes.subarray(0, seedBytes);
  return bytes[seedBytes] === checksumOf(seed, sha256) ? { ok: true, seed } : { ok: false, fault: { why: 'checksum' } };
}

/** One thing that was copied wrongly: a word by another of the list, or two neighbours in the wrong order. */
export type Slip =
  | { readonly why: 'word'; readonly place: number; readonly word: string }
  | { readonly why: 'swapped'; readonly place: number };

/**
 * The one slip that leads to the key that is looked for, or null. The checksum leaves one try in 256 to be compared:
 * some 200 keys are derived at most.
 * @param isRight whether a seed is the one that was written down.
 */
export function findSlip(typed: readonly string[], sha256: Sha256Of, isRight: (seed: Uint8Array) => boolean): Slip | null {
  const places = typed.map(placeOf);
  if (typed.length !== seedWordCount || places.includes(-1)) return null;
  const fits = (tried: readonly number[]): boolean => {
    const bytes = bytesOf(tried);
    const seed = bytes.subarray(0, seedBytes);
    return bytes[seedBytes] === checksumOf(seed, sha256) && isRight(seed);
  };
  for (let at = 0; at + 1 < places.length; at += 1) {
    const [a, b] = [places[at] as number, places[at + 1] as number];
    if (fits(places.with(at, b).with(at + 1, a))) return { why: 'swapped', place: at + 1 };
  }
  for (let at = 0; at < places.length; at += 1)
    for (let index = 0; index < wordlist.length; index += 1)
      if (fits(places.with(at, index))) return { why: 'word', place: at + 1, word: wordlist[index] as string };
  return null;
}

const indexes = new Map(wordlist.map((word, index) => [word, index]));
const beginnings = new Map(wordlist.map((word, index) => [word.slice(0, tellingLetters), index]));

/** -1 for what is not a word of the list. A beginning counts where it is all that was written. */
function placeOf(word: string): number {
  return indexes.get(word) ?? (word.length === tellingLetters ? (beginnings.get(word) ?? -1) : -1);
}

/** Few enough to read in one line. */
const suggestions = 3;

function nearWords(word: string): readonly string[] {
  const begun = beginnings.get(word.slice(0, tellingLetters));
  const near = wordlist.filter((candidate) => isOneSlip(word, candidate));
  return [...new Set([...(begun === undefined ? [] : [wordlist[begun] as string]), ...near])].slice(0, suggestions);
}

/** One letter more, less or other, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const rest = (text: string, from: number) => text.slice(from);
  if (a.length > b.length) return rest(a, at + 1) === rest(b, at);
  if (a.length < b.length) return rest(a, at) === rest(b, at + 1);
  const swapped = a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, at + 2) === rest(b, at + 2);
  return swapped || rest(a, at + 1) === rest(b, at + 1);
}

/** BIP-39: the first 8 bits of the SHA-256 of 32 bytes. */
const checksumOf = (seed: Uint8Array, sha256: Sha256Of): number => Number.parseInt(sha256(seed).slice(0, 2), 16);

const bitsOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');

function bytesOf(places: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((places.length * wordBits) / 8));
  places.forEach((value, at) => {
    for (let bit = 0; bit < wordBits; bit += 1) {
      const to = at * wordBits + bit;
      if (value & (1 << (wordBits - 1 - bit))) bytes[to >> 3] = (bytes[to >> 3] as number) | (0x80 >> (to & 7));
    }
  });
  return bytes;
}
