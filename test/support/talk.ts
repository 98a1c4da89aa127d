// A terminal that remembers, for commands that are run inside a test.
import type { Terminal } from '../../content/cli/terminal.ts';

export interface Talk extends Terminal {
  readonly said: string[];
  readonly noted: string[];
}

export function talk(): Talk {
  const said: string[] = [];
  const noted: string[] = [];
  return {
    said,
    noted,
    out: (text) => said.push(text),
    note: (text) => noted.push(text),
    progress: () => undefined,
    done: () => undefined,
  };
}

type Command = (args: readonly string[], terminal: Terminal, now: Date) => Promise<number>;

/** Runs a command of the command line inside the test. */
export async function runCommand(command: Command, ...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const terminal = talk();
  const code = await command(args, terminal, new Date());
  return { code, out: terminal.said.join('\n'), err: terminal.noted.join('\n') };
}
