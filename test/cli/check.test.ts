import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { check, checkFolder } from '../../content/cli/check.ts';
import { sourceFolder } from '../support/sources.ts';
import { runCommand } from '../support/talk.ts';
import { tempFolder } from '../support/temp.ts';

const now = new Date('2026-11-23T09:00:00Z');
const steps = Array.from({ length: 90 }, (_, at) => `Step ${at} asks the duty desk for item ${at} of list ${at * 7}.`).join('\n\n');
const clean = `Open an account only with an owner. As at 22 November 2026.

## Steps

${steps}

## Checklist

- [ ] Name the owner.
- [ ] Write the purpose down.
- [ ] Test the way back in.
- [ ] Set the day of the next check.

## What is not verified

- Prices were not looked up.

## Read next

- [The other one](guide:second).
`;
const other = clean
  .replaceAll('duty desk', 'control room at night')
  .replaceAll('of list', 'on page')
  .replace('Open an account', 'Close it')
  .replace('guide:second', 'guide:first');
const packOf = (first: string) => sourceFolder({ x: { first, second: other } });
const run = (folder: string, ...more: readonly string[]) => runCommand(check, folder, ...more);

it('has nothing to say about guides in good order', async () => {
  const { code, out, err } = await run(packOf(clean));
  expect([code, out, err]).toEqual([0, '2 guides: 0 errors, 0 warnings, 0 hints.', '']);
});

it('names what the builder and what style find, errors first, by file and line', async () => {
  const folder = packOf(clean.replace('## Steps', '## Steps\n\nPlease do it.\n\nYou must read [this](guide:gone).'));
  const { code, out, err } = await run(folder);
  expect([code, out]).toEqual([1, '2 guides: 2 errors, 0 warnings, 1 hints.']);
  expect(err.split('\n').map((line) => line.replace(/^(\S+) (\S+ \S+).*/, '$1 $2'))).toEqual([
    'channel-x/first.md:40: error guide-unknown',
    'channel-x/first.md:40: error must-outside',
    'channel-x/first.md:38: hint word-avoid',
  ]);
  const json = JSON.parse((await run(folder, '--json')).out);
  expect([json.ok, json.guides, json.problems.length]).toEqual([false, 2, 3]);
});

it('takes an answer for a hint, says an answer to nothing, and leaves it out of an edition without a word', async () => {
  const folder = packOf(clean.replace('## Steps', '## Steps\n\nPlease do it.'));
  const answers = path.join(folder, 'channel-x', 'style-answers.yml');
  const answer = (words: string) => `- guide: first\n  rule: word-avoid\n  words: ${words}\n  why: It is said in an example.\n`;
  writeFileSync(answers, answer('Please'));
  expect((await run(folder)).code).toBe(0);
  writeFileSync(answers, `${answer('Please')}${answer('Utilise')}`);
  const { problems } = await checkFolder(folder, now);
  expect(problems).toEqual([expect.objectContaining({ file: 'channel-x/style-answers.yml', rule: 'answer-idle', severity: 'error' })]);
});

it('refuses a folder that is not there, and one without packs', async () => {
  await expect(run(path.join(tempFolder(), 'gone'))).rejects.toThrow('There is no folder');
  const { code, err } = await run(tempFolder());
  expect([code, err]).toEqual([1, expect.stringContaining('pack-none')]);
});
