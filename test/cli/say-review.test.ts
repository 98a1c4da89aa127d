import { describe, expect, it } from 'vitest';
import { partsLine, reviewLines, signerLines } from '../../content/cli/say-review.ts';
import { diffWords } from '../../content/core/lineage/diff-words.ts';
import { reviewDraft } from '../../content/node/publish-review.ts';
import { writeDraft } from '../../content/node/staging.ts';
import { channel, makeGroup, realNow } from '../support/group.ts';
import { signers, stagedRoot } from '../support/staged-drafts.ts';

const words = (count: number, word: string) => Array.from({ length: count }, (_, index) => `${word}${index}`).join(' ');

describe('a difference in words', () => {
  it.each([
    ['one two three', 'one 2 three', 'one [-two-] {+2+} three'],
    ['', 'all new', '{+all new+}'],
    ['gone', '', '[-gone-]'],
  ])('%j -> %j', (before, after, expected) => {
    expect(partsLine(diffWords(before, after), false)).toBe(expected);
  });

  it('leaves out long stretches that stay, but not the words beside a change', () => {
    const line = partsLine(diffWords(`${words(30, 'a')} old`, `${words(30, 'a')} new`), false);
    expect(line).toMatch(/^… a23 .* a29 \[-old-\] ?\{\+new\+\}$/);
  });

  it('shows control characters as marks', () => {
    expect(partsLine(diffWords('', 'a\u202eb\u001b[2J'), false)).toBe('{+a\ufffdb\ufffd[2J+}');
  });

  it('names signers, and why a file was passed over', () => {
    const counts = [{ role: 'targets', by: 'published', threshold: 2, keys: ['aa'], signers: ['aa'] }] as const;
    const counted = { counts, isComplete: false, signers: ['aa'], ignored: [{ file: 'sig.x.json', why: 'key' }], signatures: new Map() };
    expect(signerLines(counted, () => 'Ann')).toEqual([
      'Signed: 1 of 2 needed (Ann).',
      'Passed over: sig.x.json (a key that may not sign this).',
    ]);
  });

  it('shows who comes and goes in a root', async () => {
    const group = await makeGroup();
    const editors = [...group.editors.slice(1), ...signers(1)];
    const { draft } = stagedRoot({ now: realNow(), version: 2, stewards: group.stewards, editors });
    const id = await writeDraft(group.share, draft);
    const review = await reviewDraft({ share: group.share, repository: channel, id, now: realNow() });
    const lines = review.ok ? reviewLines(review.value) : [];
    expect(lines).toContain('Published root: 1.');
    expect(lines).toContain('targets: 2 of 5 must sign.');
    expect(lines.some((line) => line.startsWith('    - Demonstration editor 1 ('))).toBe(true);
    expect(lines.some((line) => line.startsWith(`    + key ${editors[4]?.key.keyval.public.slice(0, 8)}`))).toBe(true);
  });
});
