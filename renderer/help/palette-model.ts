// What the command palette offers for what was typed. Pure.
import type { GuideId } from '../../content/core/base/ids.ts';
import type { GuideSummary } from '../../content/core/pack/model.ts';
import type { Command } from '../../electron/ipc/contract.ts';
import { commandTexts } from '../text/commands.ts';

export type PaletteItem =
  | { readonly kind: 'command'; readonly command: Command; readonly name: string; readonly keys: string | null }
  | { readonly kind: 'guide'; readonly guide: GuideId; readonly name: string };

const commands = Object.keys(commandTexts) as Command[];

// A list that fits without scrolling far.
const guideLimit = 8;

/** @param possible commands that can be carried out at the moment */
export function paletteItems(
  typed: string,
  possible: (command: Command) => boolean,
  guides: readonly GuideSummary[],
): readonly PaletteItem[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = commands
    .filter((command) => command !== 'palette' && possible(command))
    .map((command) => ({ command, rank: rank(`${commandTexts[command].name} ${commandTexts[command].also}`, words) }))
    .filter(({ rank: value }) => value > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ command }): PaletteItem => ({ kind: 'command', command, name: commandTexts[command].name, keys: commandTexts[command].keys }));
  if (words.length === 0) return found;
  const titles = guides
    .map((guide) => ({ guide, rank: rank(guide.title, words) }))
    .filter(({ rank: value }) => value > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, guideLimit)
    .map(({ guide }): PaletteItem => ({ kind: 'guide', guide: guide.id, name: guide.title }));
  return [...found, ...titles];
}

/** 0 when a word is missing, more the earlier the words stand. */
function rank(name: string, words: readonly string[]): number {
  const text = name.toLowerCase();
  if (words.length === 0) return 1;
  let sum = 0;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at === -1) return 0;
    // The start of the name counts most, then the start of a word in it.
    sum += at === 0 ? 3 : /\s/.test(text.charAt(at - 1)) ? 2 : 1;
  }
  return sum / words.length;
}
