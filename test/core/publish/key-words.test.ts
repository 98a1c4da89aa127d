import { entropyToMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSlip, seedOfWords, seedWordCount, typedWords, wordsOf, wordsOfSeed } from '../../../content/core/publish/key-words.ts';
import { sha256 } from '../../../content/node/hash.ts';

const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });
const seed = Uint8Array.from({ length: 32 }, (_, at) => at * 7);
const words = wordsOfSeed(seed, sha256);
const fault = (typed: readonly string[]) => {
  const read = seedOfWords(typed, sha256);
  return read.ok ? null : read.fault;
};
const isSeed = (tried: Uint8Array) => Buffer.from(tried).equals(seed);

describe('words of a private key', () => {
  test('are those of BIP-39 and lead back to the key', () => {
    fc.assert(
      fc.property(seeds, (bytes) => {
        const made = wordsOfSeed(bytes, sha256);
        expect(made.join(' ')).toBe(entropyToMnemonic(bytes, wordlist));
        expect(seedOfWords(made, sha256)).toEqual({ ok: true, seed: bytes });
      }),
      { numRuns: 50 },
    );
  });

  test('need 32 bytes', () => expect(() => wordsOfSeed(seed.subarray(1), sha256)).toThrow('32 bytes'));

  test('may be typed in capitals, with numbers, or by their first four letters', () => {
    const typed = words.map((word, at) => `${at + 1}. ${word.toUpperCase().slice(0, 4)},`).join('\n');
    expect(seedOfWords(typedWords(typed), sha256)).toEqual({ ok: true, seed });
  });

  test('are counted', () => expect(fault(words.slice(1))).toEqual({ why: 'count', count: seedWordCount - 1 }));

  test('that are not on the list are named by their place, with what was probably meant', () => {
    const typed = words.with(4, 'abilty').with(20, 'żółw');
    expect(fault(typed)).toEqual({
      why: 'word',
      wrong: [
        { place: 5, word: 'abilty', near: ['ability'] },
        { place: 21, word: 'żółw', near: [] },
      ],
    });
  });

  test('swapped or replaced are noticed', () => {
    const swapped = words.with(2, words[3] as string).with(3, words[2] as string);
    expect(fault(swapped)).toEqual({ why: 'checksum' });
  });

  test('one wrong word is found when the key is known', () => {
    expect(findSlip(words.with(10, 'zoo'), sha256, isSeed)).toEqual({ why: 'word', place: 11, word: words[10] });
    const swapped = words.with(2, words[3] as string).with(3, words[2] as string);
    expect(findSlip(swapped, sha256, isSeed)).toEqual({ why: 'swapped', place: 3 });
    expect(findSlip(words.with(1, 'zoo').with(8, 'zoo'), sha256, isSeed)).toBe(null);
    expect(findSlip(words.with(1, 'none-such'), sha256, isSeed)).toBe(null);
  });
});

test('bits spell words from the highest on', () => {
  expect(wordsOf(Uint8Array.of(0, 0, 0), 2)).toEqual(['abandon', 'abandon']);
  expect(wordsOf(Uint8Array.of(0, 0x3f, 0xff), 2)).toEqual(['ability', 'zoo'].map((_, at) => wordlist[at === 0 ? 1 : 2047]));
});
