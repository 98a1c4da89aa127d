// `guides keys new`: a person's key, sealed in a file, and the card that may be sent around.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cardBytes, isPersonName, type KeyCard, longestName } from '../../core/publish/key-card.ts';
import { makeSeed, writeKeyFile } from '../../node/key-file.ts';
import { readArguments, UsageError } from '../arguments.ts';
import { isInShare } from '../cards.ts';
import { readNewPassphrase } from '../passphrase.ts';
import { asksForHelp } from '../subcommands.ts';
import { printable, type Terminal } from '../terminal.ts';
import { newHelp } from './help.ts';

const rules = {
  out: { takesValue: true },
  name: { takesValue: true },
  force: { takesValue: true },
  role: { takesValue: true },
  card: { takesValue: true },
  json: { takesValue: false },
} as const;

/** @returns the exit code. Throws `UsageError`, KEY_THERE and the system's errors. */
export async function keysNew(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (asksForHelp(args)) {
    terminal.out(newHelp);
    return 0;
  }
  const { options } = readArguments(args, rules, 0);
  const file = keyFileOption(options.get('out'));
  const owner = ownerOf(options);
  const cardFile = options.get('card') ?? cardBeside(file);
  if (existsSync(cardFile)) throw new UsageError(`There is a file "${cardFile}" already. Choose another name for the card: --card <file>.`);
  const passphrase = await readNewPassphrase([owner.name, owner.force ?? '']);
  const card = await writeKeyFile(file, makeSeed(), passphrase, { ...owner, made: now.toISOString() });
  writeFileSync(cardFile, cardBytes(card), { flag: 'wx' });
  sayMade(card, file, cardFile, terminal, options.has('json'));
  return 0;
}

/** The option --out of a private key. Throws `UsageError` for none, and for a place that everybody reads. */
export function keyFileOption(out: string | undefined): string {
  if (out === undefined) throw new UsageError('Say where to write the key: --out <file>.');
  if (isInShare(out))
    throw new UsageError('A private key may not lie inside a share: everybody reads it. Choose a folder that only you can open.');
  if (!existsSync(path.dirname(path.resolve(out)))) throw new UsageError(`There is no folder "${path.dirname(out)}".`);
  return out;
}

/** Name, force and role as they stand on the card. */
export function ownerOf(options: ReadonlyMap<string, string>): Pick<KeyCard, 'name' | 'force' | 'role'> {
  const name = options.get('name');
  if (name === undefined) throw new UsageError('Say whose key it is: --name "First Last".');
  const force = options.get('force') ?? null;
  for (const text of [name, force])
    if (text !== null && !isPersonName(text))
      throw new UsageError(
        `"${printable(text)}" is not a name as readers are shown it: one line of at most ${longestName} characters, no backslash.`,
      );
  const role = options.get('role') ?? null;
  if (role !== null && role !== 'steward' && role !== 'editor') throw new UsageError('A role is "steward" or "editor".');
  return { name, force, role };
}

export const cardBeside = (file: string): string => `${file.replace(/\.key$/, '')}.card.json`;

export function sayMade(card: KeyCard, file: string, cardFile: string, terminal: Terminal, isJson: boolean): void {
  if (isJson) {
    terminal.out(JSON.stringify({ ok: true, key: path.resolve(file), cardFile: path.resolve(cardFile), card }));
    return;
  }
  terminal.out(`Key written to ${file}: keep it to yourself.`);
  terminal.out(`Card written to ${cardFile}: send it to a steward.`);
  terminal.out(`Your six words, to be read out by telephone: ${card.fingerprint.join(' ')}`);
  terminal.out(`Make a paper copy now, and lock it away: guides keys backup --key ${file}`);
}
