// What was typed, taken apart: words, "quoted phrases", a scope such as `facebook:`. There is no wrong query:
// whatever is not understood is searched for as words.
import type { ChannelId } from '../base/ids.ts';
import { isStopWord } from './language.ts';
import { queryLimits } from './model.ts';
import { eachWord, wordsOf } from './words.ts';

export interface QueryWord {
  readonly word: string;
  /** It is still being typed (the last word), or was written with a star. */
  readonly prefix: boolean;
  /** Compound it is a part of, written as one ("twostep" for "two-step"), else null. */
  readonly joined: string | null;
}

export interface ParsedQuery {
  readonly channels: readonly ChannelId[];
  readonly unknown: readonly string[];
  /** Words to look for, stop words left out, each once. */
  readonly words: readonly QueryWord[];
  /** Words of each quotation, stop words included. */
  readonly phrases: readonly (readonly string[])[];
  /** Everything but the scope as words, for titles and headings that are typed whole. */
  readonly whole: readonly string[];
  /** Everything but the scope as typed, cut to what is searched. */
  readonly text: string;
}

// Not an address ("https://").
const scopeBefore = /^\s*([\p{L}\p{N}][\p{L}\p{N}_-]*(?:\s*,\s*[\p{L}\p{N}][\p{L}\p{N}_-]*)*)\s*:(?!\/\/)/u;
const quotation = /["\u201c\u201d\u201e\u00ab\u00bb]/;

/** @param known channels that can be named as a scope */
export function parseQuery(typed: string, known: readonly ChannelId[]): ParsedQuery {
  const cut = typed.slice(0, queryLimits.characters);
  const { channels, unknown, rest } = takeScope(cut, known);
  // Odd pieces stand inside quotation marks; a last one without its closing mark is still being typed.
  const pieces = rest.split(quotation);
  const phrases: string[][] = [];
  const words = new Map<string, QueryWord>();
  pieces.forEach((piece, index) => {
    const quoted = index % 2 === 1 && index < pieces.length - 1;
    if (quoted) {
      const phrase = wordsOf(piece).slice(0, queryLimits.words);
      if (phrase.length > 1) phrases.push(phrase);
    }
    addWords(piece, quoted, index === pieces.length - 1, words);
  });
  return { channels, unknown, words: [...words.values()], phrases, whole: wordsOf(rest).slice(0, queryLimits.words), text: rest.trim() };
}

function takeScope(text: string, known: readonly ChannelId[]): { channels: ChannelId[]; unknown: string[]; rest: string } {
  const match = scopeBefore.exec(text);
  // "10:30" is a time.
  if (!match?.[1] || /^[\d\s,]+$/.test(match[1])) return { channels: [], unknown: [], rest: text };
  const names = match[1].split(',').map((name) => name.trim().toLowerCase());
  const channels = known.filter((id) => names.includes(id));
  const unknown = names.filter((name) => !known.some((id) => id === name));
  // Only what was understood is taken out of the text.
  const rest = text.slice(match[0].length);
  return { channels, unknown, rest: unknown.length === 0 ? rest : `${unknown.join(' ')} ${rest}` };
}

function addWords(piece: string, quoted: boolean, last: boolean, words: Map<string, QueryWord>): void {
  let parts: string[] = [];
  const add = (word: string, prefix: boolean, joined: string | null) => {
    const before = words.get(word);
    if (words.size >= queryLimits.words && !before) return;
    words.set(word, { word, prefix: prefix || (before?.prefix ?? false), joined: joined ?? before?.joined ?? null });
  };
  eachWord(piece, (word, _start, end, joined) => {
    if (word === '') return;
    if (joined) {
      for (const part of parts) if (words.has(part)) add(part, false, word);
      return;
    }
    if (isStopWord(word)) {
      parts = [];
      return;
    }
    const typing = !quoted && ((last && end === piece.length) || piece[end] === '*');
    parts = [...parts.slice(-2), word];
    add(word, typing, null);
  });
}
