import { describe, expect, test } from 'vitest';
import { haystackOf } from '../../../content/core/annotation/find-quote.ts';

const text = [
  'Hide a comment that breaks the rules. Record why.',
  'Hide a reply that breaks the rules. Record when.',
  'Tell the sergeant on duty before you delete anything at all, and keep a copy in the evidence store.',
].join('\n');

function found(exact: string, prefix = '', suffix = '', position: number | null = null): string {
  const result = haystackOf(text).find({ exact, prefix, suffix, position });
  return result.fate === 'gone' ? 'gone' : `${result.fate} at ${result.range[0]}: ${text.slice(...result.range)}`;
}

describe('a quote without its edition', () => {
  test('stands where its words and context stand', () => {
    expect(found('breaks the rules', 'Hide a reply that ', '. Record when.')).toBe('unchanged at 68: breaks the rules');
    expect(found('breaks the rules', 'Hide a comment that ', '. Record why.')).toBe('unchanged at 20: breaks the rules');
  });

  test('of several equal places takes the nearest to where it was', () => {
    expect(found('that breaks the rules. Record', '', '', 0.4)).toContain('at 63');
    expect(found('that breaks the rules. Record', '', '', 0)).toContain('at 15');
  });

  test('is found when some of its words changed', () => {
    expect(found('Tell the inspector on duty before you remove anything at all')).toBe(
      'reworded at 99: Tell the sergeant on duty before you delete anything at',
    );
  });

  test.each(['Something that was never here', '', '   ', 'rules'])('%j is gone', (exact) => {
    expect(found(exact)).toBe('gone');
  });
});
