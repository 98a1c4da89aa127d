// Queries whose right answer is known: titles and headings that only one guide has, titles with one slip, and
// five words in a row that stand in one guide only. Seeded, so that a run can be repeated.
import type { FolderGuide } from './folder.ts';

export const kinds = ['titles', 'headings', 'slips', 'phrases'] as const;
export type Kind = (typeof kinds)[number];

export interface KnownItem {
  readonly query: string;
  readonly guide: string;
}

/** Shorter words are not slipped: one letter of four can make any other word. */
const shortestSlipped = 5;
const phraseWords = 5;

export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** At most `most` of each kind. */
export function knownItems(guides: readonly FolderGuide[], most: number, seed: number): Record<Kind, KnownItem[]> {
  const next = random(seed);
  const titles = unique(guides, (guide) => [guide.title]);
  const headings = unique(guides, (guide) => [guide.title, ...guide.headings]).filter(
    (item) => !titles.some((title) => same(title.query) === same(item.query)),
  );
  const slippable = titles.filter((item) => words(item.query).some((word) => word.length >= shortestSlipped));
  return {
    titles: sample(titles, most, next),
    headings: sample(headings, most, next),
    slips: sample(slippable, most, next).map((item) => ({ ...item, query: withSlip(item.query, next) })),
    phrases: phrases(guides, most, next),
  };
}

const same = (text: string) => words(text).join(' ');
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];

function unique(guides: readonly FolderGuide[], textsOf: (guide: FolderGuide) => readonly string[]): KnownItem[] {
  const found = new Map<string, KnownItem | null>();
  for (const guide of guides) {
    for (const text of textsOf(guide)) {
      const key = same(text);
      if (key !== '') found.set(key, found.has(key) ? null : { query: text, guide: guide.id });
    }
  }
  return [...found.values()].filter((item) => item !== null);
}

export function sample<T>(items: readonly T[], most: number, next: () => number): T[] {
  const left = [...items];
  for (let index = left.length - 1; index > 0; index -= 1) {
    const other = Math.floor(next() * (index + 1));
    [left[index], left[other]] = [left[other] as T, left[index] as T];
  }
  return left.slice(0, most);
}

/** One letter inserted, left out, replaced or exchanged with the next, in one longer word of `text`. */
export function withSlip(text: string, next: () => number): string {
  const candidates = [...text.matchAll(/\p{L}+/gu)].filter((match) => match[0].length >= shortestSlipped);
  const chosen = candidates[Math.floor(next() * candidates.length)];
  if (!chosen) return text;
  const word = chosen[0];
  const at = Math.floor(next() * (word.length - 1));
  const letter = String.fromCharCode(97 + Math.floor(next() * 26));
  const slips = [
    () => word.slice(0, at) + letter + word.slice(at),
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + letter + word.slice(at + 1),
    () => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  ];
  const slipped = slips[Math.floor(next() * slips.length)]?.() ?? word;
  if (slipped.toLowerCase() === word.toLowerCase()) return withSlip(text, next);
  return text.slice(0, chosen.index) + slipped + text.slice(chosen.index + word.length);
}

function phrases(guides: readonly FolderGuide[], most: number, next: () => number): KnownItem[] {
  const bodies = guides.map((guide) => ` ${guide.document.sections.map((section) => same(section.text)).join(' | ')} `);
  const found: KnownItem[] = [];
  // Many windows stand in several guides (boilerplate); a bounded number of tries keeps small folders from looping.
  for (let tries = 0; tries < most * 20 && found.length < most; tries += 1) {
    const guide = guides[Math.floor(next() * guides.length)];
    const paragraph = guide?.paragraphs[Math.floor(next() * guide.paragraphs.length)] ?? '';
    const parts = paragraph.split(/\s+/).filter((part) => part !== '');
    if (!guide || parts.length < phraseWords) continue;
    const from = Math.floor(next() * (parts.length - phraseWords + 1));
    const phrase = parts.slice(from, from + phraseWords).join(' ');
    // Marks at the ends are not what a person would copy.
    const query = phrase.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/["“”„«»]/g, '');
    const key = same(query);
    if (key.split(' ').length < phraseWords || bodies.filter((body) => body.includes(` ${key} `)).length !== 1) continue;
    found.push({ query: `"${query}"`, guide: guide.id });
  }
  return found;
}
