// What signers are told of the answers in a draft: each new word, and each that is gone.
import { describe, expect, it } from 'vitest';
import type { GuideId, Sha256 } from '../../../content/core/base/ids.ts';
import { compareResponses } from '../../../content/core/suggestion/compare-responses.ts';
import { type AnswerEvent, noResponses, type Responses, withEvent, withOpen } from '../../../content/core/suggestion/responses.ts';

const digest = (digit: string): Sha256 => digit.repeat(64) as Sha256;
const day = { on: '2026-11-24', words: '' };
const received: AnswerEvent = { ...day, state: 'received' };
const accepted: AnswerEvent = { ...day, state: 'accepted', edition: '0.2' };
const open = (digit: string, ...forces: readonly string[]) => ({
  suggestion: digest(digit),
  guide: 'house-rules' as GuideId,
  blocks: [],
  kind: 'wording' as const,
  forces,
  since: '2026-11-23',
});
const before: Responses = withOpen(withOpen(withEvent(noResponses, digest('a'), received), open('a', 'Kent')), open('b', 'Essex'));

describe('two editions’ answers', () => {
  it('that are the same have no difference', () => {
    expect(compareResponses(before, structuredClone(before))).toEqual({ answered: [], takenBack: [], opened: 0, changed: 0, closed: 0 });
  });

  it('differ by what was said since, and by what is open', () => {
    const after = withOpen(withOpen(withEvent(before, digest('a'), accepted), open('b', 'Surrey')), open('c', 'Dorset'));
    expect(compareResponses(before, after)).toEqual({
      answered: [{ suggestion: digest('a'), events: [accepted] }],
      takenBack: [],
      opened: 1,
      changed: 1,
      closed: 1,
    });
    expect(compareResponses(noResponses, after).answered).toEqual([{ suggestion: digest('a'), events: [received, accepted] }]);
  });

  it('show what was said and is not there any more, or says something else', () => {
    expect(compareResponses(before, noResponses)).toMatchObject({ takenBack: [digest('a')], closed: 2 });
    const other = withEvent(noResponses, digest('a'), { ...received, words: 'Never.' });
    expect(compareResponses(before, other)).toMatchObject({ takenBack: [digest('a')], answered: [{ suggestion: digest('a') }] });
  });
});
