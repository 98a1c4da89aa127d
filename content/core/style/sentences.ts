// The sentences of a guide as a reader meets them, and how hard they are: counts, never an opinion about the words.
import type { Block } from '../guide/model.ts';

export interface Sentence {
  readonly text: string;
  readonly words: number;
  /** In the source file, counted from 1: where its block begins. */
  readonly line: number;
}

// Headings, tables, code and footnotes are not read as sentences.
const prose = new Set<Block['kind']>(['paragraph', 'list-item', 'task']);

/** In reading order. A list item or a task without a full stop is a sentence of its own. */
export function sentencesOf(blocks: readonly Block[]): readonly Sentence[] {
  return blocks.flatMap(({ kind, text, lines: [line] }) => {
    if (!prose.has(kind)) return [];
    return splitSentences(text).map((one) => ({ text: one, words: wordsOf(one).length, line }));
  });
}

// "e.g. 5", "No. 2" and "s. 4" go on; so does a stop inside a number or an address, which has no space after it.
const goesOn = /(?:\b(?:e\.g|i\.e|etc|ss?|no|pt|v|vs|art|reg|para)\.)$/i;

export function splitSentences(text: string): readonly string[] {
  const found: string[] = [];
  let held = '';
  for (const piece of text.split(/(?<=[.!?:;]["”’)\]]*)\s+(?=["“‘([]*[\p{Lu}\p{N}])/u)) {
    held = held === '' ? piece : `${held} ${piece}`;
    if (goesOn.test(held)) continue;
    found.push(held);
    held = '';
  }
  if (held !== '') found.push(held);
  return found.filter((one) => wordsOf(one).length > 0);
}

/** Letters and figures that stand together, with apostrophes and hyphens inside. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** The middle one; of an even number the lower of the two. 0 for none. */
export function medianWords(sentences: readonly Sentence[]): number {
  const sorted = sentences.map(({ words }) => words).sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/**
 * Age in years at which the text can be read, by the Flesch-Kincaid grade (Kincaid and others, 1975) plus the five years
 * before school. Syllables are counted by a rule, so it is a hint and no measurement.
 */
export function readingAge(sentences: readonly Sentence[]): number {
  const words = sentences.flatMap(({ text }) => wordsOf(text));
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  return Math.max(0, Math.round((grade + 5) * 10) / 10);
}

export function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  // Figures are read aloud in one go by whoever knows them.
  if (letters.length <= 3) return 1;
  const spoken = letters.replace(/(?:[^laeiouy]es|[^laeiouydt]ed|[^laeiouy]e)$/, '').replace(/^y/, '');
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}
