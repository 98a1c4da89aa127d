import { describe, expect, test } from 'vitest';
import { writeCards } from '../../support/cards.ts';
import { makeShareFolder } from '../../support/demo-share.ts';
import { guides, guidesJson } from '../../support/said.ts';
import { tempFolder } from '../../support/temp.ts';

interface Made {
  readonly roots: readonly { readonly repository: string; readonly version: number; readonly others: readonly string[] }[];
  readonly directory: { readonly id: string } | null;
}

describe('guides stewards change', () => {
  test('drafts the next root of the directory and of every channel, and the lists', async () => {
    const { folder: share } = await makeShareFolder();
    const cards = writeCards(tempFolder(), ['Fay']);
    const made = await guidesJson<Made>('stewards', 'change', ...cards, '--remove', 'Demonstration steward 1', '--share', share);
    expect(made.roots.map(({ repository, version }) => [repository, version])).toEqual([
      ['directory', 2],
      ['facebook', 2],
      ['x', 2],
    ]);
    expect(made.directory).not.toBe(null);
    const again = await guides('stewards', 'change', '--remove', 'Demonstration steward 2', '--share', share);
    expect(again.code).toBe(0);
    expect(again.err).toContain('Other drafts of the same root wait already');
    expect(again.err).toContain('only 4 stewards');
  });

  test('refuses nothing, strangers, too few, and a folder without a directory', async () => {
    const { folder: share } = await makeShareFolder();
    const change = (...args: readonly string[]) => guides('stewards', 'change', ...args, '--share', share);
    await expect(change()).rejects.toThrow('who joins');
    await expect(change('--remove', 'Nobody')).rejects.toThrow('There are Demonstration steward 1 (');
    const three = [1, 2, 3].map((number) => `Demonstration steward ${number}`).join(',');
    await expect(change('--remove', three)).rejects.toThrow('at least 3 stewards; these are 2');
    await expect(change('--remove', 'Demonstration steward 1,Demonstration steward 1')).rejects.toThrow('twice');
    const none = await guides('stewards', 'change', '--remove', 'A', '--share', tempFolder());
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('NG-1401')]);
    const gone = await guides('stewards', 'change', '--remove', 'A', '--share', '/none/at/all');
    expect([gone.code, gone.err]).toEqual([2, expect.stringContaining('cannot be read')]);
  });
});

test('guides stewards directory drafts nothing when the lists say all', async () => {
  const { folder: share } = await makeShareFolder();
  const said = await guides('stewards', 'directory', '--share', share);
  expect([said.code, said.out]).toEqual([0, expect.stringContaining('Nothing was drafted')]);
});
