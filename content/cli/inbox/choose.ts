// The suggestions a person means by the beginnings of their digests: each exactly one, or it is refused with a sentence.
import { AppFault } from '../../core/base/error.ts';
import type { Sha256 } from '../../core/base/ids.ts';
import type { Entry } from '../../core/suggestion/group.ts';
import { UsageError } from '../arguments.ts';

/** Fewer digits are a slip of the hand. */
const fewest = 4;

/** Each once, in the order in which they were named. Throws `UsageError` and SUGGESTION_NOT_FOUND. */
export function chooseEntries(entries: readonly Entry[], named: readonly string[]): readonly Entry[] {
  const chosen = named.map((name) => {
    const prefix = name.toLowerCase();
    if (!/^[0-9a-f]+$/.test(prefix) || prefix.length < fewest)
      throw new UsageError(`"${name}" is not the beginning of a suggestion's digest: give ${fewest} digits or more.`);
    const fitting = entries.filter(({ digest }) => digest.startsWith(prefix));
    const [only] = fitting;
    if (!only) throw new AppFault('SUGGESTION_NOT_FOUND', { suggestion: prefix });
    if (fitting.length > 1) throw new UsageError(`${fitting.length} suggestions begin with "${name}": give more digits.`);
    return only;
  });
  return [...new Map<Sha256, Entry>(chosen.map((entry) => [entry.digest, entry])).values()];
}
