import { expect, test } from 'vitest';
import { asksForHelp, subcommands } from '../../content/cli/subcommands.ts';

const said: string[] = [];
const terminal = { out: (text: string) => said.push(text), note: () => undefined, progress: () => undefined, done: () => undefined };
const run = subcommands('pets', { feed: async (args) => args.length }, 'how to keep pets');
const now = new Date(0);

test('the rest of the words go to the command that is meant', async () => expect(await run(['feed', 'a', 'b'], terminal, now)).toBe(2));

test('without one, or with another, the commands there are are named', async () => {
  await expect(run([], terminal, now)).rejects.toThrow('one of feed');
  await expect(run(['wash'], terminal, now)).rejects.toThrow('no command "pets wash"; there are feed');
  await expect(run(['constructor'], terminal, now)).rejects.toThrow('no command');
});

test('help is printed', async () => {
  expect(await run(['--help'], terminal, now)).toBe(0);
  expect(said).toEqual(['how to keep pets']);
  expect([asksForHelp(['a', '-h']), asksForHelp(['a'])]).toEqual([true, false]);
});
