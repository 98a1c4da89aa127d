// Groups of words that mean the same (a pack's `synonyms.yml`), ready to be met in a query. Words are compared
// by their stems, so that "DMs" meets "dm".
import { isStopWord, stem } from './language.ts';
import { isOneSlip, shortestSlip } from './slip.ts';
import { wordsOf } from './words.ts';

/** Alternatives for one word in one query: beyond these they would only cost time. */
const mostAlternatives = 12;

interface Member {
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly group: readonly (readonly string[])[];
}

export interface Meeting {
  /** Positions in the query's words: from, and one past the last. */
  readonly from: number;
  readonly to: number;
  /** The other members of the group, as words. */
  readonly alternatives: readonly (readonly string[])[];
}

export class SynonymTable {
  readonly #byFirstStem = new Map<string, Member[]>();
  readonly #words = new Set<string>();

  constructor(groups: readonly (readonly string[])[]) {
    for (const written of groups) {
      const group = written.map((member) => wordsOf(member)).filter((words) => words.length > 0);
      for (const words of group) {
        const stems = words.map(stem);
        const first = stems[0] ?? '';
        const members = this.#byFirstStem.get(first) ?? [];
        members.push({ words, stems, group });
        for (const word of words) this.#words.add(word);
        this.#byFirstStem.set(first, members);
      }
    }
  }

  /** Words of the groups that are one slip from `word`. */
  slipsOf(word: string): string[] {
    if (word.length < shortestSlip) return [];
    return [...this.#words].filter((near) => isOneSlip(word, near) && !isStopWord(near));
  }

  /** Members of groups that stand in `words`, with what else could have been said. */
  meetings(words: readonly string[]): Meeting[] {
    if (this.#byFirstStem.size === 0) return [];
    const stems = words.map(stem);
    const found: Meeting[] = [];
    stems.forEach((first, from) => {
      for (const member of this.#byFirstStem.get(first) ?? []) {
        if (!member.stems.every((part, offset) => stems[from + offset] === part)) continue;
        const alternatives = member.group.filter((other) => other !== member.words).slice(0, mostAlternatives);
        found.push({ from, to: from + member.words.length, alternatives });
      }
    });
    return found;
  }
}
