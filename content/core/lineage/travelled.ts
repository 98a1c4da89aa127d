// Passages that left their place: runs of words that stand once among what came and once among what went. A phrase may
// stand anywhere by chance; a sentence does not.

export interface Travel {
  readonly from: number;
  readonly to: number;
  /** In words. */
  readonly length: number;
}

// Fewer words than a short sentence prove nothing.
const wordsToTravel = 8;

/**
 * @param isGone of each old word, whether it has no place in the new text yet.
 * @param isNew of each new word, whether it comes from nowhere yet.
 */
export function travelled(
  old: readonly string[],
  next: readonly string[],
  isGone: (at: number) => boolean,
  isNew: (at: number) => boolean,
): readonly Travel[] {
  const places = new Map<string, { inOld: number; inNext: number; readonly to: number }>();
  eachRun(next, isNew, (key, to) => {
    const entry = places.get(key);
    if (entry) entry.inNext++;
    else places.set(key, { inOld: 0, inNext: 1, to });
  });
  const starts: { readonly key: string; readonly from: number }[] = [];
  if (places.size === 0) return [];
  eachRun(old, isGone, (key, from) => {
    const entry = places.get(key);
    if (!entry) return;
    entry.inOld++;
    starts.push({ key, from });
  });
  const found: Travel[] = [];
  const [given, taken] = [new Set<number>(), new Set<number>()];
  for (const { key, from } of starts) {
    const entry = places.get(key);
    if (entry?.inOld !== 1 || entry.inNext !== 1) continue;
    const goesOn = (step: number): boolean => {
      const [a, b] = [from + step, entry.to + step];
      return a < old.length && b < next.length && old[a] === next[b] && isGone(a) && isNew(b) && !given.has(a) && !taken.has(b);
    };
    let length = 0;
    for (; goesOn(length); length++) {
      given.add(from + length);
      taken.add(entry.to + length);
    }
    if (length > 0) found.push({ from, to: entry.to, length });
  }
  return found;
}

function eachRun(words: readonly string[], isFree: (at: number) => boolean, see: (key: string, at: number) => void): void {
  let free = 0;
  for (let at = 0; at < words.length; at++) {
    free = isFree(at) ? free + 1 : 0;
    if (free < wordsToTravel) continue;
    const first = at - wordsToTravel + 1;
    see(words.slice(first, at + 1).join(' '), first);
  }
}
