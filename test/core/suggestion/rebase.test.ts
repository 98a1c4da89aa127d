import { describe, expect, test } from 'vitest';
import { rebase } from '../../../content/core/suggestion/rebase.ts';

const base = '## Hide\n\nHide the comment.\n\n## Ban\n\nBan nobody.\n';

describe('a proposal meets a newer edition', () => {
  test('that left its place alone', () => {
    const next = base.replace('Ban nobody.', 'Ban the few who threaten.');
    expect(rebase(base, next, base.replace('Hide the', 'Hide or report the'))).toEqual({
      kind: 'carried',
      source: next.replace('Hide the', 'Hide or report the'),
      remarks: [],
    });
  });

  test('that says just what was proposed', () => {
    const proposed = base.replace('Ban nobody.', 'Ban the few who threaten.');
    expect(rebase(base, proposed, proposed)).toEqual({ kind: 'taken' });
    expect(rebase(base, `${proposed}\nMore.\n`, proposed)).toEqual({ kind: 'taken' });
  });

  test('that changed the same words', () => {
    const rebased = rebase(
      base,
      base.replace('Hide the comment.', 'Leave the comment.'),
      base.replace('Hide the comment.', 'Delete the comment.'),
    );
    expect(rebased.kind === 'conflict' && rebased.merged.parts.find(({ kind }) => kind === 'conflict')).toEqual({
      kind: 'conflict',
      base: 'Hide the comment.',
      ours: 'Leave the comment.',
      theirs: 'Delete the comment.',
    });
  });

  test('and proposes nothing itself: it stays what it is', () => {
    expect(rebase(base, `${base}More.\n`, base)).toEqual({ kind: 'carried', source: `${base}More.\n`, remarks: [] });
  });
});
