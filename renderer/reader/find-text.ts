// Find in page, without the page: the text of its nodes in one string, matches in it, and back from a position to
// the node it is in. Folding keeps lengths, so that positions stay true.

// Drawing more marks than this slows scrolling down, and nobody steps through them.
export const findLimit = 5_000;

/** Lower case, straight quotation marks, plain spaces and hyphens; one sign stays one sign. */
export function fold(text: string): string {
  return Array.from({ length: text.length }, (_, index) => foldUnit(text.charAt(index))).join('');
}

function foldUnit(unit: string): string {
  const same = alike[unit];
  if (same !== undefined) return same;
  // Letters with an accent are found without it; what would become two signs stays as it is.
  const bare = unit.normalize('NFD').charAt(0).toLowerCase();
  return bare.length === 1 ? bare : unit;
}

const alike: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u202f': ' ',
  '\n': ' ',
  '\t': ' ',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
};

/** Starts of all matches that do not overlap, at most `limit`. */
export function findAll(folded: string, wanted: string, limit = findLimit): readonly number[] {
  const needle = fold(wanted);
  if (needle.trim() === '') return [];
  const starts: number[] = [];
  for (let at = folded.indexOf(needle); at !== -1 && starts.length < limit; at = folded.indexOf(needle, at + needle.length))
    starts.push(at);
  return starts;
}

/** Which of the pieces (given by their starts, ascending) holds a position. */
export function pieceAt(starts: readonly number[], position: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The match to show first: the first one at or after the top of the view, else the first of all. */
export function firstFrom(tops: readonly number[], top: number): number {
  const at = tops.findIndex((value) => value >= top);
  return at === -1 ? 0 : at;
}

export const stepMatch = (at: number, by: 1 | -1, count: number): number => (count === 0 ? 0 : (at + by + count) % count);
