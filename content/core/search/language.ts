// What we take from lunr: its English stop words and stemmer (Porter), its builder and its version. The only
// file that imports it.
import lunr from 'lunr';

/** Part of the key of every cached index: another lunr may stem or stop other words. */
export const lunrVersion = lunr.version;

export function isStopWord(word: string): boolean {
  return lunr.stopWordFilter(new lunr.Token(word, {})) === undefined;
}

// Porter knows American spellings; ours are British, and people paste both.
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^(.{3,})isation(s?)$/, '$1ization$2'],
  [/^(.{3,})is(e|es|ed|ing|er|ers)$/, '$1iz$2'],
  [/^(.{2,})ys(e|es|ed|ing)$/, '$1yz$2'],
  [/^(.{2,}[^aeiou])our(s|ed|ing|able|ite|ites)?$/, '$1or$2'],
  [/^(cent|met|theat|fib|lit)re(s|d)?$/, '$1er$2'],
  [/^(.{3,})ogue(s?)$/, '$1og$2'],
  [/^(.*[^l])ll(ed|ing|er|ers)$/, '$1l$2'],
];

/** Words with the same stem count as forms of one word ("moderate", "moderation"; "organise", "organize"). */
export function stem(word: string): string {
  let spelled = word;
  for (const [pattern, american] of spellings) spelled = spelled.replace(pattern, american);
  return lunr.stemmer(new lunr.Token(spelled, {})).toString();
}

/** Where the words of one guide stand: counted over the whole pack, ascending. */
export type Places = ReadonlyMap<string, readonly number[]>;

/** Called for each word of a batch and each guide that has it, guides in the order they were given. */
export type VisitPlaces = (word: string, places: readonly number[]) => void;

interface LunrPosting {
  readonly words: Readonly<Record<string, { readonly places: readonly (readonly number[])[] }>>;
}

/**
 * Turns guides -> words into words -> guides with lunr's builder. Batches keep its working memory small: over
 * thousands of guides it needs hundreds of megabytes, over some dozens a few, and the result is the same.
 */
export function invert(batch: readonly Places[], visit: VisitPlaces): void {
  const builder = new lunr.Builder();
  builder.ref('id');
  builder.field('words');
  builder.metadataWhitelist = ['places'];
  // Each different word of a guide is one token that carries all its places: the builder's cost is by the token.
  builder.tokenizer = Object.assign(tokensOf, { separator: /\s/ }) as unknown as typeof lunr.tokenizer;
  batch.forEach((words, id) => {
    builder.add({ id, words });
  });
  const index = builder.invertedIndex as Readonly<Record<string, LunrPosting>>;
  for (const word of Object.keys(index)) {
    // Keys that are whole numbers come in ascending order, which is the order of the guides.
    for (const guide of Object.values(index[word]?.words ?? {})) visit(word, guide.places[0] ?? []);
  }
}

function tokensOf(words: unknown): lunr.Token[] {
  const tokens: lunr.Token[] = [];
  if (words instanceof Map) for (const [word, places] of words as Places) tokens.push(new lunr.Token(word, { places }));
  return tokens;
}
