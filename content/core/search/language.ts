// What we take from lunr: which English words say nothing alone and which are forms of one word, by its pipeline,
// and its version. The only file that imports it.
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

const spell: lunr.PipelineFunction = (token) =>
  token.update((word) => spellings.reduce((spelled, [pattern, american]) => spelled.replace(pattern, american), word));
lunr.Pipeline.registerFunction(spell, 'british-spelling');

const pipeline = new lunr.Pipeline();
pipeline.add(spell, lunr.stemmer);

/** Words with the same stem count as forms of one word ("moderate", "moderation"; "organise", "organize"). */
export function stem(word: string): string {
  return pipeline.runString(word)[0] ?? word;
}
