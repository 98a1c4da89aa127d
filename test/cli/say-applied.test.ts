// What an editor reads after `guides apply`: nothing from outside can move the cursor, and every text is shown.
import { expect, it } from 'vitest';
import { type Outcome, outcomeJson, outcomeLines } from '../../content/cli/say-applied.ts';
import type { Sha256 } from '../../content/core/base/ids.ts';
import { noResponses } from '../../content/core/suggestion/responses.ts';

const digest = (digit: string): Sha256 => digit.repeat(64) as Sha256;
const none: Outcome = {
  state: 'accepted',
  results: [],
  texts: new Map(),
  again: [],
  answered: [],
  responses: noResponses,
  isWritten: true,
};

it('tells of what fits where it is, and of what the merge decided', () => {
  const results = [
    {
      kind: 'fits' as const,
      digest: digest('a'),
      file: 'a.md',
      edition: '0.2',
      remarks: [
        { kind: 'link' as const, kept: '/here', dropped: '/there\u001b[2J' },
        { kind: 'deleted' as const, text: 'An old line.' },
      ],
      isTaken: false,
      isNew: false,
    },
  ];
  expect(outcomeLines({ ...none, results }, ['a.md'])).toEqual([
    'aaaaaaaa accepted in a.md, version 0.2.',
    '  look: the link /here stayed, /there\uFFFD[2J was suggested.',
    '  look: a passage was removed that the guide had changed since: An old line.',
    'Written: a.md. 0 suggestions are open.',
  ]);
});

it('shows of a conflict all three texts, also those that are not there', () => {
  const places = [{ line: 7, base: 'One.\nTwo.', sources: '', suggested: 'Three.' }];
  const outcome = { ...none, isWritten: false, results: [{ kind: 'conflict' as const, digest: digest('b'), file: 'a.md', places }] };
  expect(outcomeLines(outcome, [])).toEqual([
    'a.md:7: CONFLICT with bbbbbbbb: both changed the same words.',
    '  it began from:',
    '    One.',
    '    Two.',
    '  the guide says: (nothing)',
    '  suggested is:',
    '    Three.',
    'Nothing was written: choose others, mend the guide, or use --each for those that fit.',
  ]);
  expect(outcomeJson(outcome, [])).toMatchObject({ ok: false, answered: [], written: [] });
});

it.each(['no-text', 'no-guide', 'file-there', 'no-version'] as const)('has a sentence for %s', (why) => {
  const [line] = outcomeLines({ ...none, results: [{ kind: 'refused', digest: digest('c'), why }] }, []);
  expect(line).toMatch(/^cccccccc REFUSED: [a-z].{20,}\.$/);
});

it('says of answers alone what they are, and that nothing is new', () => {
  expect(outcomeLines({ ...none, state: 'in-review', answered: [digest('d')] }, ['responses.json'])[0]).toBe('dddddddd in review.');
  expect(outcomeLines({ ...none, again: [digest('d')] }, [])).toEqual(['dddddddd is accepted already.', 'Nothing was changed.']);
});
