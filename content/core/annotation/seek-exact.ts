// Quotes of which nobody says in which guide they stand -> the guide that has the very words, all quotes at once in one
// pass over each guide (Karp and Rabin, 1987). Words that stand in several guides alike are left to a person.
import type { GuideId } from '../base/ids.ts';

export interface LostQuote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface ExactSearch {
  /** Looks for all of them in one more guide. */
  look(guide: GuideId, text: string): void;
  /** By the position of the quote; null where no guide, or more than one, has it. */
  found(): readonly (GuideId | null)[];
}

// So many characters are compared by number; fewer would stand in every sentence.
const gram = 16;
/** As in find-quote.ts: such words stand in one place only; shorter ones must stand in their context. */
const longEnough = 24;
/** Places at which words are compared one by one: what a thousand honest notes need is a thousandth of it. */
const mostLooks = 20_000_000;

interface Sought {
  readonly pattern: string;
  readonly before: string;
  readonly after: string;
}

interface Best {
  readonly guide: GuideId;
  readonly fit: number;
  readonly isTied: boolean;
}

export function seekExact(quotes: readonly LostQuote[]): ExactSearch {
  const sought = quotes.map(patternOf);
  const starts = new Map<number, number[]>();
  sought.forEach((one, at) => {
    if (!one) return;
    const key = numberOf(one.pattern);
    const same = starts.get(key);
    if (same) same.push(at);
    else starts.set(key, [at]);
  });
  const best: (Best | null)[] = quotes.map(() => null);
  let looks = 0;
  const weigh = (at: number, guide: GuideId, text: string, place: number): void => {
    const { pattern, before, after } = sought[at] as Sought;
    if (!text.startsWith(pattern, place)) return;
    const known = best[at] ?? null;
    const fit =
      commonTail(before, text.slice(Math.max(0, place - before.length), place)) + commonHead(after, text.slice(place + pattern.length));
    if (known === null || fit > known.fit) best[at] = { guide, fit, isTied: false };
    else if (fit === known.fit && known.guide !== guide) best[at] = { ...known, isTied: true };
  };
  return {
    look(guide, raw) {
      const text = squeeze(raw);
      if (starts.size === 0 || text.length < gram) return;
      let key = numberOf(text);
      for (let place = 0; ; place++) {
        const same = starts.get(key);
        if (same && looks < mostLooks) {
          looks += same.length;
          for (const at of same) weigh(at, guide, text, place);
        }
        if (place + gram >= text.length) return;
        key = (Math.imul(key - Math.imul(text.charCodeAt(place), highest), base) + text.charCodeAt(place + gram)) | 0;
      }
    },
    found: () => best.map((one) => (one === null || one.isTied ? null : one.guide)),
  };
}

function patternOf({ exact, prefix, suffix }: LostQuote): Sought | null {
  const words = squeeze(exact).trim();
  const before = squeeze(prefix + leadOf(exact));
  const after = squeeze(tailOf(exact) + suffix);
  if (words.length >= longEnough) return { pattern: words, before, after };
  // What stands around it belongs to it.
  const around = `${before.slice(-longEnough)}${words}${after.slice(0, longEnough)}`.trim();
  return words !== '' && around.length >= longEnough ? { pattern: around, before: '', after: '' } : null;
}

const leadOf = (text: string): string => text.slice(0, text.length - text.trimStart().length);
const tailOf = (text: string): string => text.slice(text.trimEnd().length);
const squeeze = (text: string): string => text.replace(/\s+/g, ' ');

// A prime above every letter's number would not matter here: what has the same number is compared letter by letter.
const base = 0x01000193;
const highest = power(gram - 1);

function power(exponent: number): number {
  let value = 1;
  for (let step = 0; step < exponent; step++) value = Math.imul(value, base);
  return value;
}

function numberOf(text: string): number {
  let key = 0;
  for (let at = 0; at < gram; at++) key = (Math.imul(key, base) + text.charCodeAt(at)) | 0;
  return key;
}

function commonHead(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function commonTail(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}
