// Whether a delegation speaks of a target path (4.5, 5.6.7.2): shell patterns in which nothing but `/` matches `/`,
// and bins by the path's hash. Linear in the pattern's and the path's length; no regular expression is built from them.
import type { Sha256Of } from '../base/hash.ts';
import { encodeUtf8 } from '../base/utf8.ts';

/** 4.5 PATHPATTERN: `*`, `?`, `[abc]`, `[a-c]` and `[!abc]`, each within one segment; a leading dot is no exception. */
export function matchesPattern(pattern: string, path: string): boolean {
  const patterns = pattern.split('/');
  const segments = path.split('/');
  return patterns.length === segments.length && patterns.every((part, index) => matchesSegment(part, segments[index] as string));
}

function matchesSegment(pattern: string, text: string): boolean {
  const tokens = tokensOf(pattern);
  const letters = [...text];
  let at = 0;
  let letter = 0;
  let star = -1;
  let retry = 0;
  while (letter < letters.length) {
    const token = tokens[at];
    if (token === 'any') {
      star = at++;
      retry = letter;
    } else if (token?.(letters[letter] as string)) {
      at++;
      letter++;
    } else if (star >= 0) {
      // Only the last star need take one letter more: an earlier one could not do better.
      at = star + 1;
      letter = ++retry;
    } else return false;
  }
  return tokens.slice(at).every((token) => token === 'any');
}

type Token = 'any' | ((letter: string) => boolean);

function tokensOf(pattern: string): Token[] {
  const letters = [...pattern];
  const tokens: Token[] = [];
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at];
    if (letter === '*') tokens.push('any');
    else if (letter === '?') tokens.push(() => true);
    else {
      const end = letter === '[' ? classEnd(letters, at) : -1;
      if (end < 0) tokens.push((other) => other === letter);
      else {
        tokens.push(classOf(letters.slice(at + 1, end)));
        at = end;
      }
    }
  }
  return tokens;
}

/** Index of the `]` that closes the class; -1 where none does and `[` is a letter. A first `]` is a member. */
function classEnd(letters: readonly string[], start: number): number {
  const first = start + (letters[start + 1] === '!' ? 2 : 1);
  return letters.indexOf(']', first + 1);
}

function classOf(inside: readonly string[]): (letter: string) => boolean {
  const negative = inside[0] === '!';
  const members = negative ? inside.slice(1) : inside;
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < members.length; at++) {
    const from = members[at] as string;
    const to = members[at + 1] === '-' ? members[at + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) at += 2;
  }
  const code = (letter: string) => letter.codePointAt(0) as number;
  return (letter) => ranges.some(([from, to]) => code(from) <= code(letter) && code(letter) <= code(to)) !== negative;
}

/** 4.5 path_hash_prefixes: the SHA-256 of the path, in lower-case hexadecimal, begins with one of them. */
export function matchesHashPrefix(prefixes: readonly string[], path: string, sha256: Sha256Of): boolean {
  const digest = sha256(encodeUtf8(path));
  return prefixes.some((prefix) => digest.startsWith(prefix));
}

/** TAP 15: the bin of a path is the first `bits` bits of its SHA-256, in as few hexadecimal digits as the last bin needs. */
export function binOf(prefix: string, bits: number, path: string, sha256: Sha256Of): string {
  const index = Number.parseInt(sha256(encodeUtf8(path)).slice(0, 8), 16) >>> (32 - bits);
  return `${prefix}-${index.toString(16).padStart(Math.ceil(bits / 4), '0')}`;
}
