import { expect, it } from 'vitest';
import { heal, healLines } from '../../content/cli/heal.ts';
import { runCommand } from '../support/talk.ts';

const lost = [{ version: 1, signers: ['Ann'], conflicts: ['a.md'] }];

it.each([
  ['well', { did: 'well', shown: 2, version: 2, lost: [], draft: null }, 'Nothing to heal'],
  ['show', { did: 'show', shown: 1, version: 2, lost: [], draft: null }, 'Readers saw edition 1 and see edition 2'],
  ['merge', { did: 'merge', shown: 2, version: 2, lost, draft: '1-abcdef' }, 'Tell those who signed it: Ann.'],
  ['conflict', { did: 'merge', shown: 2, version: 2, lost, draft: '1-abcdef' }, 'a.md: both changed the same words.'],
  ['by hand', { did: 'merge', shown: 2, version: 2, lost, draft: null }, 'draft the next edition from both'],
] as const)('%s is said in words', (_, report, part) => {
  expect(healLines(report, 'x').join('\n')).toContain(part);
});

it('needs a key', async () => {
  await expect(runCommand(heal, 'x', '--share', 's')).rejects.toThrow('--key');
});
