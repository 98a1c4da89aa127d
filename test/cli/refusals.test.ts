import { describe, expect, it } from 'vitest';
import { exitCodeOf, refusalJson, refusalLine, refusalSentence } from '../../content/cli/refusals.ts';
import { type ErrorCode, errorNumbers } from '../../content/core/base/error.ts';

describe('a refusal in words', () => {
  it.each(Object.keys(errorNumbers) as ErrorCode[])('%s is a sentence', (code) => {
    expect(refusalSentence({ code, data: {} })).toMatch(/\.$/);
    expect(refusalLine({ code, data: {} })).toContain(`(NG-${errorNumbers[code]})`);
  });

  it.each<[ErrorCode, Record<string, string | number | boolean>, string]>([
    ['DRAFT_OUTDATED', { base: 1, published: 2 }, 'Draft again'],
    ['DRAFT_OUTDATED', { base: 1, published: 2, heal: true }, 'guides heal'],
    ['TOO_FEW_SIGNATURES', { have: 1, need: 2 }, '1 of 2 signatures are here'],
    ['TOO_FEW_SIGNATURES', { have: 1, need: 2, edition: true }, '--again'],
    ['KEY_NOT_HELD', { key: 'none' }, '--key'],
    ['KEY_NOT_HELD', { key: 'abcdef01' }, 'abcdef01'],
    ['CLOCK', { why: 'behind', seconds: 99 }, '99 seconds behind'],
    ['CLOCK', { why: 'differs', seconds: 700 }, 'differs from the share'],
  ])('%s %o says what to do', (code, data, part) => {
    expect(refusalSentence({ code, data })).toContain(part);
  });

  it('is code 2 only where nothing could be looked at', () => {
    expect([exitCodeOf({ code: 'SHARE_UNREACHABLE', data: {} }), exitCodeOf({ code: 'TOO_FEW_SIGNATURES', data: {} })]).toEqual([2, 1]);
  });

  it('never lets a name move the cursor', () => {
    expect(refusalSentence({ code: 'INCOMPLETE', data: { file: 'a\u001b[2Jb', why: 'missing' } })).not.toContain('\u001b');
  });

  it('is the same as JSON', () => {
    expect(refusalJson({ code: 'NOTHING_NEW', data: {} })).toMatchObject({
      ok: false,
      error: { code: 'NOTHING_NEW', reference: 'NG-1408' },
    });
  });
});
