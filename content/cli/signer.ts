// `--key FILE` -> somebody who can sign. The passphrase comes from the environment variable GUIDES_PASSPHRASE, or on a
// terminal from a question whose answer is not shown; never from the command line, where others could read it.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { openKeyFile } from '../node/key-file.ts';
import type { Signer } from '../node/keys.ts';
import { UsageError } from './arguments.ts';

/** Throws `UsageError` when there is neither, KEY_PASSPHRASE, KEY_DAMAGED, and the system's error. */
export async function openSigner(file: string): Promise<Signer> {
  return openKeyFile(file, await passphraseFor(file));
}

async function passphraseFor(file: string): Promise<string> {
  const given = process.env.GUIDES_PASSPHRASE;
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY) throw new UsageError(`The passphrase of ${file} is needed: set GUIDES_PASSPHRASE, or run this in a terminal.`);
  process.stderr.write(`Passphrase of ${file}: `);
  // What is typed goes nowhere.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
