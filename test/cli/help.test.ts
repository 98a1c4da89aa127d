// Every command's page is complete, and says what the command does: its options are the ones that are taken.
import { describe, expect, it } from 'vitest';
import { channelCommands } from '../../content/cli/channel/index.ts';
import { commands } from '../../content/cli/commands.ts';
import { overview } from '../../content/cli/help.ts';
import { inbox } from '../../content/cli/inbox/index.ts';
import { keysCommands } from '../../content/cli/keys/index.ts';
import { stewardsCommands } from '../../content/cli/stewards/index.ts';
import type { Command } from '../../content/cli/subcommands.ts';
import { runCommand } from '../support/talk.ts';

const groups: Readonly<Record<string, Readonly<Record<string, Command>>>> = {
  keys: keysCommands as Readonly<Record<string, Command>>,
  stewards: stewardsCommands,
  channel: channelCommands,
};
const leaves: readonly (readonly [name: string, command: Command])[] = Object.entries(commands).flatMap(([name, command]) =>
  groups[name] ? Object.entries(groups[name]).map(([sub, one]) => [`${name} ${sub}`, one] as const) : [[name, command] as const],
);

// `guides inbox` is a command and has one: its own word is the first that it looks at.
const withExport = [
  ...leaves,
  ['inbox export', (args, ...rest) => inbox(['export', ...args], ...rest)] as const satisfies (typeof leaves)[number],
];

const helpOf = async (command: Command, flag = '--help'): Promise<string> => (await runCommand(command, flag)).out;

/** A section's lines, without its heading. */
function section(text: string, heading: string): string {
  const [, rest = ''] = text.split(new RegExp(`\\n${heading}s?\\n`));
  return rest.split(/\n\n(?=[A-Z][^\n]*\n {2})/)[0] ?? '';
}

describe.each(withExport)('guides %s', (name, command) => {
  it('has a page with everything on it, that fits a terminal', async () => {
    const { code, out, err } = await runCommand(command, '--help');
    expect([code, err]).toEqual([0, '']);
    expect(out.startsWith(`guides ${name} - `)).toBe(true);
    for (const heading of ['Usage', 'Options', 'JSON', 'Exit codes', 'Environment', 'Files', 'Example'])
      expect(section(out, heading).trim(), heading).not.toBe('');
    expect(await helpOf(command, '-h')).toBe(out);
    // A paragraph between the usage and the first list says what it does.
    expect(out).toMatch(/\nUsage\n(?: {2}.*\n)+\n(?:[A-Z][^\n]+\n){1}/);
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(108);
    const usage = section(out, 'Usage').split('\n\n')[0] ?? '';
    // A usage that is too long for one line goes on further in.
    for (const line of usage.split('\n').filter((one) => !/^ {10}/.test(one))) expect(line).toContain(`guides ${name}`);
    expect(section(out, 'Example')).toContain(`guides ${name}`);
    const codes = [...section(out, 'Exit codes').matchAll(/^ {2}(\d) /gm)].map(([, digit]) => digit);
    expect([codes[0], codes.at(-1)]).toEqual(['0', '2']);
  });

  it('names in its usage the options that it describes, and takes them all', async () => {
    const out = await helpOf(command);
    const described = new Map(
      section(out, 'Option')
        .split('\n')
        .filter((line) => /^ {2}--/.test(line))
        .flatMap((line) => [...(line.split(/ {2,}/)[1] ?? '').matchAll(/--([a-z-]+)( <)?/g)])
        .map(([, option = '', takesValue]) => [option, takesValue !== undefined] as const),
    );
    const used = new Set([...section(out, 'Usage').matchAll(/--([a-z-]+)/g)].map(([, option]) => option));
    for (const option of used) expect([...described.keys()]).toContain(option);
    expect(described.has('json')).toBe(true);
    for (const [option] of described) {
      const isValue = out.includes(`--${option} <`) || out.includes(`--${option} "`) || ['role', 'force'].includes(option);
      const args = [...(isValue ? [`--${option}`, 'x'] : [`--${option}`]), '--no-such-option'];
      // Options are read in order: only what is not known is complained of.
      await expect(runCommand(command, ...args), option).rejects.toThrow('There is no option "--no-such-option"');
    }
  });
});

describe('the overview', () => {
  it('names every command, once in its usage and once with what it does', () => {
    for (const name of Object.keys(commands)) {
      expect(overview).toContain(`\n  guides ${name} `);
      expect(overview).toMatch(new RegExp(`\\n {2}${name} +[A-Z]`));
    }
    for (const heading of ['Usage', 'Commands', 'Exit codes']) expect(section(overview, heading)).not.toBe('');
  });

  it.each(Object.entries(groups))('of guides %s names its commands', async (name, all) => {
    const out = await helpOf(commands[name] as Command);
    for (const sub of Object.keys(all)) expect(out).toContain(`guides ${name} ${sub}`);
    expect(section(out, 'Exit codes')).not.toBe('');
  });
});
