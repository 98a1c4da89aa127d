// Where a key's passphrase comes from: the environment variable GUIDES_PASSPHRASE, or a person at a terminal, who sees
// nothing of what is typed. Never an option: command lines are kept in histories and shown in lists of processes.
import path from 'node:path';
import { AppFault } from '../core/base/error.ts';
import { type PassphraseFault, passphraseFault, shortestPassphrase } from '../core/publish/passphrase.ts';
import { type OpenedKey, openKey } from '../node/key-file.ts';
import { UsageError } from './arguments.ts';

/** The parts of the process that are used, so that a test can stand in for a person. */
export interface PassphraseSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly input: HiddenInput;
  /** Questions go here. */
  readonly write: (text: string) => void;
}

export interface HiddenInput {
  readonly isTTY?: boolean;
  setRawMode?(raw: boolean): unknown;
  on(event: 'data', listener: (chunk: Buffer | string) => void): unknown;
  off(event: 'data', listener: (chunk: Buffer | string) => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

export const variable = 'GUIDES_PASSPHRASE';

const ofProcess = (): PassphraseSource => ({ env: process.env, input: process.stdin, write: (text) => process.stderr.write(text) });

/** The passphrase of a key that exists. Throws `UsageError` where nobody can be asked. */
export async function readPassphrase(question: string, source: PassphraseSource = ofProcess()): Promise<string> {
  const given = source.env[variable];
  if (given !== undefined && given !== '') return given;
  if (!source.input.isTTY) throw new UsageError(`The key's passphrase is needed: set ${variable}, or run the command at a terminal.`);
  return askHidden(`${question}: `, source);
}

/**
 * The passphrase of a new key, asked for twice. Throws `UsageError` for one that is not good enough.
 * @param names of the person and the force, which may not be all of it.
 */
export async function readNewPassphrase(names: readonly string[], source: PassphraseSource = ofProcess()): Promise<string> {
  const first = await readPassphrase('New passphrase (three or four words that only you would put together)', source);
  const fault = passphraseFault(first, names);
  if (fault) throw new UsageError(`This passphrase will not do: ${reasons[fault]}`);
  if (source.env[variable] === undefined || source.env[variable] === '') {
    const second = await askHidden('The same again: ', source);
    if (second !== first) throw new UsageError('The two passphrases differ. Nothing was made.');
  }
  return first;
}

const reasons: Readonly<Record<PassphraseFault, string>> = {
  short: `it has fewer than ${shortestPassphrase} characters. Three or four words make a good one.`,
  long: 'it is longer than a thousand characters.',
  repeated: 'it repeats the same few characters.',
  sequence: 'it is a row of the alphabet, of the digits or of the keyboard.',
  common: 'it is made of words that are tried first.',
  name: 'it is little more than your name or your force’s.',
};

/** Opens a key file for signing or copying. Throws `AppFault` (KEY_…), the system's errors, and `UsageError`. */
export async function openOwnKey(file: string, source: PassphraseSource = ofProcess()): Promise<OpenedKey> {
  return openKey(file, await readPassphrase(`Passphrase of ${path.basename(file)}`, source));
}

/** The option --key, opened; `UsageError` where it is missing. */
export async function openKeyOption(file: string | undefined, source: PassphraseSource = ofProcess()): Promise<OpenedKey> {
  if (file === undefined) throw new UsageError('Say which key signs: --key <file>.');
  return openOwnKey(file, source);
}

const enter = ['\r', '\n', '\u0004'];
const interrupt = '\u0003';
const erase = ['\u007f', '\b'];

function askHidden(question: string, { input, write }: PassphraseSource): Promise<string> {
  write(question);
  input.setRawMode?.(true);
  input.resume();
  const letters: string[] = [];
  return new Promise((resolve, reject) => {
    const finish = (then: () => void) => {
      input.off('data', take);
      input.setRawMode?.(false);
      input.pause();
      write('\n');
      then();
    };
    const take = (chunk: Buffer | string) => {
      for (const letter of chunk.toString()) {
        if (letter === interrupt) return finish(() => reject(new AppFault('CANCELLED')));
        if (enter.includes(letter)) return finish(() => resolve(letters.join('')));
        if (erase.includes(letter)) letters.pop();
        else letters.push(letter);
      }
    };
    input.on('data', take);
  });
}
