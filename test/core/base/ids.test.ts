import { describe, expect, it } from 'vitest';
import { isBlockId, isChannelId, isGuideId, isSha256 } from '../../../content/core/base/ids.ts';

describe('names', () => {
  it.each(['x', 'x-setup', 'facebook', '18f-guides', 'a'.repeat(60)])('accept %s for a channel and a guide', (text) => {
    expect([isChannelId(text), isGuideId(text)]).toEqual([true, true]);
  });

  it.each(['', '-x', 'x-', 'X', 'a b', 'a/b', '../x', 'é', 'a.b', 'a'.repeat(61), 'x\n'])('refuse %j for a channel and a guide', (text) => {
    expect([isChannelId(text), isGuideId(text)]).toEqual([false, false]);
  });

  it.each([
    ['babcdef2', true],
    ['babcdefghijklmn2', true],
    ['babcde2', false],
    ['aabcdef2', false],
    ['babcdef1', false],
    ['BABCDEF2', false],
    [`b${'a'.repeat(16)}`, false],
  ])('say of block id %j: %s', (text, fine) => {
    expect(isBlockId(text)).toBe(fine);
  });

  it('take a SHA-256 in lower case only', () => {
    expect([isSha256('0'.repeat(64)), isSha256('A'.repeat(64)), isSha256('0'.repeat(63))]).toEqual([true, false, false]);
  });
});
