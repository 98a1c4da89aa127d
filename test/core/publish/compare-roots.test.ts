import { describe, expect, it } from 'vitest';
import { compareRoots } from '../../../content/core/publish/compare-roots.ts';
import { readDraft } from '../../../content/core/publish/staged.ts';
import { signers, stagedMap, stagedRoot } from '../../support/staged-drafts.ts';

const now = new Date('2026-11-22T09:00:00Z');
const rootOf = (input: Parameters<typeof stagedRoot>[0]) => {
  const read = readDraft(stagedMap(stagedRoot(input).draft));
  if (!read.ok || read.value.kind !== 'root') throw new Error('no root');
  return read.value.root;
};

describe('two roots side by side', () => {
  const [stewards, editors] = [signers(5), signers(5)];
  const publicOf = (index: number) => editors[index]?.key.keyval.public;

  it('show who came and who went, by public key', () => {
    const newcomer = signers(1);
    const before = rootOf({ now, stewards, editors });
    const after = rootOf({ now, version: 2, stewards, editors: [...editors.slice(1), ...newcomer] });
    const difference = compareRoots(before, after);
    expect(difference).toMatchObject({ version: [1, 2], demo: true });
    const targets = difference.roles.find(({ role }) => role === 'targets');
    expect(targets).toMatchObject({ added: [newcomer[0]?.key.keyval.public], removed: [publicOf(0)], threshold: [2, 2] });
    expect(difference.roles.find(({ role }) => role === 'root')).toMatchObject({ added: [], removed: [] });
  });

  it('show everybody of a first root', () => {
    const difference = compareRoots(null, rootOf({ now, stewards, editors }));
    expect(difference.version).toEqual([null, 1]);
    expect(difference.roles.map(({ role, added, threshold }) => [role, added.length, ...threshold])).toEqual([
      ['root', 5, null, 3],
      ['targets', 5, null, 2],
      ['snapshot', 5, null, 2],
      ['timestamp', 10, null, 1],
    ]);
  });
});
