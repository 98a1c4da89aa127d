// The `guides` command: which command, and what its failures look like. The commands do the work.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AppFault } from '../core/base/error.ts';
import { now } from '../node/clock.ts';
import { errnoOf } from '../node/faults.ts';
import { UsageError } from './arguments.ts';
import { commands } from './commands.ts';
import { overview } from './help.ts';
import { refusalJson, refusalLine } from './refusals.ts';
import { createTerminal } from './terminal.ts';

/** @returns the exit code: 0 well, 1 faults in guides or share, 2 not understood or not readable. */
export async function main(args: readonly string[]): Promise<number> {
  const terminal = createTerminal(process.stdout, process.stderr);
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    terminal.out(overview);
    return 0;
  }
  if (name === '--version') {
    const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as { version: string };
    terminal.out(version);
    return 0;
  }
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    terminal.note(name === undefined ? overview : `There is no command "${name}". See guides --help.`);
    return 2;
  }
  try {
    return await command(rest, terminal, now());
  } catch (error) {
    const said = sentenceOf(error);
    if (said === null) throw error;
    // Whoever asked for JSON gets an answer on standard output whatever happened.
    if (rest.includes('--json')) terminal.out(JSON.stringify(answerOf(error, said)));
    terminal.note(error instanceof UsageError ? `${said} See guides ${name} --help.` : said);
    return 2;
  } finally {
    terminal.done();
  }
}

function answerOf(error: unknown, sentence: string): object {
  return error instanceof AppFault
    ? refusalJson(error)
    : { ok: false, error: { code: error instanceof UsageError ? 'USAGE' : 'SYSTEM', sentence } };
}

/** Null for what is a fault of ours: its stack is worth more than a sentence. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof UsageError) return error.message;
  if (error instanceof AppFault) {
    return refusalLine(error);
  }
  const errno = errnoOf(error);
  if (errno === 'ENOSPC') return 'The disk is full. What was written so far can be deleted; nothing refers to it.';
  if (errno !== '' && error instanceof Error) return `The system said ${error.message}.`;
  return error instanceof Error && error.name === 'Error' ? error.message : null;
}
