// Where the words that were selected on the page stand in the markdown of what is edited, so that they are selected there
// too. Signs between the letters (bold, links) are passed over. Pure.

export interface Words {
  /** All plain text of the piece, block after block, up to the selected words. */
  readonly before: string;
  /** The selected words; empty: a caret. */
  readonly words: string;
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** UTF-16 offsets in `markdown`; null where the words cannot be found in it. */
export function caretIn(markdown: string, { before, words }: Words): { readonly from: number; readonly to: number } | null {
  const [skip, length] = [letters(before).length, letters(words).length];
  const places = letterPlaces(markdown);
  const found = places.map(({ letter }) => letter).join('');
  const wanted = letters(before) + letters(words);
  // What stands between the letters in the source (an address, a picture's name) puts them off: then by the words alone.
  const start = found.startsWith(wanted) ? skip : found.indexOf(letters(words));
  const [first, last] = [places[start], places[start + Math.max(length, 1) - 1]];
  if (start === -1 || !first) return null;
  if (length === 0) return { from: first.at, to: first.at };
  return last ? { from: first.at, to: last.at + last.letter.length } : null;
}

interface Place {
  readonly letter: string;
  readonly at: number;
}

/** Letters and figures of the text that is read: addresses of links are not. */
function letterPlaces(markdown: string): readonly Place[] {
  const hidden = [
    ...markdown.matchAll(
      /\]\([^()\s]*(?:\s+"[^"]*")?\)|^ {0,3}\[\^[^\]\s]+\]:|\[\^[^\]\s]+\]|^[ \t>]*\d{1,9}[.)]\s|^[ \t>]*[-*+]\s+\[[ xX]\]\s|\[![a-z-]+\]/gm,
    ),
  ].map(({ index, 0: sign }) => [index, index + sign.length] as const);
  let next = 0;
  const places: Place[] = [];
  for (const { index, 0: letter } of markdown.matchAll(/[\p{L}\p{N}]/gu)) {
    while ((hidden[next]?.[1] ?? Number.POSITIVE_INFINITY) <= index) next++;
    if (index >= (hidden[next]?.[0] ?? Number.POSITIVE_INFINITY)) continue;
    // A letter beyond the first 65,536 is two units, in places as in what is compared.
    for (let unit = 0; unit < letter.length; unit++) places.push({ letter: letter.charAt(unit), at: index + unit });
  }
  return places;
}
