// `guides keys restore`: the 24 words of a paper copy back into a key file. Words that are wrong are named by their
// place; with the person's card at hand also the one that was copied wrongly.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cardBytes, type KeyCard } from '../../core/publish/key-card.ts';
import { findSlip, seedOfWords, seedWordCount, typedWords, type WordsFault } from '../../core/publish/key-words.ts';
import { sha256 } from '../../node/hash.ts';
import { signerOfSeed, writeKeyFile } from '../../node/key-file.ts';
import { readArguments, UsageError } from '../arguments.ts';
import { readCardFile } from '../cards.ts';
import { readNewPassphrase } from '../passphrase.ts';
import { asksForHelp } from '../subcommands.ts';
import { printable, type Terminal } from '../terminal.ts';
import { restoreHelp } from './help.ts';
import { cardBeside, keyFileOption, ownerOf, sayMade } from './new.ts';

const rules = {
  out: { takesValue: true },
  name: { takesValue: true },
  force: { takesValue: true },
  role: { takesValue: true },
  words: { takesValue: true },
  card: { takesValue: true },
  json: { takesValue: false },
} as const;

/** A page of words with everything around it; more is another file. */
const wordsLimit = 64 * 1024;

/** @returns 0; 1 when the words are not those of a key. Throws `UsageError`, KEY_THERE and the system's errors. */
export async function keysRestore(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (asksForHelp(args)) {
    terminal.out(restoreHelp);
    return 0;
  }
  const { options } = readArguments(args, rules, 0);
  const file = keyFileOption(options.get('out'));
  const expected = options.has('card') ? readCardFile(options.get('card') as string) : null;
  const owner = expected && !options.has('name') ? { name: expected.name, force: expected.force, role: expected.role } : ownerOf(options);
  const typed = wordsIn(await readWords(options.get('words'), terminal));
  const read = seedOfWords(typed, sha256);
  const isRight = (seed: Uint8Array) => signerOfSeed(seed).key.keyval.public === expected?.public;
  if (!read.ok || (expected && !isRight(read.seed))) {
    const slip = expected ? slipSentence(typed, isRight) : null;
    terminal.note(slip ?? (read.ok ? 'These are the words of another key than the card’s.' : wordsSentence(read.fault)));
    if (options.has('json')) terminal.out(JSON.stringify({ ok: false, fault: read.ok ? { why: 'card' } : read.fault }));
    return 1;
  }
  const passphrase = await readNewPassphrase([owner.name, owner.force ?? '']);
  const card: KeyCard = await writeKeyFile(file, read.seed, passphrase, { ...owner, made: expected?.made ?? now.toISOString() });
  const cardFile = cardBeside(file);
  if (!existsSync(cardFile)) writeFileSync(cardFile, cardBytes(card), { flag: 'wx' });
  sayMade(card, file, cardFile, terminal, options.has('json'));
  return 0;
}

async function readWords(file: string | undefined, terminal: Terminal): Promise<string> {
  if (file !== undefined) {
    if (!existsSync(file)) throw new UsageError(`There is no file "${file}".`);
    const bytes = readFileSync(file);
    if (bytes.length > wordsLimit) throw new UsageError(`"${file}" is too large for a page of words.`);
    return bytes.toString('utf8');
  }
  if (process.stdin.isTTY) terminal.note(`Type the ${seedWordCount} words with spaces between them, in as many lines as you like.`);
  let text = '';
  for await (const chunk of process.stdin) {
    text += String(chunk);
    if (typedWords(text).length >= seedWordCount && text.endsWith('\n')) break;
    if (text.length > wordsLimit) throw new UsageError('That is too much for 24 words.');
  }
  return text;
}

/** Of a whole printed page only the numbered words; else all words. */
function wordsIn(text: string): readonly string[] {
  const numbered = [...text.matchAll(/(?<![\d\p{L}])(\d{1,2})\.\s+(\p{L}+)/gu)].map(
    ([, place, word]) => [Number(place), word as string] as const,
  );
  const places = new Map(numbered);
  const isPage = places.size === seedWordCount && numbered.length === seedWordCount && places.has(1) && places.has(seedWordCount);
  return isPage ? Array.from({ length: seedWordCount }, (_, at) => (places.get(at + 1) ?? '').toLowerCase()) : typedWords(text);
}

/** What is wrong with the words, for the person who typed them. */
export function wordsSentence(fault: WordsFault): string {
  if (fault.why === 'count') return `A key has ${seedWordCount} words; these are ${fault.count}.`;
  if (fault.why === 'checksum')
    return 'All words are on the list, but together they are no key: one of them is another word, or two are swapped. Compare each with the paper; with --card <file> the wrong one can be found.';
  const lines = fault.wrong.map(({ place, word, near }) => {
    const hint = near.length > 0 ? ` Perhaps ${near.map((one) => `"${one}"`).join(' or ')}?` : '';
    return `Word ${place}, "${printable(word)}", is not on the list.${hint}`;
  });
  return lines.join('\n');
}

function slipSentence(typed: readonly string[], isRight: (seed: Uint8Array) => boolean): string | null {
  const slip = findSlip(typed, sha256, isRight);
  if (slip === null) return null;
  if (slip.why === 'swapped') return `Words ${slip.place} and ${slip.place + 1} are swapped.`;
  return `Word ${slip.place} is wrong: for this card it must be "${slip.word}".`;
}
