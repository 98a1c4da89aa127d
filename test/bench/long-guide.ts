// The guide that notes are measured on: 10,000 words in the forms that guides have, 500 notes spread over it.
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import type { Variant } from '../../.ci/lib/stage.ts';
import { addNotes, blocksOf, type Wanted } from '../support/marked-guide.ts';
import { guideMd, packYml } from '../support/sources.ts';
import { builtVariant } from '../support/variants.ts';

export const longGuide = 'long-guide';
const words = 10_000;
export const noteCount = 500;

const stock =
  'account officer comment hide delete evidence victim report reply public force channel supervisor notice record safety password group manager post message review'.split(
    ' ',
  );

/** The same text at every run: a small generator of its own, so that figures can be compared. */
export function longText(): string {
  let seed = 12_345;
  const pick = (): string => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return stock[seed % stock.length] ?? '';
  };
  const sentence = (count: number): string => {
    const all = Array.from({ length: count }, pick).join(' ');
    return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`;
  };
  const parts: string[] = [];
  for (let written = 0, section = 1; written < words; section += 1, written += 230) {
    parts.push(`## Section ${section}: ${pick()} and ${pick()}`);
    for (let paragraph = 0; paragraph < 3; paragraph += 1) parts.push(`${sentence(20)} ${sentence(18)} **${pick()}** ${sentence(12)}`);
    parts.push(Array.from({ length: 4 }, () => `- ${sentence(9)}`).join('\n'));
    if (section % 5 === 0) parts.push(`| ${pick()} | ${pick()} |\n| --- | --- |\n| ${sentence(6)} | ${sentence(8)} |`);
  }
  return parts.join('\n\n');
}

export function longGuideVariant(): Promise<Variant> {
  return builtVariant(
    'bench-notes',
    {
      'facebook/pack.yml': packYml('facebook', [longGuide]),
      [`facebook/${longGuide}.md`]: guideMd(longGuide, 'facebook', longText()),
    },
    'lenient',
  );
}

/** Notes of all kinds, most with some words, over words all through the guide. */
export async function markAllThrough(page: Page): Promise<void> {
  const shown = await blocksOf(page, longGuide);
  const usable = shown.blocks.filter(({ text }) => text.length >= 40);
  const kinds = ['important', 'do', 'ask', 'local'] as const;
  const wanted = Array.from({ length: noteCount }, (_, at): Wanted => {
    const block = usable[Math.floor((at * usable.length) / noteCount)] as (typeof usable)[number];
    const from = (at * 7) % 12;
    return {
      ...{ block: block.id, from, to: from + 12 + ((at * 5) % 15), highlight: kinds[at % 4] ?? 'do' },
      text: at % 3 === 0 ? '' : `Note ${at} (${randomUUID()}): ask the **duty officer**, then write down what they said.`,
      tags: at % 4 === 0 ? ['duty', 'night'] : [],
    };
  });
  await addNotes(page, shown, wanted);
}
