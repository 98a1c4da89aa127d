// Reads the words after a command: one positional folder, options with or without a value. Anything that is not
// understood is refused with a sentence; nothing is guessed.

export interface OptionRule {
  readonly takesValue: boolean;
}

export interface ReadArguments {
  readonly positional: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

/** Something the person typed wrongly: printed as it is, exit code 2. */
export class UsageError extends Error {}

/**
 * @param rules options by their long name without dashes. `--name value` and `--name=value` are the same.
 * @param positionals how many there must be, or the fewest and the most.
 */
export function readArguments(
  args: readonly string[],
  rules: Readonly<Record<string, OptionRule>>,
  positionals: number | readonly [fewest: number, most: number],
): ReadArguments {
  const [fewest, most] = typeof positionals === 'number' ? [positionals, positionals] : positionals;
  const positional: string[] = [];
  const options = new Map<string, string>();
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--') {
      positional.push(...args.slice(at + 1));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      positional.push(arg);
      continue;
    }
    const [, name = '', inline] = /^--?([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) throw new UsageError(`There is no option "${arg}".`);
    if (options.has(name)) throw new UsageError(`The option --${name} is given twice.`);
    if (!rule.takesValue && inline !== undefined) throw new UsageError(`The option --${name} takes no value.`);
    if (!rule.takesValue) options.set(name, '');
    else {
      if (inline === undefined) at += 1;
      const value = inline ?? args[at];
      if (value === undefined || value === '') throw new UsageError(`The option --${name} needs a value after it.`);
      options.set(name, value);
    }
  }
  if (positional.length > most) throw new UsageError(`"${positional[most]}" is one argument too many.`);
  if (positional.length < fewest) throw new UsageError(positional.length === 0 ? 'A folder is missing.' : 'An argument is missing.');
  return { positional, options };
}
