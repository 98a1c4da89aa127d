// `guides keys backup`: the paper copy of a private key, as 24 words and as a code for a camera. What it prints is the
// key itself, so it is said where it must not stay.
import { existsSync } from 'node:fs';
import type { KeyCard } from '../../core/publish/key-card.ts';
import { wordsOfSeed } from '../../core/publish/key-words.ts';
import { sha256 } from '../../node/hash.ts';
import { writeSecretOnce } from '../../node/key-file.ts';
import { qrSvg } from '../../node/qr-code.ts';
import { readArguments, UsageError } from '../arguments.ts';
import { isInShare, nameOf } from '../cards.ts';
import { openKeyOption } from '../passphrase.ts';
import { asksForHelp } from '../subcommands.ts';
import { printable, type Terminal } from '../terminal.ts';
import { backupHelp } from './help.ts';

const rules = { key: { takesValue: true }, out: { takesValue: true }, qr: { takesValue: true }, json: { takesValue: false } } as const;

/** @returns the exit code. Throws `UsageError`, KEY_… and the system's errors. */
export async function keysBackup(args: readonly string[], terminal: Terminal): Promise<number> {
  if (asksForHelp(args)) {
    terminal.out(backupHelp);
    return 0;
  }
  const { options } = readArguments(args, rules, 0);
  const [out, qr] = [options.get('out'), options.get('qr')];
  for (const file of [out, qr]) {
    if (file === undefined) continue;
    if (isInShare(file)) throw new UsageError('A paper copy is the private key: it may not lie inside a share.');
    if (existsSync(file)) throw new UsageError(`There is a file "${file}" already.`);
  }
  const { seed, card } = await openKeyOption(options.get('key'));
  const words = wordsOfSeed(seed, sha256);
  const page = paperPage(card, words);
  if (qr !== undefined) await writeSecretOnce(qr, Buffer.from(qrSvg(words.join(' '))));
  if (out !== undefined) await writeSecretOnce(out, Buffer.from(page));
  if (options.has('json'))
    terminal.out(JSON.stringify({ ok: true, out: out ?? null, qr: qr ?? null, keyid: card.keyid, ...(out || qr ? {} : { words }) }));
  else if (out === undefined && qr === undefined) terminal.out(page.trimEnd());
  for (const file of [out, qr])
    if (file !== undefined) terminal.note(`${file} holds the private key: print it, lock the paper away, and delete the file.`);
  return 0;
}

const columns = 3;

/** A page to be printed or copied by hand. */
export function paperPage(card: KeyCard, words: readonly string[]): string {
  const rows = words.length / columns;
  const cell = (word: string, at: number) => `${String(at + 1).padStart(2)}. ${word.padEnd(10)}`;
  const lines = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => cell(words[row + column * rows] as string, row + column * rows))
      .join('   ')
      .trimEnd(),
  );
  return `NATIONAL GUIDES: PAPER COPY OF A SIGNING KEY

Whose       ${printable(nameOf(card))}
Made        ${card.made.slice(0, 10)}
Key id      ${card.keyid.slice(0, 16)}
Six words   ${card.fingerprint.join(' ')}

Whoever holds these 24 words can sign in your name. Read them down the columns.

${lines.map((line) => `    ${line}`).join('\n')}

Keep this paper locked away, apart from the computer that holds the key. To get the key back:
    guides keys restore --out <file> --name "<your name>"
If the paper is lost or seen by somebody else, ask the stewards to replace the key.
`;
}
