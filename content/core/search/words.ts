// Cuts text into the words that are indexed, searched and marked, with their places in the text. One cutter
// for all three, so that what is found is also what is marked. Knows letters of every script; no language.

/** Longer runs (keys, encoded data) are cut here: nobody types them, and they would swell the vocabulary. */
export const longestWord = 40;

/** A compound of more parts (a path, a file name) gets no joined form: it would only be noise. */
const mostJoinedParts = 3;

const kinds = { unknown: 0, other: 1, letter: 2, hyphen: 3, link: 4, elided: 5 } as const;

// Classes of UTF-16 units, filled as they are met: a lookup is many times faster than a Unicode pattern.
const classes = new Uint8Array(65_536);
for (const unit of '-\u2010\u2011') classes[unit.charCodeAt(0)] = kinds.hyphen;
for (const unit of '._&') classes[unit.charCodeAt(0)] = kinds.link;
// Apostrophes, and characters without a width of their own (soft hyphen, joiners, direction marks).
for (const unit of "'\u2019\u02bc\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff") classes[unit.charCodeAt(0)] = kinds.elided;

const letter = /[\p{L}\p{N}\p{M}]/u;

function classify(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdfff) {
    const start = unit >= 0xdc00 && at > 0 ? at - 1 : at;
    return letter.test(String.fromCodePoint(text.codePointAt(start) ?? unit)) ? kinds.letter : kinds.other;
  }
  const found = letter.test(String.fromCharCode(unit)) ? kinds.letter : kinds.other;
  classes[unit] = found;
  return found;
}

/** `joined` words stand beside the parts they are made of ("two", "step", then "twostep"). */
export type VisitWord = (word: string, start: number, end: number, joined: boolean) => void;

/**
 * Calls `visit` for each word of `text` in order: lower case, without accents and apostrophes ("Force's" is
 * "force", "U.S." is "us", "#hashtag" is "hashtag"). Places are UTF-16 units, the end exclusive. Stops at `limit`.
 */
export function eachWord(text: string, visit: VisitWord, limit = text.length): void {
  let at = 0;
  while (at < limit) {
    const kind = classes[text.charCodeAt(at)] || classify(text, at);
    if (kind !== kinds.letter) {
      at += 1;
      continue;
    }
    const start = at;
    let compound = false;
    let elided = false;
    let end = at;
    while (at < text.length) {
      const next = classes[text.charCodeAt(at)] || classify(text, at);
      if (next === kinds.other) break;
      if (next === kinds.letter) {
        // Only what stands between letters belongs to the word.
        for (let between = end; between < at; between += 1) {
          if (classes[text.charCodeAt(between)] === kinds.elided) elided = true;
          else compound = true;
        }
        end = at + 1;
      } else if (at > end && (next !== kinds.elided || at > end + 1)) break;
      at += 1;
    }
    at = Math.max(at, end);
    if (compound) visitCompound(text, start, end, visit);
    else visit(normalise(elided ? elide(text.slice(start, end)) : text.slice(start, end)), start, end, false);
  }
}

function visitCompound(text: string, start: number, end: number, visit: VisitWord): void {
  const parts: { readonly word: string; readonly start: number; readonly end: number }[] = [];
  let hyphens = true;
  let from = start;
  for (let at = start; at <= end; at += 1) {
    const kind = at === end ? kinds.link : classes[text.charCodeAt(at)];
    if (kind !== kinds.hyphen && kind !== kinds.link) continue;
    if (at < end && kind === kinds.link) hyphens = false;
    if (at > from) parts.push({ word: normalise(elide(text.slice(from, at))), start: from, end: at });
    from = at + 1;
  }
  const joined = parts
    .map((part) => part.word)
    .join('')
    .slice(0, longestWord);
  // "U.S.", "e.g.", "R&D": single letters mean nothing alone.
  if (parts.every((part) => part.word.length === 1)) {
    visit(joined, start, end, false);
    return;
  }
  for (const part of parts) visit(part.word, part.start, part.end, false);
  if (hyphens && parts.length <= mostJoinedParts) visit(joined, start, end, true);
}

const elisions = /['\u2019\u02bc\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff]|\u200d/g;

function elide(word: string): string {
  return word.replace(/['\u2019\u02bc][sS]$/, '').replace(elisions, '');
}

const ascii = /^[a-z0-9]*$/;
const accents = /[\u0300-\u036f]+/g;

function normalise(raw: string): string {
  const lower = raw.toLowerCase();
  const plain = ascii.test(lower) ? lower : lower.normalize('NFKD').replace(accents, '').normalize('NFC');
  return plain.length > longestWord ? plain.slice(0, longestWord) : plain;
}

/** The words of `text` in order, without joined forms. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (word, _start, _end, joined) => {
    if (!joined && word !== '') words.push(word);
  });
  return words;
}

/** 32-bit FNV-1a of words in order: finds titles and headings that were typed whole. Collisions are checked by the caller. */
export function hashWords(words: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const word of words) {
    for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 32, 0x01000193);
  }
  return hash >>> 0;
}
