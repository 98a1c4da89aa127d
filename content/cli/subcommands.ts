// A command that has commands of its own, such as `guides keys new`: which one is meant, and what is said when none is.
import { UsageError } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** @returns the exit code. */
export type Command = (args: readonly string[], terminal: Terminal, now: Date) => Promise<number>;

/** @param help what `guides <name> --help` prints. */
export function subcommands(name: string, commands: Readonly<Record<string, Command>>, help: string): Command {
  return async (args, terminal, now) => {
    const [first, ...rest] = args;
    if (first === '--help' || first === '-h' || first === 'help') {
      terminal.out(help);
      return 0;
    }
    const known = Object.keys(commands).join(', ');
    if (first === undefined) throw new UsageError(`Say what to do: guides ${name} followed by one of ${known}.`);
    const command = Object.hasOwn(commands, first) ? commands[first] : undefined;
    if (!command) throw new UsageError(`There is no command "${name} ${first}"; there are ${known}.`);
    return command(rest, terminal, now);
  };
}

export const asksForHelp = (args: readonly string[]): boolean => args.includes('--help') || args.includes('-h');
