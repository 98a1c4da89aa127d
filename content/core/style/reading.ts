// How a text reads: hints on sentences, words, dates and abbreviations. The author decides; an answer says why it stays.

import type { Block } from '../guide/model.ts';
import { quote } from '../guide/problem.ts';
import { findPersonalData } from '../suggestion/personal-data.ts';
import { unexplained } from './abbreviations.ts';
import type { StyledGuide, StyleRule } from './model.ts';
import { medianWords, readingAge, sentencesOf } from './sentences.ts';
import { figureDates, undatedWords, wordsToAvoid } from './words.ts';

// Half of the sentences are at most this long (plain English); one may be longer, but not by much.
const medianMost = 20;
const sentenceMost = 35;
// Law and names of bodies have long words: what a sixteen-year-old reads with care is not too hard for a tired adult.
const ageMost = 16;

export const checkReading: StyleRule = (guide, report) => {
  const { blocks, meta } = guide.parsed;
  const sentences = sentencesOf(blocks);
  const median = medianWords(sentences);
  if (median > medianMost)
    report('hint', 'sentences-long', 0, `Half of the sentences have more than ${median} words; at most ${medianMost} read well.`);
  for (const { text, words, line } of sentences)
    if (words > sentenceMost) report('hint', 'sentence-long', line, `${words} words in one sentence: ${quote(text)}`);
  const age = readingAge(sentences);
  if (age > ageMost) report('hint', 'reading-age', 0, `The text reads like one for an age of ${age}; at most ${ageMost} is kind.`);
  const read = [
    { text: meta.title, line: 1 },
    { text: meta.summary, line: 1 },
    ...blocksRead(guide).map(({ text, lines: [line] }) => ({ text, line })),
  ];
  for (const { text, line } of read) {
    for (const { pattern, instead } of wordsToAvoid)
      for (const { 0: found } of text.matchAll(pattern)) report('hint', 'word-avoid', line, `${quote(found)}: write ${instead}.`);
    for (const { pattern, instead } of undatedWords)
      for (const { 0: found } of text.matchAll(pattern))
        report('hint', 'word-undated', line, `${quote(found)} is true for a day: write ${instead}.`);
    for (const pattern of figureDates)
      for (const { 0: found } of text.matchAll(pattern))
        report('hint', 'date-figures', line, `${quote(found)}: write the month as a word.`);
    for (const { kind, start, end } of findPersonalData(text))
      report('error', 'personal-data', line, `${quote(text.slice(start, end))} looks like personal data (${kind}).`);
  }
  // A publisher's own name is not said in another way.
  const names = meta.sources.map(({ publisher }) => publisher).join(' ');
  const texts = blocksRead(guide);
  for (const { abbreviation, text: at } of unexplained(texts.map(({ text }) => text))) {
    if (names.includes(abbreviation)) continue;
    report('hint', 'abbreviation', texts[at]?.lines[0] ?? 0, `${quote(abbreviation)} is not said in full where it is first read.`);
  }
};

const blocksRead = ({ parsed }: StyledGuide): readonly Block[] =>
  parsed.blocks.filter(({ kind }) => kind !== 'code' && kind !== 'footnote');
