// Which parts of a found guide answer the query best, and on which block of them to land.
import type { Match } from './expand.ts';
import type { SectionHit } from './model.ts';
import { firstAtLeast, type PackIndex, roles } from './pack-index.ts';
import { type Marker, marksIn, snippetOf } from './snippet.ts';

/** More would bury the next guide. */
const mostSections = 3;

/** Sections with less than this share of the best one's value do not count as found. */
const worthShowing = 0.5;

/** A heading with the word says that the section is about it. */
const headingGain = 0.6;

/** Outweighs any sum of single words: what was quoted, or typed as a whole heading, comes first. */
const wholeGain = 100;

export interface WeighedWord {
  readonly matches: readonly Match[];
  readonly rarity: number;
}

export interface FoundSection {
  /** Block of its heading, or -1 at the top of the guide. */
  readonly heading: number;
  value: number;
  /** Words of the query it has, as bits. */
  has: number;
  headingValue: number;
  /** Best block of text and its value; -1 for none. */
  text: number;
  textValue: number;
}

/** @param phrases places of each quotation · @param exact blocks whose whole text was typed. Best first. */
export function findSections(
  index: PackIndex,
  guide: number,
  words: readonly WeighedWord[],
  phrases: readonly Uint32Array[],
  exact: ReadonlySet<number>,
): FoundSection[] {
  const { firstPlace, guideBlocks, roles: roleOf } = index.parts;
  const firstBlock = guideBlocks[guide] ?? 0;
  const from = firstPlace[firstBlock] ?? 0;
  const to = firstPlace[guideBlocks[guide + 1] ?? 0] ?? 0;
  const sections = new Map<number, FoundSection>();
  const blocks = new Map<number, { has: number; value: number; section: FoundSection }>();
  const visit = (places: Uint32Array, gain: number, bit: number) => {
    for (let at = firstAtLeast(places, from); at < places.length && (places[at] as number) < to; at += 1) {
      const number = index.blockAt(places[at] as number);
      if (roleOf[number] === roles.title) continue;
      let block = blocks.get(number);
      if (!block) {
        block = { has: 0, value: 0, section: sectionOf(number) };
        blocks.set(number, block);
      }
      if (bit !== 0 && (block.has & bit) !== 0) continue;
      block.has |= bit;
      block.value += gain;
      if (bit !== 0 && (block.section.has & bit) !== 0) continue;
      block.section.has |= bit;
      block.section.value += gain;
    }
  };
  const sectionOf = (number: number): FoundSection => {
    let heading = number;
    while (heading > firstBlock && roleOf[heading] !== roles.heading) heading -= 1;
    // Footnotes stand at the end, but not under the last heading.
    if (heading <= firstBlock || roleOf[number] === roles.note) heading = -1;
    let section = sections.get(heading);
    if (!section) {
      section = { heading, value: 0, has: 0, headingValue: 0, text: -1, textValue: 0 };
      sections.set(heading, section);
    }
    return section;
  };
  words.forEach((word, position) => {
    for (const match of word.matches) visit(match.places, word.rarity * match.weight, 1 << position);
  });
  for (const places of phrases) visit(places, wholeGain, 0);
  for (const number of [...blocks.keys()].sort((a, b) => a - b)) {
    const { section, value } = blocks.get(number) as { section: FoundSection; value: number };
    if (roleOf[number] === roles.heading) {
      section.headingValue = value;
      section.value += value * headingGain + (exact.has(number) ? wholeGain : 0);
    } else if (value > section.textValue) {
      section.text = number;
      section.textValue = value;
    }
  }
  // Words that stand together in one block are worth more than the same words here and there.
  for (const section of sections.values()) section.value += Math.max(section.textValue, section.headingValue);
  const found = [...sections.values()].sort((a, b) => b.value - a.value || a.heading - b.heading);
  const least = (found[0]?.value ?? 0) * worthShowing;
  return found.filter((section) => section.value >= least);
}

/** The best of them as they are shown; a guide that matches by its title alone shows its beginning. */
export function showSections(
  index: PackIndex,
  guide: number,
  found: readonly FoundSection[],
  title: string,
  marker: Marker,
): { readonly sections: SectionHit[]; readonly more: number } {
  const first = index.parts.guideBlocks[guide] ?? 0;
  if (found.length === 0)
    return { sections: [show(index, guide, { block: -1, heading: -1, text: beginning(index, first) }, title, marker)], more: 0 };
  const sections = found.slice(0, mostSections).map((section) => {
    const onHeading = section.heading >= 0 && section.headingValue >= section.textValue;
    const text = section.text >= 0 ? section.text : nextText(index, section.heading);
    return show(index, guide, { block: onHeading ? section.heading : section.text, heading: section.heading, text }, title, marker);
  });
  return { sections, more: Math.max(0, found.length - mostSections) };
}

function show(
  index: PackIndex,
  _guide: number,
  at: { readonly block: number; readonly heading: number; readonly text: number },
  title: string,
  marker: Marker,
): SectionHit {
  const heading = at.heading >= 0 ? index.blockText(at.heading) : title;
  const text = at.text >= 0 ? index.blockText(at.text) : '';
  return {
    block: at.block >= 0 ? index.blockId(at.block) : null,
    heading,
    headingMarks: marksIn(heading, marker),
    ...snippetOf(text, marker),
  };
}

/** The summary, or the first text where there is none. */
function beginning(index: PackIndex, first: number): number {
  const { textStart } = index.parts;
  const summary = first + 1;
  return (textStart[summary + 1] ?? 0) > (textStart[summary] ?? 0) ? summary : nextText(index, summary);
}

/** First block of text after `block` in the same guide, also under a further heading; -1 for none. */
function nextText(index: PackIndex, block: number): number {
  const { roles: roleOf } = index.parts;
  for (let next = block + 1; next < roleOf.length && roleOf[next] !== roles.title; next += 1) if (roleOf[next] === roles.text) return next;
  return -1;
}
