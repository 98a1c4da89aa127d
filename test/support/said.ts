// Runs the functions of the `guides` command in this process and keeps what they say; scrypt is slow enough without
// starting a process for each.
import { apply } from '../../content/cli/apply.ts';
import { channel } from '../../content/cli/channel/index.ts';
import { draft } from '../../content/cli/draft.ts';
import { heal } from '../../content/cli/heal.ts';
import { inbox } from '../../content/cli/inbox/index.ts';
import { keys } from '../../content/cli/keys/index.ts';
import { publish } from '../../content/cli/publish.ts';
import { refresh } from '../../content/cli/refresh.ts';
import { sign } from '../../content/cli/sign.ts';
import { stewards } from '../../content/cli/stewards/index.ts';
import { tidy } from '../../content/cli/tidy.ts';
import { now } from '../../content/node/clock.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const commands = { inbox, apply, keys, stewards, channel, draft, sign, publish, heal, refresh, tidy } as const;
export type Command = keyof typeof commands;

/** The passphrase of every test's keys. */
export const passphrase = 'seven lamps by the old mill';

/** What was thrown is thrown on. */
export async function guides(command: Command, ...args: readonly string[]): Promise<Said> {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = {
    out: (text: string) => out.push(text),
    note: (text: string) => err.push(text),
    progress: () => undefined,
    done: () => undefined,
  };
  const before = process.env.GUIDES_PASSPHRASE;
  process.env.GUIDES_PASSPHRASE = passphrase;
  try {
    const code = await commands[command](args, terminal, now());
    return { code, out: out.join('\n'), err: err.join('\n') };
  } finally {
    if (before === undefined) delete process.env.GUIDES_PASSPHRASE;
    else process.env.GUIDES_PASSPHRASE = before;
  }
}

/** The same with --json, which must end with code 0: what it printed. */
export async function guidesJson<T>(command: Command, ...args: readonly string[]): Promise<T> {
  const said = await guides(command, ...args, '--json');
  if (said.code !== 0) throw new Error(`guides ${command} ${args.join(' ')}: ${said.code} ${said.err} ${said.out}`);
  return JSON.parse(said.out) as T;
}
