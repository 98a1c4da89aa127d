// `guides keys card` and `guides keys fingerprint`: the public half of a key, for sending and for comparing.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isFingerprint } from '../../core/publish/fingerprint.ts';
import { cardBytes, type KeyCard, readCard } from '../../core/publish/key-card.ts';
import { sha256 } from '../../node/hash.ts';
import { readKeyCard } from '../../node/key-file.ts';
import { readArguments, UsageError } from '../arguments.ts';
import { nameOf, readCardFile } from '../cards.ts';
import { asksForHelp } from '../subcommands.ts';
import { printable, type Terminal } from '../terminal.ts';
import { cardHelp, fingerprintHelp } from './help.ts';

/** @returns the exit code. Throws `UsageError`, KEY_DAMAGED, APP_TOO_OLD and the system's errors. */
export async function keysCard(args: readonly string[], terminal: Terminal): Promise<number> {
  if (asksForHelp(args)) {
    terminal.out(cardHelp);
    return 0;
  }
  const { options } = readArguments(args, { key: { takesValue: true }, out: { takesValue: true }, json: { takesValue: false } }, 0);
  const key = options.get('key');
  if (key === undefined) throw new UsageError('Say whose card: --key <file>.');
  const card = await readKeyCard(key);
  const out = options.get('out');
  const isJson = options.has('json');
  if (out === undefined) {
    terminal.out(isJson ? JSON.stringify({ ok: true, cardFile: null, card }) : Buffer.from(cardBytes(card)).toString('utf8').trimEnd());
    return 0;
  }
  if (existsSync(out)) throw new UsageError(`There is a file "${out}" already.`);
  writeFileSync(out, cardBytes(card), { flag: 'wx' });
  terminal.out(isJson ? JSON.stringify({ ok: true, cardFile: out, card }) : `Card written to ${out}.`);
  return 0;
}

/** @returns 0, or 1 when words were given and are not those of the key. */
export async function keysFingerprint(args: readonly string[], terminal: Terminal): Promise<number> {
  if (asksForHelp(args)) {
    terminal.out(fingerprintHelp);
    return 0;
  }
  const { positional, options } = readArguments(args, { words: { takesValue: true }, json: { takesValue: false } }, 1);
  const file = positional[0] as string;
  if (!existsSync(file)) throw new UsageError(`There is no file "${file}".`);
  const card = await cardOf(file);
  const words = options.get('words');
  const isSame = words === undefined ? null : isFingerprint(words, card.public, sha256);
  if (options.has('json')) {
    terminal.out(
      JSON.stringify({
        ok: isSame !== false,
        name: card.name,
        force: card.force,
        keyid: card.keyid,
        fingerprint: card.fingerprint,
        isSame,
      }),
    );
  } else if (isSame === null) terminal.out(`${printable(nameOf(card))}: ${card.fingerprint.join(' ')}`);
  else if (isSame) terminal.out(`The same: this is the key of ${printable(nameOf(card))}.`);
  else terminal.out(`Not the same. The words of ${path.basename(file)} are: ${card.fingerprint.join(' ')}. Do not accept this key.`);
  return isSame === false ? 1 : 0;
}

/** Of a card, or of a key file without its passphrase. */
async function cardOf(file: string): Promise<KeyCard> {
  const card = readCard(readFileSync(file), sha256);
  if (card.ok) return card.value;
  const looksSealed = readFileSync(file, 'utf8').slice(0, 16_384).includes('"kdf"');
  return looksSealed ? readKeyCard(file) : readCardFile(file);
}
