// Which passphrases may seal a private key: long enough that scrypt makes guessing dear, and not one of those that
// are tried first. Names the reason; never keeps or returns the words themselves.

/** A dozen characters is what the design asks for (trust.md 1.3); three or four words reach it easily. */
export const shortestPassphrase = 12;
/** scrypt takes any length; this only stops a whole file from being pasted. */
export const longestPassphrase = 1_024;

export type PassphraseFault = 'short' | 'long' | 'repeated' | 'sequence' | 'common' | 'name';

/** Fewer different characters than this is a pattern, not a phrase. */
const fewestDifferent = 5;

/** What lists of broken passwords begin with, and what is at hand in this work. */
const common = [
  'password',
  'passphrase',
  'passwort',
  'letmein',
  'welcome',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'administrator',
  'admin',
  'changeme',
  'iloveyou',
  'monkey',
  'dragon',
  'secret',
  'police',
  'constabulary',
  'nationalguides',
  'national',
  'guides',
  'guide',
  'facebook',
  'instagram',
  'twitter',
  'correcthorsebatterystaple',
  'correct',
  'horse',
  'battery',
  'staple',
];

/** One spelling for what keyboards write differently; what the key is derived from. */
export function normalPassphrase(passphrase: string): string {
  return passphrase.normalize('NFC');
}

/**
 * Null when it may be used. Length counts characters as people do.
 * @param names of the person and the force: words an attacker knows.
 */
export function passphraseFault(passphrase: string, names: readonly string[] = []): PassphraseFault | null {
  const characters = [...normalPassphrase(passphrase)];
  if (characters.length < shortestPassphrase) return 'short';
  if (characters.length > longestPassphrase) return 'long';
  const letters = characters.join('').toLowerCase();
  if (new Set(letters).size < fewestDifferent || isRepeated(letters)) return 'repeated';
  if (isSequence(letters)) return 'sequence';
  const bare = letters.replace(/[^\p{L}]/gu, '');
  // What is left when the known words are taken out must still be something.
  if (leftOf(plain(letters), common) < fewestDifferent) return 'common';
  const known = names.flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u)).filter((word) => word.length > 2);
  if (known.length > 0 && leftOf(bare, [...known, ...common]) < fewestDifferent) return 'name';
  return null;
}

/** The usual disguises of letters undone. */
function plain(text: string): string {
  const letters: Readonly<Record<string, string>> = {
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '@': 'a',
    $: 's',
    '!': 'i',
  };
  return [...text]
    .map((character) => letters[character] ?? character)
    .join('')
    .replace(/[^\p{L}]/gu, '');
}

/** Different characters left after each known word is taken out. */
function leftOf(text: string, words: readonly string[]): number {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const left = longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), text);
  // Digits alone ("password123456") add nothing; a phrase without letters is judged by its variety alone.
  return text === '' ? fewestDifferent : new Set(left).size;
}

function isRepeated(text: string): boolean {
  for (let length = 1; length <= text.length / 2; length += 1)
    if (text.length % length === 0 && text.slice(0, length).repeat(text.length / length) === text) return true;
  return false;
}

/** Each character one up or one down from the last, as in "abcdefgh" and "87654321", also when it starts over. */
function isSequence(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).filter((code, at) => Math.abs(code - (codes[at] ?? 0)) === 1).length;
  // A quarter may break the run, as at the end of the digits.
  return steps >= (codes.length - 1) * 0.75;
}
